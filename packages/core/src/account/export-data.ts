import { Prisma } from "@vida/db/db";

import type { Ctx } from "../context.ts";
import { read } from "../operation.ts";
import { portableTables } from "./portable.ts";
import { readPreferences } from "./preferences.ts";
import { ExportFile, MeInput } from "./schemas.ts";

type StoredRow = ExportFile["tables"][string][number];

/** Everything that is the person's, as one JSON document. */
export const exportData = read({
  name: "account.exportData",
  input: MeInput,
  output: ExportFile,
  async run(ctx) {
    const tables: Record<string, StoredRow[]> = {};
    for (const { name } of await portableTables(ctx)) tables[name] = await rowsOf(ctx, name);
    const { name, email, timezone, locale, currency, preferences } = ctx.person;
    const profile = {
      name,
      email,
      timezone,
      locale,
      currency,
      preferences: { ...readPreferences(preferences) },
    };
    return {
      format: "vida-export" as const,
      version: 1 as const,
      exportedAt: ctx.now.toString(),
      profile,
      tables,
    };
  },
});

async function rowsOf(ctx: Ctx, table: string): Promise<StoredRow[]> {
  // The name comes from the catalog, quoted there.
  const source = Prisma.raw(`"${table}"`);
  const rows = await ctx.tx.$queryRaw<{ row: StoredRow }[]>`
    select to_jsonb(t) - 'user_id' as row from ${source} t where user_id = ${ctx.userId}::uuid order by t.id`;
  return rows.map(({ row }) => row);
}

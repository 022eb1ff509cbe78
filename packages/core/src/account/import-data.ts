import { Prisma } from "@vida/db/db";
import { v5 } from "uuid";

import { isTimezone } from "../context.ts";
import type { Ctx } from "../context.ts";
import { fail } from "../errors.ts";
import { sqlFailure } from "../failures.ts";
import { toJson } from "../json.ts";
import { write } from "../operation.ts";
import { GIVEN_TABLES, portableTables } from "./portable.ts";
import type { PortableTable } from "./portable.ts";
import { readPreferences } from "./preferences.ts";
import { ImportInput, ImportedView } from "./schemas.ts";
import type { ExportFile } from "./schemas.ts";

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/**
 * Fills an empty account from an export; exporting again gives the same but for ids.
 *
 * Ids are mapped anew, wherever they stand, so that nothing can point at somebody else's rows. An account
 * that holds anything of its own is `conflict` (`account.notEmpty`); a file whose rows do not fit the tables
 * is `invalid` (`account.badImport`) and leaves nothing behind.
 */
export const importData = write({
  name: "account.importData",
  input: ImportInput,
  output: ImportedView,
  touches: [
    "account",
    "dashboard",
    "tracking",
    "metrics",
    "habits",
    "goals",
    "chat",
    "finance",
    "memory",
  ],
  async run(ctx, { file }) {
    const tables = await portableTables(ctx);
    await ctx.tx.$executeRaw`select set_config('app.audit', 'off', true)`;
    await refuseUnlessEmpty(ctx, tables);
    const mapped = withNewIds(ctx.userId, file.tables);
    const rows: Record<string, number> = {};
    try {
      await ctx.tx.$executeRaw`set constraints all deferred`;
      for (const table of tables.filter(({ name }) => GIVEN_TABLES.has(name) && mapped[name]))
        await clear(ctx, table.name);
      for (const table of tables)
        rows[table.name] = await insert(ctx, table, mapped[table.name] ?? []);
      await closeImportedCards(ctx);
      await ctx.tx.$executeRaw`set constraints all immediate`;
    } catch (error) {
      // Class 22 and 23: the file's values do not fit the columns, checks or references.
      if (/^2[23]/.test(sqlFailure(error)?.state ?? ""))
        fail("invalid", "account.badImport", {
          fields: { file: ["o arquivo não corresponde aos dados da Vida"] },
        });
      throw error;
    }
    await takeProfile(ctx, file.profile);
    return { rows };
  },
});

async function refuseUnlessEmpty(ctx: Ctx, tables: readonly PortableTable[]): Promise<void> {
  for (const { name } of tables.filter((table) => !GIVEN_TABLES.has(table.name))) {
    const [row] = await ctx.tx.$queryRaw<{ full: boolean }[]>`
      select exists (select 1 from ${Prisma.raw(`"${name}"`)} where user_id = ${ctx.userId}::uuid) as full`;
    if (row?.full === true) fail("conflict", "account.notEmpty");
  }
}

/** Every id of a row becomes one of this person's, in columns and inside JSON alike. */
function withNewIds(userId: string, tables: ExportFile["tables"]): ExportFile["tables"] {
  const known = new Set(
    Object.values(tables).flatMap((rows) =>
      rows.flatMap(({ id }) => (typeof id === "string" ? [id.toLowerCase()] : [])),
    ),
  );
  const text = JSON.stringify(tables).replace(UUID, (id) =>
    known.has(id.toLowerCase()) ? v5(id.toLowerCase(), userId) : id,
  );
  const parsed: unknown = JSON.parse(text);
  return ImportInput.shape.file.shape.tables.parse(parsed);
}

async function clear(ctx: Ctx, table: string): Promise<void> {
  await ctx.tx
    .$executeRaw`delete from ${Prisma.raw(`"${table}"`)} where user_id = ${ctx.userId}::uuid`;
}

/** Inserts the stored columns of a table; what the file adds beyond them is ignored. */
async function insert(
  ctx: Ctx,
  { name, columns }: PortableTable,
  rows: ExportFile["tables"][string],
): Promise<number> {
  if (rows.length === 0) return 0;
  const table = Prisma.raw(`"${name}"`);
  const list = Prisma.raw(columns.map((column) => `"${column}"`).join(", "));
  return ctx.tx.$executeRaw`
    insert into ${table} (user_id, ${list})
    select ${ctx.userId}::uuid, ${list} from jsonb_populate_recordset(null::${table}, ${JSON.stringify(rows)}::jsonb)`;
}

/** A card cannot be decided without the run it belonged to. */
async function closeImportedCards(ctx: Ctx): Promise<void> {
  await ctx.tx.confirmation.updateMany({
    where: { userId: ctx.userId, status: "pending" },
    data: { status: "expired", closedAt: ctx.nowDate },
  });
}

async function takeProfile(ctx: Ctx, profile: ExportFile["profile"]): Promise<void> {
  const { name, locale, currency } = profile;
  const timezone = isTimezone(profile.timezone) ? profile.timezone : ctx.person.timezone;
  await ctx.tx.person.update({
    where: { id: ctx.userId },
    data: {
      name: name.slice(0, 100),
      timezone,
      locale: locale.slice(0, 10),
      currency,
      preferences: toJson(readPreferences(profile.preferences)),
      updatedAt: ctx.nowDate,
    },
  });
}

import type { Ctx } from "../context.ts";

/**
 * Tables that an export holds besides the domain's own: what was said. Parents come first, since their
 * keys are not deferrable.
 */
const CHAT_TABLES = ["conversations", "messages", "confirmations"] as const;

/** What every new person is given; an import replaces it. */
export const GIVEN_TABLES: ReadonlySet<string> = new Set(["accounts", "categories"]);

export type PortableTable = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly domain: boolean;
};

/**
 * The tables of an export with their stored columns, from the database's own catalog: every domain table
 * (they carry the trail's trigger) and the conversations, so that a new feature is exported by existing.
 */
export async function portableTables(ctx: Ctx): Promise<PortableTable[]> {
  const rows = await ctx.tx.$queryRaw<PortableTable[]>`
    select c.relname as name, t.oid is not null as domain,
           array_agg(a.attname::text order by a.attnum) filter (where a.attname <> 'user_id') as columns
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      left join pg_trigger t on t.tgrelid = c.oid and t.tgname = 'audit'
     where c.relkind = 'r' and (t.oid is not null or c.relname = any(${[...CHAT_TABLES]}))
     group by c.relname, t.oid order by c.relname`;
  const place = (name: string): number => CHAT_TABLES.findIndex((table) => table === name);
  return rows.toSorted((a, b) => place(a.name) - place(b.name));
}

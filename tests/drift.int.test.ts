/** The Prisma schema and the migrations say the same; what SQL alone can say is listed by kind. */
import { withClient } from "@vida/db/roles";
import { schemaAsSql } from "@vida/db/schema-engine";
import { testDb } from "@vida/db/testing";
import { afterAll, expect, test } from "vitest";

const { urls, superPool } = await testDb();

type Facts = Record<string, string[]>;

const COLUMNS = `
  select n.nspname || '.' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
         || case when a.attnotnull then ' not null' else '' end as fact
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p') and n.nspname in ('public', 'login') and a.attnum > 0 and not a.attisdropped
     and c.relname <> '_prisma_migrations' order by 1`;
/** Prisma knows no partial and no expression indexes, and their names are free. */
const INDEXES = `
  select n.nspname || '.' || c.relname || ' ' || case when i.indisprimary then 'primary ' when i.indisunique then 'unique ' else '' end
         || regexp_replace(pg_get_indexdef(i.indexrelid), '^.* USING | INCLUDE .*$', '', 'g') as fact
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
   where n.nspname in ('public', 'login') and c.relname <> '_prisma_migrations'
     and i.indpred is null and i.indexprs is null
     and pg_get_indexdef(i.indexrelid) like '% USING btree %' order by 1`;
/** The link of each table to its person is made in SQL alone, so that Prisma's models stay free of it. */
const REFERENCES = `
  select con.conrelid::regclass || ' ' || pg_get_constraintdef(con.oid) as fact
    from pg_constraint con join pg_namespace n on n.oid = con.connamespace
   where con.contype = 'f' and n.nspname in ('public', 'login')
     and not (con.confrelid = 'public.users'::regclass and con.conname like '%\\_person\\_fkey') order by 1`;

async function factsOf(connectionString: string): Promise<Facts> {
  return withClient(connectionString, async (client) => {
    await client.query("set search_path = ''");
    const facts: Facts = {};
    for (const [kind, text] of Object.entries({ COLUMNS, INDEXES, REFERENCES })) {
      const { rows } = await client.query<{ fact: string }>(text);
      facts[kind] = rows.map((row) => simplify(row.fact)).toSorted();
    }
    return facts;
  });
}

/** SQL may say more than Prisma can: deferral, which columns to blank, NULLS NOT DISTINCT. */
function simplify(fact: string): string {
  return fact
    .replace(/ (NOT )?DEFERRABLE| INITIALLY DEFERRED| NULLS NOT DISTINCT/g, "")
    .replace(/ON DELETE SET NULL \([^)]*\)/, "ON DELETE SET NULL")
    .replace(/public\./g, "");
}

const scratch = `drift_${process.pid}`;
const scratchUrl = new URL(urls.admin);
scratchUrl.pathname = `/${scratch}`;
await superPool.query(`create database ${scratch}`);
afterAll(async () => {
  await withClient(urls.admin, async (client) => {
    await client.query(`drop database if exists ${scratch} with (force)`);
  });
});

test("the migrated database has the columns, indexes and references of the Prisma schema", async () => {
  const script = await schemaAsSql(scratchUrl.href);
  expect(script).toContain("CREATE TABLE");
  await withClient(scratchUrl.href, async (client) => {
    await client.query(script);
  });
  const [declared, migrated] = [await factsOf(scratchUrl.href), await factsOf(urls.admin)];
  expect(declared["COLUMNS"]?.length).toBeGreaterThan(50);
  expect(migrated).toEqual(declared);
});

test("the check sees a column that only one side has", async () => {
  const before = await factsOf(scratchUrl.href);
  await withClient(scratchUrl.href, async (client) => {
    await client.query("alter table users add column planted text");
  });
  expect(await factsOf(scratchUrl.href)).not.toEqual(before);
});

import type { TestDb } from "@vida/db/testing";

/** A digest of every row of these people, in every table that has a person. */
export async function rowDigest(
  pool: TestDb["superPool"],
  userIds: readonly string[],
): Promise<Record<string, string>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I', table_name) as name from information_schema.columns
     where table_schema = 'public' and column_name = 'user_id' order by 1`,
  );
  const sql = tables.map(
    ({ name }) =>
      `select '${name}' as name, md5(coalesce(string_agg(t::text, '' order by t::text), '')) as sum
       from ${name} t where user_id = any($1)`,
  );
  const { rows } = await pool.query<{ name: string; sum: string }>(sql.join(" union all "), [
    userIds,
  ]);
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}

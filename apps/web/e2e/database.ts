import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { Client } from "pg";

/** Runs one statement on the database of the journeys, for what only time brings about. */
export async function onDatabase(sql: string, values: unknown[]): Promise<void> {
  const settings = await readFile(join(process.env["E2E_DATA_DIR"] ?? "", "env"), "utf8");
  const url = /^ADMIN_DATABASE_URL=(.+)$/m.exec(settings)?.[1]?.replace(/^["']|["']$/g, "");
  if (url === undefined) throw new Error("the journeys' database has no administrator");
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql, values);
  } finally {
    await client.end();
  }
}

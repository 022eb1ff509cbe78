import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

import { takeBackup } from "@vida/db/backup/take";

/** So many nights are kept; older ones go. */
const KEPT = 14;

export type Kept = { file: string; tables: number; rows: number; bytes: number };

/**
 * Keeps a copy of a database under a day's name beside those of the nights before.
 *
 * The name is new or replaced whole, never half written; only files of this naming are ever removed.
 */
export async function keepBackup(adminUrl: string, folder: string, day: string): Promise<Kept> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `vida-${day}.backup`);
  const { tables, rows } = await takeBackup(adminUrl, file);
  const { size: bytes } = await stat(file);
  const all = (await readdir(folder)).filter((name) => /^vida-\d{4}-\d\d-\d\d\.backup$/.test(name));
  for (const name of all.toSorted().slice(0, -KEPT)) await rm(join(folder, name), { force: true });
  return { file, tables, rows, bytes };
}

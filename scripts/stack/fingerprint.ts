import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";

import { root } from "../bootstrap.mjs";

const skipped = new Set(["node_modules", ".next", ".turbo", "generated", "e2e", "test-results"]);
/** Tests, and files that tools write beside the sources. */
const isNoSource = /\.test\.tsx?$|\.tsbuildinfo$|^next-env\.d\.ts$/;

/** Every source file below the given paths of the checkout, sorted; tests and output left out. */
export async function sourceFiles(paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  const walk = async (path: string): Promise<void> => {
    if (!(await stat(path)).isDirectory()) {
      if (!isNoSource.test(basename(path))) found.push(path);
      return;
    }
    for (const name of await readdir(path)) {
      if (!skipped.has(name)) await walk(join(path, name));
    }
  };
  for (const path of paths) {
    if (existsSync(join(root, path))) await walk(join(root, path));
  }
  return found.toSorted();
}

/** A hash over names and contents of the files below the given paths. */
export async function fingerprint(paths: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const file of await sourceFiles(paths)) {
    const content = await readFile(file);
    hash.update(`${relative(root, file)}\0${content.byteLength}\0`).update(content);
  }
  return hash.digest("hex");
}

/**
 * Does the work unless its stamp says that it was done for exactly these inputs.
 *
 * The stamp is written last, so work that broke off is done again.
 */
export async function whenStale(
  stamp: string,
  inputs: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const file = join(root, stamp);
  const now = await fingerprint(inputs);
  if (existsSync(file) && (await readFile(file, "utf8")) === now) return;
  await work();
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, now);
}

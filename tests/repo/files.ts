import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** One file of the checkout: its path from the root, with forward slashes, and its text. */
export type SourceFile = { path: string; text: string };

export const root = resolve(fileURLToPath(import.meta.url), "../../..");

const skipped = new Set([
  "node_modules",
  ".git",
  ".next",
  ".turbo",
  ".data",
  ".cache",
  "dist",
  "generated",
  "test-results",
  "playwright-report",
]);

/** Every file below a folder of the checkout whose name ends as asked, sorted. */
export function readFiles(folder: string, endings: readonly string[]): SourceFile[] {
  const found: SourceFile[] = [];
  const walk = (path: string): void => {
    for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
      const inner = path === "." ? entry.name : `${path}/${entry.name}`;
      if (skipped.has(entry.name)) continue;
      if (entry.isDirectory()) walk(inner);
      else if (endings.some((ending) => entry.name.endsWith(ending))) {
        found.push({ path: inner, text: readFileSync(join(root, inner), "utf8") });
      }
    }
  };
  walk(folder);
  return found.toSorted((a, b) => a.path.localeCompare(b.path));
}

export function isTest(path: string): boolean {
  return /\.(test|e2e)\.tsx?$/.test(path) || /(^tests|\/e2e|\/testing)\//.test(path);
}

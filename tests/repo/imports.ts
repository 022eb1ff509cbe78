import { posix } from "node:path";

import { isTest, type SourceFile } from "./files.ts";

/** One import or re-export of a file. */
export type Import = { from: string; typeOnly: boolean; isExport: boolean };

/** Who may import whom (ARCHITECTURE.md): server above api, api above agents, agents above core, core above db. */
const below: Record<string, readonly string[]> = {
  "apps/server": ["api", "agents", "core", "db"],
  "packages/api": ["agents", "core"],
  "packages/agents": ["core"],
  "packages/core": ["db"],
  "packages/db": [],
};

/** What the browser may run of core: schemas, rules, words and the modules that know neither Node nor database. */
const forTheBrowser = /^@vida\/core\/((.+\/)?(schemas|rules|words)|money|dates|ptbr\/.+)$/;

/** Reads the imports of a file; text inside strings and comments is not told apart. */
export function importsOf(text: string): Import[] {
  const found: Import[] = [];
  const statement = /^\s*(import|export)\s+(type\s+)?([^;'"]*?)\s*from\s*["']([^"']+)["']/gm;
  for (const [, keyword = "", type, names = "", from = ""] of text.matchAll(statement)) {
    const listed = /^\{([\s\S]*)\}$/.exec(names.trim())?.[1]?.split(",") ?? [];
    const named = listed.map((name) => name.trim()).filter(Boolean);
    const allTypes = named.length > 0 && named.every((name) => name.startsWith("type "));
    found.push({ from, typeOnly: Boolean(type) || allTypes, isExport: keyword === "export" });
  }
  for (const [, from = ""] of text.matchAll(/^\s*import\s*["']([^"']+)["']/gm)) {
    found.push({ from, typeOnly: false, isExport: false });
  }
  for (const [, from = ""] of text.matchAll(/\bimport\(\s*["']([^"']+)["']/g)) {
    found.push({ from, typeOnly: false, isExport: false });
  }
  return found;
}

/** Imports that go against the one direction, and relative ones that leave their workspace. */
export function wrongDirections(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const workspace = workspaceOf(path);
    if (workspace === undefined) return [];
    return importsOf(text)
      .filter((entry) => !isAllowed(path, workspace, entry))
      .map(({ from }) => `${path} imports ${from}`);
  });
}

function isAllowed(path: string, workspace: string, { from, typeOnly }: Import): boolean {
  if (from.startsWith(".")) {
    return posix.join(posix.dirname(path), from).startsWith(`${workspace}/`);
  }
  const target = /^@vida\/([a-z]+)/.exec(from)?.[1];
  if (target === undefined || workspace === `packages/${target}`) return true;
  if (isTest(path) && from.startsWith("@vida/db/testing")) return true;
  // What measures the agents needs a database to run them on.
  if (path.startsWith("packages/agents/eval/") && target === "db") return true;
  if (workspace === "apps/web") {
    if (target === "core") return typeOnly || forTheBrowser.test(from);
    return target === "api" && typeOnly;
  }
  return below[workspace]?.includes(target) ?? false;
}

/** Core's modules for the browser that reach, through whatever they import, something it lacks. */
export function browserLeaks(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const isEntry = ({ path }: SourceFile) =>
    !isTest(path) &&
    forTheBrowser.test(path.replace("packages/core/src", "@vida/core").replace(/\.ts$/, ""));
  const leaks = new Set<string>();
  const visit = (path: string, seen: Set<string>): void => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const { from, typeOnly } of importsOf(byPath.get(path)?.text ?? "")) {
      if (typeOnly) continue;
      if (/^(node:|@vida\/|pg$|temporal-polyfill|@prisma)/.test(from))
        leaks.add(`${path} imports ${from}`);
      if (from.startsWith(".")) visit(posix.join(posix.dirname(path), from), seen);
    }
  };
  for (const file of files.filter(isEntry)) visit(file.path, new Set());
  return [...leaks];
}

/** Files that pass on values which other hand-written files of ours export. */
export function barrels(files: readonly SourceFile[]): string[] {
  const passesOn = ({ from, isExport, typeOnly }: Import) =>
    isExport && !typeOnly && !from.startsWith("./generated/") && /^(\.|@\/|@vida\/)/.test(from);
  return files
    .filter(({ text }) => importsOf(text).some(passesOn))
    .map(({ path }) => `${path} re-exports`);
}

function workspaceOf(path: string): string | undefined {
  return /^(apps|packages)\/[^/]+/.exec(path)?.[0];
}

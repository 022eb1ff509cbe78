import { isTest, type SourceFile } from "./files.ts";

export const longestFile = 300;

/** Where the clock of the machine may be read; everybody else gets `ctx.now`, `ctx.today` or a `Clock`. */
const mayReadClock = [
  /^packages\/core\/src\/context\.ts$/,
  /^apps\/web\/src\/lib\/clock\.ts$/,
  /^packages\/db\/src\/(embedded.*|testing.*)\.ts$/,
  /^packages\/agents\/eval\//,
  /^scripts\//,
];

/** Tables that hold nothing of a person. */
const withoutPeople = ["worker_heartbeats"];

const shortcuts: readonly [RegExp, string][] = [
  [/\bas unknown as\b/, "as unknown as"],
  [/@ts-(ignore|expect-error|nocheck)/, "a switched-off type check"],
  [/\bvi\.mock\(/, "a module mock"],
  [/\b(it|test|describe)\.(skip|only|todo)\b/, "a test that does not run"],
];

/** Files longer than the house allows; tests may be longer. */
export function tooLong(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => !isTest(path))
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split("\n").length }))
    .filter(({ lines }) => lines > longestFile)
    .map(({ path, lines }) => `${path} has ${lines} lines`);
}

/** Reads of the machine's clock outside the few files that hand it out. */
export function clockReads(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => !isTest(path) && !mayReadClock.some((allowed) => allowed.test(path)))
    .filter(({ text }) => /\bnew Date\(\s*\)|\bDate\.now\(|\bTemporal\.Now\b/.test(code(text)))
    .map(({ path }) => `${path} reads the clock`);
}

/** Ways around the type checker and the tests. */
export function shortcutsTaken(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    shortcuts
      .filter(([pattern]) => pattern.test(code(text)))
      .map(([, name]) => `${path} has ${name}`),
  );
}

/** Page texts written into components instead of the catalogue, told by their accents. */
export function textsOutsideCatalogue(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => !isTest(path))
    .flatMap(({ path, text }) => {
      const found = /[^\n]*[áàâãéêíóôõúçÁÀÂÃÉÊÍÓÔÕÚÇ][^\n]*/.exec(code(text));
      return found ? [`${path}: ${found[0].trim()}`] : [];
    });
}

/** Tables of a migration that come without forced row-level security or without a policy. */
export function unguardedTables({ path, text }: SourceFile): string[] {
  const sql = text
    .replaceAll(/--[^\n]*/g, "")
    .replaceAll('"', "")
    .toLowerCase();
  const tables = [
    ...sql.matchAll(/create table (?:if not exists )?(?:public\.)?([a-z_]+)(?=[\s(])/g),
  ];
  return tables
    .map(([, table = ""]) => table)
    .filter((table) => !withoutPeople.includes(table) && !isGuarded(sql, table))
    .map((table) => `${path} creates ${table} unguarded`);
}

function isGuarded(sql: string, table: string): boolean {
  const protects = [...sql.matchAll(/select protect_table\([^;]*;/g)].map(
    ([statement]) => statement,
  );
  if (protects.some((statement) => statement.includes(`'${table}'`))) return true;
  const name = `(?:public\\.)?${table}\\b`;
  return [
    `alter table ${name}[^;]*enable row level security`,
    `alter table ${name}[^;]*force row level security`,
    `create policy [a-z_]+ on ${name}`,
  ].every((statement) => new RegExp(statement).test(sql));
}

/** Paths that a page of the documentation names and the checkout does not have. */
export function deadPaths(page: SourceFile, exists: (path: string) => boolean): string[] {
  const quoted = [...page.text.matchAll(/`([^`\n]+)`/g)].map(([, path = ""]) => path);
  const links = [...page.text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, path = ""]) => path);
  const folder = page.path.includes("/") ? page.path.replace(/[^/]+$/, "") : "";
  const ours = quoted.filter((path) =>
    /^(apps|packages|scripts|prisma|docs|tests|\.ci)\/[\w./-]+$/.test(path),
  );
  const dead = [
    ...ours.filter((path) => !exists(path)),
    ...links.filter((path) => !/^[a-z]+:/.test(path) && !exists(`${folder}${path}`)),
  ];
  return dead.map((path) => `${page.path} names ${path}`);
}

/** The code without comments; good enough where a string holds no comment marks. */
function code(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/(^|\s)\/\/[^\n]*/g, "$1");
}

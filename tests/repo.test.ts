import { existsSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { readFiles, root, type SourceFile } from "./repo/files.ts";
import { barrels, browserLeaks, importsOf, wrongDirections } from "./repo/imports.ts";
import {
  clockReads,
  deadPaths,
  longestFile,
  shortcutsTaken,
  textsOutsideCatalogue,
  tooLong,
  unguardedTables,
} from "./repo/rules.ts";

const typescript = [".ts", ".tsx", ".mjs"];
const product = [...readFiles("apps", typescript), ...readFiles("packages", typescript)];
const everything = [
  ...product,
  ...readFiles("scripts", typescript),
  ...readFiles("tests", typescript),
];
const pages = [
  ...["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"].flatMap((name) =>
    readFiles(".", [name]).filter(({ path }) => path === name),
  ),
  ...readFiles("docs", [".md"]),
];

/** A file that breaks a rule, to show that the rule's check can fail. */
function planted(path: string, text: string): SourceFile[] {
  return [{ path, text }];
}

describe("the architecture", () => {
  it("imports in one direction only", () => {
    expect(wrongDirections(product)).toEqual([]);
  });

  it.each([
    ["packages/core/src/debts/create.ts", 'import { appRouter } from "@vida/api/root";'],
    ["packages/agents/src/run.ts", "import { openDb } from '@vida/db/db';"],
    ["packages/api/src/root.ts", 'const db = await import("@vida/db/db");'],
    ["packages/db/src/db.ts", 'import type { Ctx } from "@vida/core/context";'],
    ["apps/web/src/trpc/client.tsx", 'import { appRouter } from "@vida/api/root";'],
    ["apps/web/src/lib/x.ts", 'import { execute } from "@vida/core/operation";'],
    ["apps/web/src/lib/x.ts", 'import { type A, b } from "@vida/core/context";'],
    ["apps/server/src/main.ts", 'import { x } from "../../../packages/core/src/context.ts";'],
  ])("notices in %s: %s", (path, text) => {
    expect(wrongDirections(planted(path, text))).toHaveLength(1);
  });

  it.each([
    ["apps/web/src/trpc/client.tsx", 'import type { AppRouter } from "@vida/api/root";'],
    ["apps/web/src/lib/x.ts", 'import { type Ctx } from "@vida/core/context";'],
    ["apps/web/src/features/a.tsx", 'import { RecordInput } from "@vida/core/tracking/schemas";'],
    ["packages/agents/src/run.int.test.ts", 'import { testDb } from "@vida/db/testing";'],
    ["apps/server/src/main.ts", 'import { openDb } from "@vida/db/db";'],
  ])("allows in %s: %s", (path, text) => {
    expect(wrongDirections(planted(path, text))).toEqual([]);
  });

  it("keeps what the browser runs free of Node, database and Temporal", () => {
    expect(browserLeaks(product)).toEqual([]);
  });

  it("notices a browser module that reaches the database through another file", () => {
    const files = [
      { path: "packages/core/src/debts/rules.ts", text: 'import { x } from "./load.ts";' },
      { path: "packages/core/src/debts/load.ts", text: 'import { openDb } from "@vida/db/db";' },
    ];
    expect(browserLeaks(files)).toEqual(["packages/core/src/debts/load.ts imports @vida/db/db"]);
  });

  it("has no barrel files", () => {
    expect(barrels(everything.filter(({ path }) => !path.startsWith("tests/repo")))).toEqual([]);
    expect(barrels(planted("packages/core/src/a.ts", 'export * from "./b.ts";'))).toHaveLength(1);
  });

  it("reads every form of import", () => {
    const text = [
      'import a from "a";',
      'import "b";',
      "import {\n  type C,\n  type D,\n} from 'c';",
      'export { e } from "e";',
      'void import("f");',
    ].join("\n");
    expect(importsOf(text).map(({ from, typeOnly }) => `${from} ${typeOnly}`)).toEqual([
      "a false",
      "c true",
      "e false",
      "b false",
      "f false",
    ]);
  });
});

describe("the house style", () => {
  it(`keeps files within ${longestFile} lines`, () => {
    expect(tooLong([...everything, ...readFiles("apps", [".css"])])).toEqual([]);
    expect(tooLong(planted("packages/core/src/a.ts", "x;\n".repeat(longestFile + 1)))).toHaveLength(
      1,
    );
  });

  it("reads the clock only where it is handed out", () => {
    expect(clockReads(everything)).toEqual([]);
    expect(clockReads(planted("packages/core/src/a.ts", "const now = new Date();"))).toHaveLength(
      1,
    );
    expect(clockReads(planted("apps/web/src/a.ts", "const now = Date.now();"))).toHaveLength(1);
  });

  it("takes no way around types and tests", () => {
    expect(shortcutsTaken(everything.filter(({ path }) => !path.startsWith("tests/repo")))).toEqual(
      [],
    );
    for (const text of ["x as unknown as Y", "// @ts-ignore\n/* */ @ts-ignore", "it.skip('x')"]) {
      expect(shortcutsTaken(planted("packages/core/src/a.test.ts", text))).toHaveLength(1);
    }
  });

  it("keeps the pages' words in the catalogue", () => {
    const components = product.filter(({ path }) => /^apps\/web\/src\/.*\.tsx$/.test(path));
    expect(textsOutsideCatalogue(components)).toEqual([]);
    expect(textsOutsideCatalogue(planted("apps/web/src/a.tsx", "<b>Água</b>"))).toHaveLength(1);
  });
});

describe("the database", () => {
  it("guards every table in the migration that makes it", () => {
    expect(readFiles("prisma/migrations", [".sql"]).flatMap(unguardedTables)).toEqual([]);
  });

  it("notices a table without forced row-level security or without a policy", () => {
    const enabled = "create table pets (id uuid);\nalter table pets enable row level security;";
    const forced = `${enabled}\nalter table pets force row level security;`;
    const helped = "create table pets (id uuid);\nselect protect_table('pets', true);";
    const guarded = `${forced}\ncreate policy pets_own on pets using (true) with check (true);`;
    const check = (text: string) => unguardedTables({ path: "m.sql", text });
    expect([check(enabled), check(forced)]).toEqual([
      ["m.sql creates pets unguarded"],
      ["m.sql creates pets unguarded"],
    ]);
    expect([...check(guarded), ...check(helped)]).toEqual([]);
  });
});

describe("the documentation", () => {
  it("names only paths that exist", () => {
    expect(pages.length).toBeGreaterThan(3);
    expect(
      pages.flatMap((page) => deadPaths(page, (path) => existsSync(join(root, path)))),
    ).toEqual([]);
  });

  it("notices a path that is gone", () => {
    const page = { path: "docs/a.md", text: "See `packages/core/gone.ts` and [b](b.md)." };
    expect(deadPaths(page, () => false)).toEqual([
      "docs/a.md names packages/core/gone.ts",
      "docs/a.md names b.md",
    ]);
  });
});

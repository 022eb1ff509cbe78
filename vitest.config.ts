import { fileURLToPath } from "node:url";

import { defineConfig } from "vitest/config";

const roots = ["packages/*/src", "apps/server/src", "scripts", "tests"];

/**
 * Two projects: `pure` needs nothing, `int` runs against a real PostgreSQL that its global set-up
 * starts; each test file gets its own clone of a migrated template.
 */
export default defineConfig({
  resolve: { alias: { "@/": fileURLToPath(new URL("./apps/web/src/", import.meta.url)) } },
  test: {
    pool: "forks",
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "pure",
          include: [...roots, "apps/web/src"].map((root) => `${root}/**/*.test.ts`),
          // Long property tests on a busy machine.
          testTimeout: 60_000,
          exclude: ["**/*.int.test.ts", "**/node_modules/**", "**/.next/**"],
        },
      },
      {
        extends: true,
        test: {
          name: "int",
          include: roots.map((root) => `${root}/**/*.int.test.ts`),
          exclude: ["**/node_modules/**"],
          globalSetup: ["packages/db/src/testing-global.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

import { defineConfig } from "prisma/config";

// The native schema engine would be downloaded on first use; generate, validate and format need none, and
// migrations are applied by the WebAssembly engine (packages/db/src/schema-engine.ts). Any existing
// executable keeps the CLI from downloading.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

const config = defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  ...(process.env.DATABASE_URL ? { datasource: { url: process.env.DATABASE_URL } } : {}),
});

// The Prisma CLI reads the default export of this file.
export default config;

import type { TestProject } from "vitest/node";

import { startTestServer } from "./testing-server.ts";

/** Vitest's global set-up of the project `int`: one server with one migrated template for the whole run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer({ externalUrl: process.env["TEST_DATABASE_URL"] });
  project.provide("vidaTestServer", { template: server.template, prefix: server.prefix });
  return () => server.stop();
}

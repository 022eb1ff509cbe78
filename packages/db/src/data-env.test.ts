import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, expect, test } from "vitest";

import { dataEnvPath, readDataEnv, writeDataEnv } from "./data-env.ts";

const folder = mkdtempSync(join(tmpdir(), "vida-env-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test("values are merged into what is there, readable by this account alone", () => {
  const dir = join(folder, "a");
  expect(readDataEnv(dir)).toEqual({});
  writeDataEnv(dir, { ONE: "1", URL: "postgresql://a:b=c@d/e?f=g" });
  expect(writeDataEnv(dir, { TWO: "2", ONE: "uno" })).toEqual({
    ONE: "uno",
    TWO: "2",
    URL: "postgresql://a:b=c@d/e?f=g",
  });
  expect(readDataEnv(dir)).toEqual({ ONE: "uno", TWO: "2", URL: "postgresql://a:b=c@d/e?f=g" });
  expect(statSync(dataEnvPath(dir)).mode & 0o777).toBe(0o600);
});

test("comments, blank lines and lines without a value are passed over", () => {
  writeFileSync(dataEnvPath(folder), "# a comment\n\nnothing\nKEY=value\n");
  expect(readDataEnv(folder)).toEqual({ KEY: "value" });
});

import { createServer } from "node:net";

import { expect, test } from "vitest";

import { explainFailure, freePort, isAlive } from "./embedded-process.ts";

test.each([
  [
    "postgres: error while loading shared libraries: libxml2.so.2: cannot open shared object file",
    /needs the library libxml2\.so\.2/,
  ],
  [
    "dyld[1]: Library not loaded: @loader_path/../lib/libicu.dylib",
    /needs the library @loader_path/,
  ],
  ['FATAL: could not write to file "pg_wal": No space left on device', /is full/],
  ['could not bind IPv4 address "127.0.0.1": Address already in use', /port .* taken/],
  ["initdb: error: could not create directory: Permission denied", /make the folder writable/],
  ["spawnSync initdb EACCES", /make the folder writable/],
  ["FATAL: database files are incompatible with server", /another major version/],
  ["something nobody foresaw", /did not start in \/data: something nobody foresaw/],
  ["", /it said nothing/],
])("%s is told in a sentence", (output, sentence) => {
  const error = explainFailure(output, "/data");
  expect(error.code).toBe("setup");
  expect(error.message).toMatch(sentence);
  expect(error.message).toMatch(/\.$/);
});

test("a preferred port is given when it is free, another when it is not", async () => {
  const port = await freePort();
  expect(await freePort(port)).toBe(port);
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", resolve));
  expect(await freePort(port)).not.toBe(port);
  await new Promise((resolve) => other.close(resolve));
});

test("this process is alive and an impossible one is not", () => {
  expect(isAlive(process.pid)).toBe(true);
  expect(isAlive(2 ** 30)).toBe(false);
});

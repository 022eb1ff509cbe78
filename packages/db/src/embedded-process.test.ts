import { createServer } from "node:net";

import { expect, test } from "vitest";

import { explainFailure, freePort, isAlive } from "./embedded-process.ts";

test.each([
  [
    "postgres: error while loading shared libraries: libxml2.so.2: cannot open shared object file",
    /precisa da biblioteca libxml2\.so\.2/,
  ],
  [
    "dyld[1]: Library not loaded: @loader_path/../lib/libicu.dylib",
    /precisa da biblioteca @loader_path/,
  ],
  ['FATAL: could not write to file "pg_wal": No space left on device', /está cheio/],
  ['could not bind IPv4 address "127.0.0.1": Address already in use', /tomou a porta/],
  ["initdb: error: could not create directory: Permission denied", /ajuste as permissões/],
  ["spawnSync initdb EACCES", /ajuste as permissões/],
  ["FATAL: database files are incompatible with server", /outra versão do PostgreSQL/],
  ["something nobody foresaw", /não subiu em \/data: something nobody foresaw/],
  ["", /não disse por quê/],
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

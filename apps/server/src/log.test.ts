import { Writable } from "node:stream";

import { expect, test } from "vitest";

import { createLog, errorForLog } from "./log.ts";

function lines(write: (log: ReturnType<typeof createLog>) => void): string {
  let text = "";
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString("utf8");
      done();
    },
  });
  write(createLog("info", destination));
  return text;
}

test("a line is one JSON object with its level in words", () => {
  const line = lines((log) => log.info({ port: 1 }, "started"));
  expect(JSON.parse(line)).toMatchObject({ level: "info", port: 1, msg: "started" });
});

test("secrets, what people wrote and amounts do not get through under their usual names", () => {
  const line = lines((log) =>
    log.info({ password: "p4ss", body: { content: "oi", amount: "12.00", token: "t0k" } }, "x"),
  );
  for (const secret of ["p4ss", "oi", "12.00", "t0k"]) expect(line).not.toContain(secret);
});

test("an error is told with its places and causes, without the values it was about", () => {
  const cause = new Error('Key (email)=(ana@example.com) already exists, not "Conta de luz"');
  const told = JSON.stringify(errorForLog(new Error("pagou 1.234,56 hoje", { cause })));
  expect(told).toContain("log.test.ts");
  expect(told).toContain("already exists");
  for (const value of ["ana@example.com", "Conta de luz", "234,56"]) {
    expect(told).not.toContain(value);
  }
});

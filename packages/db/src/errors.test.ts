import { expect, test } from "vitest";

import { DbError, isDbError, isUnavailable } from "./errors.ts";

const withCode = (code: string, message = "x") => Object.assign(new Error(message), { code });

test.each([
  ["a terminated session", withCode("57P01")],
  ["a server that starts up", withCode("57P03")],
  ["too many connections", withCode("53300")],
  ["a full disk", withCode("53100")],
  ["a connection failure of class 08", withCode("08006")],
  ["a refused connection", withCode("ECONNREFUSED")],
  ["a statement that ran into its limit", withCode("57014")],
  ["a deadlock", withCode("40P01")],
  ["a full pool", new Error("timeout exceeded when trying to connect")],
  ["a cut connection", new Error("Connection terminated unexpectedly")],
  ["Prisma's expired transaction", withCode("P2028")],
  ["one of them as a cause", new Error("outer", { cause: withCode("57P01") })],
  [
    "a driver's error inside Prisma's",
    Object.assign(new Error("x"), {
      code: "P2010",
      meta: { driverAdapterError: { cause: { kind: "ConnectionClosed" } } },
    }),
  ],
  ["our own", new DbError("unavailable", "x")],
])("%s is unavailable", (_name, error) => {
  expect(isUnavailable(error)).toBe(true);
});

test.each([
  ["a unique key", withCode("23505")],
  ["a policy", withCode("42501")],
  ["a bad value", withCode("22P02")],
  ["Prisma's unique key", withCode("P2002")],
  ["a bug", new TypeError("x is not a function")],
  ["nothing", undefined],
  ["a text", "57P01"],
  ["our own misuse", new DbError("misuse", "x", { cause: withCode("57P01") })],
])("%s is not", (_name, error) => {
  expect(isUnavailable(error)).toBe(false);
});

test("a cause that names itself ends", () => {
  const error = new Error("x");
  error.cause = error;
  expect(isUnavailable(error)).toBe(false);
});

test("errors of this layer are told by their code", () => {
  expect(isDbError(new DbError("notFound", "x"), "notFound")).toBe(true);
  expect(isDbError(new DbError("notFound", "x"), "misuse")).toBe(false);
  expect(isDbError(new Error("x"))).toBe(false);
});

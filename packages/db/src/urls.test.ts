import * as fc from "fast-check";
import { expect, test } from "vitest";

import { buildUrl, databaseOf, roleOf, urlsFromEnv, urlsToEnv, withDatabase } from "./urls.ts";

const url = (role: string) => `postgresql://${role}:x@127.0.0.1:5432/vida`;
const urls = {
  owner: url("vida_owner"),
  app: url("vida_app"),
  auth: url("vida_auth"),
  worker: url("vida_worker"),
};

test("connection strings survive the environment", () => {
  expect(urlsFromEnv(urlsToEnv(urls))).toEqual(urls);
  const withAdmin = { ...urls, admin: url("postgres") };
  expect(urlsFromEnv(urlsToEnv(withAdmin))).toEqual(withAdmin);
});

test("a missing one is named", () => {
  const { APP_DATABASE_URL: _app, ...rest } = urlsToEnv(urls);
  expect(() => urlsFromEnv(rest)).toThrow(/APP_DATABASE_URL não está definida/);
});

test.each(["nonsense", "mysql://a:b@c/d", "http://127.0.0.1"])("%s is refused", (value) => {
  expect(() => urlsFromEnv({ ...urlsToEnv(urls), DATABASE_URL: value })).toThrow(/DATABASE_URL/);
});

test("roles, passwords and names of any characters come back as they were", () => {
  const word = fc.string({ minLength: 1, unit: "grapheme" });
  // A URL cannot carry a path of dots alone, however it is written.
  const name = word.filter((text) => text !== "." && text !== "..");
  fc.assert(
    fc.property(word, word, name, (role, password, database) => {
      const built = buildUrl({ role, password, host: "127.0.0.1", port: 5432, database });
      expect(roleOf(built)).toEqual({ name: role, password });
      expect(databaseOf(built)).toBe(database);
      expect(databaseOf(withDatabase(built, "other"))).toBe("other");
    }),
  );
});

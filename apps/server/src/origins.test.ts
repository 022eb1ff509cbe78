import { expect, test } from "vitest";

import { isForeign, sameOrigins } from "./origins.ts";

test("a loopback address counts under all its names, any other under its own", () => {
  expect(sameOrigins("http://localhost:3000/x")).toEqual([
    "http://localhost:3000",
    "http://127.0.0.1:3000",
    "http://[::1]:3000",
  ]);
  expect(sameOrigins("https://vida.example")).toEqual(["https://vida.example"]);
});

test("a mutation with cookies needs an origin of ours", () => {
  const origins = ["http://localhost:3000"];
  const cookie = "s=1";
  const post = { method: "POST", cookie };
  expect(isForeign({ ...post, origin: "http://localhost:3000" }, origins)).toBe(false);
  expect(isForeign({ ...post, origin: undefined }, origins)).toBe(true);
  expect(isForeign({ ...post, origin: "null" }, origins)).toBe(true);
  expect(isForeign({ ...post, origin: "http://localhost:3001" }, origins)).toBe(true);
  expect(isForeign({ ...post, origin: "http://localhost:3000.evil.example" }, origins)).toBe(true);
});

test("reading, and a program without cookies, need no origin", () => {
  expect(isForeign({ method: "GET", cookie: "s=1", origin: "http://evil" }, [])).toBe(false);
  expect(isForeign({ method: "POST", cookie: undefined, origin: undefined }, [])).toBe(false);
});

import { expect, test } from "vitest";

import { strengthOf } from "./strength.ts";

test("short, common and repeated passwords are weak", () => {
  for (const weak of ["abc", "senha123", "12345678", "aaaaaaaaaaaa", "qwerty2024"])
    expect(strengthOf(weak)).toBe(1);
});

test("a phrase and a mixed password are strong", () => {
  expect(strengthOf("café com pão na padaria")).toBe(4);
  expect(strengthOf("t7#Kq9!mZp2x")).toBe(4);
});

test("the own name counts for nothing", () => {
  expect(strengthOf("mariasilva1", ["Maria Silva", "maria@exemplo.com"])).toBe(1);
});

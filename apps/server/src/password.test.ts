import { expect, test } from "vitest";

import { hashPassword, passwordProblem, verifyPassword } from "./password.ts";

test("a password shorter than 8 or longer than 72 characters is refused", () => {
  expect(passwordProblem("Xq7!a", [])).toBe("tooShort");
  expect(passwordProblem("Xq7!akP2".repeat(10), [])).toBe("tooLong");
});

test("what everybody uses is too weak, in Portuguese too", () => {
  for (const weak of ["password1", "12345678", "senha123", "qwertyuiop", "saopaulo"]) {
    expect(passwordProblem(weak, [])).toBe("tooWeak");
  }
});

test("the person's own name and address are weak words", () => {
  const known = ["Gertrudes Waldvogel", "gertrudes.waldvogel@exemplo.com.br"];
  expect(passwordProblem("waldvogel", [])).toBeUndefined();
  expect(passwordProblem("waldvogel", known)).toBe("tooWeak");
});

test("a hash is argon2id with 19 MiB and two passes, and only its password verifies", async () => {
  const hash = await hashPassword("girassol-azul-42");
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword({ hash, password: "girassol-azul-42" })).toBe(true);
  expect(await verifyPassword({ hash, password: "girassol-azul-43" })).toBe(false);
});

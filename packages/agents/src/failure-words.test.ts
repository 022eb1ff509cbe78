import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { DomainError } from "@vida/core/errors";
import { expect, test } from "vitest";

import { hasWords, refusalInWords } from "./failure-words.ts";

const core = join(import.meta.dirname, "../../core/src");
/** Refusals that no tool can meet, or that say themselves in the words of their code or fields. */
const ELSEWHERE =
  /^(account|chat|list|input|action|insights|notifications|operator|undo|database|live|jobs)\./;

test("every reason for which an operation may refuse has words of its own", () => {
  const source = globSync("**/*.ts", { cwd: core })
    .filter((file) => !file.endsWith(".test.ts"))
    .map((file) => readFileSync(join(core, file), "utf8"))
    .join("\n");
  const reasons = [
    ...source.matchAll(/fail\(\s*"(?:not_found|conflict|invalid|limited)",\s*"([A-Za-z.]+)"/g),
  ].map(([, reason = ""]) => reason);
  expect(reasons.length).toBeGreaterThan(80);
  const silent = [...new Set(reasons)].filter(
    (reason) => !ELSEWHERE.test(reason) && !hasWords(reason) && !WITH_FIELDS.has(reason),
  );
  expect(silent).toEqual([]);
});

/** Their fields say exactly what is wrong. */
const WITH_FIELDS = new Set(["tracking.outOfRange"]);

test("fields speak first, then the reason, then the code, and bugs say nothing", () => {
  const fields = { value: ["de 1 a 10"] };
  expect(refusalInWords(new DomainError("invalid", "tracking.outOfRange", { fields }))).toBe(
    "de 1 a 10",
  );
  expect(refusalInWords(new DomainError("conflict", "bills.alreadyPaid"))).toBe(
    "essa conta já está paga",
  );
  expect(refusalInWords(new DomainError("not_found", "new.reason"))).toContain("não achei");
  expect(refusalInWords(new Error("x"))).toBe("deu um erro do nosso lado");
});

import * as fc from "fast-check";
import { expect, test } from "vitest";

import { add, compare, formatMoney, money, split, subtract, sum } from "./money.ts";

const cents = fc.bigInt({ min: 0n, max: 99_999_999_999_999n });
const amount = cents.map((c) => `${c / 100n}.${String(c % 100n).padStart(2, "0")}`);

test("splits into parts that sum exactly and differ by at most one centavo", () => {
  fc.assert(
    fc.property(amount, fc.integer({ min: 1, max: 480 }), (total, count) => {
      const parts = split(total, count);
      expect(parts).toHaveLength(count);
      expect(sum(parts)).toBe(money(total));
      expect(compare(subtract(parts[0] ?? "0", parts.at(-1) ?? "0"), "0.01")).toBeLessThanOrEqual(
        0,
      );
    }),
  );
});

test("adds without ever losing a centavo", () => {
  fc.assert(
    fc.property(amount, amount, (a, b) => {
      expect(subtract(add(a, b), b)).toBe(money(a));
    }),
  );
  expect(add("0.10", "0.20")).toBe("0.30");
});

test("writes sums the Brazilian way", () => {
  expect(formatMoney("1234567.89", "BRL")).toBe("R$\u00a01.234.567,89");
  expect(formatMoney("9999999999999999.99", "BRL")).toBe("R$\u00a09.999.999.999.999.999,99");
});

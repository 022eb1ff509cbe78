import { expect, test } from "vitest";

import {
  amountText,
  fromCents,
  minus,
  parseAmount,
  share,
  times,
  toCents,
  total,
} from "./amounts.ts";

test.each([
  ["32,50", "32.50"],
  ["32,5", "32.50"],
  ["32", "32.00"],
  ["32.50", "32.50"],
  ["1.200", "1200.00"],
  ["1.234.567,89", "1234567.89"],
  ["R$ 1.234,5", "1234.50"],
  [" 0,01 ", "0.01"],
  ["-150,00", "-150.00"],
  ["12,", "12.00"],
])("%s is read as %s", (text, amount) => {
  expect(parseAmount(text)).toBe(amount);
});

test.each(["", "abc", "1,2,3", "1.23.4", "12,345", "1e5", "NaN", "12.34,5", "1234567890123"])(
  "%s is no amount",
  (text) => {
    expect(parseAmount(text)).toBeNull();
  },
);

test("an amount goes to the field and back unchanged", () => {
  for (const amount of ["0.01", "32.50", "1234567.89", "999999999999.99", "-20.00"]) {
    expect(parseAmount(amountText(amount))).toBe(amount);
  }
  expect(amountText("1234567.89")).toBe("1.234.567,89");
});

test("sums are exact where a float would not be", () => {
  expect(total(["0.10", "0.20", "-0.30"])).toBe("0.00");
  expect(minus("100.00", "99.99")).toBe("0.01");
  expect(times("99.67", 36)).toBe("3588.12");
  expect(fromCents(toCents("-0.05"))).toBe("-0.05");
});

test("a share of nothing is nothing", () => {
  expect(share("10.00", "0.00")).toBe(0);
  expect(share("45.00", "90.00")).toBe(0.5);
});

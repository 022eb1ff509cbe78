import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { addDays } from "../dates.ts";
import { divides, merchantOf, partsOf, searchForm } from "./rules.ts";

const cents = fc.integer({ min: 1, max: 99_999_999_999 });
const toAmount = (value: number): string =>
  `${Math.trunc(value / 100)}.${String(value % 100).padStart(2, "0")}`;

describe("the parts of a purchase", () => {
  it("sum exactly to it and differ by at most one centavo", () => {
    fc.assert(
      fc.property(cents, fc.integer({ min: 1, max: 120 }), (total, count) => {
        fc.pre(total >= count);
        const parts = partsOf(toAmount(total), count, "2026-11-22").map(({ amount }) =>
          BigInt(amount.replace(".", "")),
        );
        expect(parts).toHaveLength(count);
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(BigInt(total));
        const [most = 0n, least = 0n] = [parts[0], parts.at(-1)];
        expect(most - least <= 1n).toBe(true);
        expect(parts).toEqual(parts.toSorted((a, b) => Number(b - a)));
      }),
      { numRuns: 3000 },
    );
  });

  it("lie one month apart on the day of purchase, clamped to each month", () => {
    expect(partsOf("100.00", 4, "2026-11-30").map(({ day }) => day)).toEqual([
      "2026-11-30",
      "2026-12-30",
      "2027-01-30",
      "2027-02-28",
    ]);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 1, max: 60 }),
        (at, count) => {
          const purchase = addDays("1990-01-01", at);
          const [year = 0, month = 1, date = 1] = purchase.split("-").map(Number);
          const days = partsOf("999999.99", count, purchase).map(({ day }) => day);
          const expected = Array.from({ length: count }, (_, i) => {
            const length = new Date(Date.UTC(year, month + i, 0)).getUTCDate();
            return new Date(Date.UTC(year, month - 1 + i, Math.min(date, length)))
              .toISOString()
              .slice(0, 10);
          });
          expect(days).toEqual(expected);
        },
      ),
    );
  });

  it("exist only where each gets a centavo", () => {
    expect(divides("0.12", 12)).toBe(true);
    expect(divides("0.11", 12)).toBe(false);
  });
});

describe("the words of a description", () => {
  it("are the same with other accents, numbers and signs", () => {
    expect(merchantOf("Padaria São João")).toBe("padaria sao joao");
    expect(merchantOf("UBER *TRIP 12/11")).toBe(merchantOf("Uber trip"));
    expect(merchantOf("99")).toBe("99");
  });

  it("are searched without accents and case", () => {
    expect(searchForm("Açaí 500ml")).toBe("acai 500ml");
  });
});

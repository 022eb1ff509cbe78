import fc from "fast-check";
import { expect, test } from "vitest";

import { addDays, addMonths, daysFrom, monthOf } from "../dates.ts";
import {
  debtStatus,
  dueOfInstallment,
  endMonth,
  expectedPaid,
  installmentOf,
  installmentStatus,
  isVisibleIn,
  monthOfInstallment,
  project,
} from "./rules.ts";
import type { DebtFacts, Plan } from "./rules.ts";

const PLAN: Plan = { installments: 12, dueDay: 31, startMonth: "2026-09" };
const debt = (paid: number, status = "active", plan: Plan | null = PLAN): DebtFacts => ({
  plan,
  paid,
  status,
});

test("installments lie a month apart, on the due day clamped to the month", () => {
  expect(endMonth(PLAN)).toBe("2027-08");
  expect(monthOfInstallment(PLAN, 6)).toBe("2027-02");
  expect(dueOfInstallment(PLAN, 6)).toBe("2027-02-28");
  expect(installmentOf(PLAN, "2026-08")).toBeNull();
  expect(installmentOf(PLAN, "2026-09")).toBe(1);
  expect(installmentOf(PLAN, "2027-08")).toBe(12);
  expect(installmentOf(PLAN, "2027-09")).toBeNull();
});

test("the current month counts as due only after its due day", () => {
  const plan = { ...PLAN, dueDay: 10 };
  expect(expectedPaid(plan, "2026-08-31")).toBe(0);
  expect(expectedPaid(plan, "2026-09-10")).toBe(0);
  expect(expectedPaid(plan, "2026-09-11")).toBe(1);
  expect(expectedPaid(plan, "2026-11-10")).toBe(2);
  expect(expectedPaid(plan, "2040-01-01")).toBe(12);
  expect(debtStatus(debt(2, "active", plan), "2026-11-10")).toBe("active");
  expect(debtStatus(debt(2, "active", plan), "2026-11-11")).toBe("overdue");
});

test("what the person said of a debt wins over what is counted", () => {
  expect(debtStatus(debt(0, "settled"), "2030-01-01")).toBe("settled");
  expect(debtStatus(debt(0, "defaulted"), "2030-01-01")).toBe("defaulted");
  expect(debtStatus(debt(12), "2026-10-01")).toBe("paid_off");
  expect(debtStatus(debt(0, "active", null), "2030-01-01")).toBe("active");
  expect(debtStatus(debt(0, "paid_off", null), "2030-01-01")).toBe("paid_off");
});

test("a debt shows in its months, a finished one up to its end, open and defaulted ones always", () => {
  const seen = (facts: DebtFacts): string[] =>
    ["2026-08", "2026-09", "2027-08", "2027-09"].filter((month) => isVisibleIn(facts, month));
  expect(seen(debt(3))).toEqual(["2026-09", "2027-08"]);
  expect(seen(debt(12))).toEqual(["2026-08", "2026-09", "2027-08"]);
  expect(seen(debt(3, "settled"))).toEqual(["2026-08", "2026-09", "2027-08"]);
  expect(seen(debt(3, "defaulted"))).toHaveLength(4);
  expect(seen(debt(0, "active", null))).toHaveLength(4);
});

test("an installment is paid early only in a month before its own", () => {
  const plan = { ...PLAN, dueDay: 10 };
  expect(installmentStatus(plan, 2, "2026-09-30", "2026-11-22")).toBe("paid_early");
  expect(installmentStatus(plan, 2, "2026-10-01", "2026-11-22")).toBe("paid");
  expect(installmentStatus(plan, 3, null, "2026-11-10")).toBe("pending");
  expect(installmentStatus(plan, 3, null, "2026-11-11")).toBe("overdue");
});

test("the projection follows the pace of payments, and says when it cannot tell", () => {
  const today = "2026-11-22";
  expect(project(debt(0, "active", null), [], today)).toMatchObject({
    estimatedPayoffMonth: null,
    remainingMonths: null,
    velocity: null,
  });
  expect(project(debt(12), [], today)).toMatchObject({
    estimatedPayoffMonth: null,
    remainingMonths: 0,
  });
  expect(project(debt(0), [], today)).toMatchObject({
    estimatedPayoffMonth: "2027-10",
    remainingMonths: 12,
    velocity: { averagePerMonth: 1, isRegular: true },
  });
  expect(project(debt(0, "active", { ...PLAN, startMonth: "2027-01" }), [], today)).toMatchObject({
    estimatedPayoffMonth: "2027-12",
  });
  // One a month, this month's included: nine months after this one.
  expect(project(debt(3), ["2026-09", "2026-10", "2026-11"], today)).toMatchObject({
    estimatedPayoffMonth: "2027-08",
    velocity: { averagePerMonth: 1, isRegular: true },
  });
  // This month's still to come.
  expect(project(debt(2), ["2026-09", "2026-10"], today)).toMatchObject({
    estimatedPayoffMonth: "2027-08",
    remainingMonths: 10,
  });
  const early = project(
    debt(6),
    ["2026-09", "2026-09", "2026-10", "2026-10", "2026-11", "2026-11"],
    today,
  );
  expect(early).toMatchObject({
    estimatedPayoffMonth: "2027-02",
    remainingMonths: 3,
    velocity: { averagePerMonth: 2, isRegular: true },
  });
  expect(early.message).toContain("Adiantando");
  // A month without payment counts: four over three months are not regular.
  expect(project(debt(4), ["2026-09", "2026-11", "2026-11", "2026-11"], today)).toMatchObject({
    velocity: { averagePerMonth: 1.33, isRegular: false },
  });
});

const plan = fc.record({
  installments: fc.integer({ min: 1, max: 60 }),
  dueDay: fc.integer({ min: 1, max: 31 }),
  startMonth: fc.integer({ min: -40, max: 40 }).map((n) => addMonths("2026-11", n)),
});
const today = fc.integer({ min: -900, max: 900 }).map((n) => addDays("2026-11-22", n));

test("what should be paid is what a walk over all days finds due", () => {
  fc.assert(
    fc.property(plan, today, (agreed, day) => {
      const numbers = Array.from({ length: agreed.installments }, (_, i) => i + 1);
      expect(expectedPaid(agreed, day)).toBe(
        numbers.filter((number) => dueOfInstallment(agreed, number) < day).length,
      );
    }),
    { numRuns: 2000 },
  );
});

test("every installment belongs to exactly the one month that shows it", () => {
  fc.assert(
    fc.property(plan, (agreed) => {
      const months = [
        ...new Set(
          daysFrom(
            `${addMonths(agreed.startMonth, -2)}-01`,
            `${addMonths(endMonth(agreed), 2)}-01`,
          ).map(monthOf),
        ),
      ];
      const found = months.flatMap((month) => installmentOf(agreed, month) ?? []);
      expect(found).toEqual(Array.from({ length: agreed.installments }, (_, i) => i + 1));
      expect(months.filter((month) => isVisibleIn(debt(0, "active", agreed), month))).toHaveLength(
        agreed.installments,
      );
    }),
    { numRuns: 300 },
  );
});

test("a debt is overdue exactly when one of its open installments is", () => {
  fc.assert(
    fc.property(plan, today, fc.nat(60), (agreed, day, count) => {
      const paid = Math.min(count, agreed.installments - 1);
      const late = Array.from({ length: agreed.installments - paid }, (_, i) =>
        installmentStatus(agreed, paid + 1 + i, null, day),
      ).includes("overdue");
      expect(debtStatus(debt(paid, "active", agreed), day)).toBe(late ? "overdue" : "active");
    }),
    { numRuns: 2000 },
  );
});

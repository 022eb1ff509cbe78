import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { addDays, addMonths, dayInMonth, daysBetween, daysFrom } from "../dates.ts";
import {
  closingOf,
  dueOf,
  isSettled,
  mayCloseOn,
  openingOf,
  remainingOf,
  statementOf,
  statementOfPart,
  statementStatus,
} from "./rules.ts";
import type { CardSchedule } from "./rules.ts";
import { modelStatement } from "./testing.ts";

const inter: CardSchedule = { closingDay: 28, dueDay: 5, moved: new Map() };
const dayOfMonth = fc.integer({ min: 1, max: 31 });
const month = fc.integer({ min: 0, max: 600 }).map((count) => addMonths("2000-01", count));
const day = fc.integer({ min: 0, max: 18_000 }).map((count) => addDays("2000-01-15", count));

/** A card whose closings were moved one after another, as `moveClosing` allows. */
const card = fc
  .record({
    closingDay: dayOfMonth,
    dueDay: dayOfMonth,
    moves: fc.array(fc.tuple(month, fc.integer({ min: -20, max: 20 })), { maxLength: 30 }),
  })
  .map(({ closingDay, dueDay, moves }) => {
    let schedule: CardSchedule = { closingDay, dueDay, moved: new Map() };
    for (const [at, by] of moves) {
      const to = addDays(closingOf(schedule, at), by);
      if (mayCloseOn(schedule, at, to)) {
        schedule = { ...schedule, moved: new Map(schedule.moved).set(at, to) };
      }
    }
    return schedule;
  });

describe("which statement a purchase stands in", () => {
  it("is the one of the next month when the due day comes after the turn of the month", () => {
    expect(statementOf(inter, "2026-11-22")).toBe("2026-12");
    expect(statementOf(inter, "2026-11-28")).toBe("2026-12");
    expect(statementOf(inter, "2026-11-29")).toBe("2027-01");
  });

  it("is the month's own when the due day follows the closing in the same month", () => {
    const card = { closingDay: 3, dueDay: 10, moved: new Map() };
    expect(statementOf(card, "2026-11-03")).toBe("2026-11");
    expect(statementOf(card, "2026-11-04")).toBe("2026-12");
  });

  it("clamps a closing on the 31st to the length of the month", () => {
    const card = { closingDay: 31, dueDay: 10, moved: new Map() };
    expect(closingOf(card, "2027-03")).toBe("2027-02-28");
    expect(statementOf(card, "2027-02-28")).toBe("2027-03");
    expect(statementOf(card, "2027-03-01")).toBe("2027-04");
  });

  it("agrees with a calendar of closings for any card, moved closings and day", () => {
    fc.assert(
      fc.property(card, day, (schedule, purchase) => {
        expect(statementOf(schedule, purchase)).toBe(modelStatement(schedule, purchase));
      }),
      { numRuns: 3000 },
    );
  });

  it("leaves no day out and counts none twice", () => {
    fc.assert(
      fc.property(card, month, (schedule, at) => {
        const days = daysFrom(openingOf(schedule, at), closingOf(schedule, at));
        expect(days.length).toBeGreaterThan(0);
        for (const one of days) expect(statementOf(schedule, one)).toBe(at);
        expect(openingOf(schedule, addMonths(at, 1))).toBe(addDays(closingOf(schedule, at), 1));
      }),
      { numRuns: 500 },
    );
  });

  it("gives each part of a purchase a statement of its own, in a row", () => {
    fc.assert(
      fc.property(card, day, fc.integer({ min: 1, max: 48 }), (schedule, purchase, count) => {
        const months = Array.from({ length: count }, (_, i) =>
          statementOfPart(schedule, purchase, i + 1),
        );
        expect(new Set(months).size).toBe(count);
        expect(months).toEqual(months.toSorted());
        expect(months[0]).toBe(statementOf(schedule, purchase));
      }),
    );
  });
});

describe("a moved closing", () => {
  it("stays between its neighbours and not after the due date", () => {
    fc.assert(
      fc.property(card, month, fc.integer({ min: -40, max: 40 }), (schedule, at, by) => {
        const to = addDays(closingOf(schedule, at), by);
        const between =
          daysBetween(closingOf(schedule, addMonths(at, -1)), to) > 0 &&
          daysBetween(to, closingOf(schedule, addMonths(at, 1))) > 0;
        expect(mayCloseOn(schedule, at, to)).toBe(between && to <= dueOf(schedule, at));
      }),
    );
  });
});

describe("where a statement stands", () => {
  const at = { opensOn: "2026-10-29", closesOn: "2026-11-28", dueOn: "2026-12-05" };
  it.each([
    ["2026-10-28", "100.00", "0.00", "future"],
    ["2026-11-28", "100.00", "100.00", "open"],
    ["2026-11-29", "100.00", "99.99", "closed"],
    ["2026-12-05", "100.00", "0.00", "closed"],
    ["2026-12-06", "100.00", "0.00", "overdue"],
    ["2026-12-06", "100.00", "100.00", "paid"],
    ["2026-11-29", "0.00", "0.00", "paid"],
    ["2026-11-29", "-20.00", "0.00", "paid"],
  ])("on %s with %s due and %s paid it is %s", (today, total, paid, status) => {
    expect(statementStatus({ ...at, total, paid }, today)).toBe(status);
  });

  it("owes nothing when a refund is larger than what was bought", () => {
    expect(remainingOf("-20.00", "0.00")).toBe("0.00");
    expect(remainingOf("100.00", "33.34")).toBe("66.66");
  });

  it("counts as settled only when something was due and all of it was paid", () => {
    expect(isSettled({ total: "0.00", paid: "0.00" })).toBe(false);
    expect(isSettled({ total: "10.00", paid: "9.99" })).toBe(false);
    expect(isSettled({ total: "10.00", paid: "10.00" })).toBe(true);
  });

  it("is due on the clamped due day of its month", () => {
    expect(dueOf({ ...inter, dueDay: 31 }, "2027-02")).toBe(dayInMonth("2027-02", 31));
  });
});

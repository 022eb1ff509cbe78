import { expect, test } from "vitest";

import { transaction } from "../testing.ts";
import { byDueDay, monthFlow } from "./month-flow.ts";

test("what came in and went out is added up day by day", () => {
  const flow = monthFlow(
    [
      transaction({ day: "2026-10-03", kind: "income", amount: "6200.00" }),
      transaction({ day: "2026-10-03", amount: "0.10" }),
      transaction({ day: "2026-10-05", amount: "0.20" }),
      transaction({ day: "2026-10-06", kind: "transfer", amount: "300.00" }),
      transaction({ day: "2026-10-07", kind: "income", amount: "0.05", refund: true }),
    ],
    "2026-10",
    "BRL",
    "2026-11-22",
  );
  expect(flow).toHaveLength(31);
  expect(flow[1]).toEqual({ day: "2026-10-02", in: "0.00", out: "0.00" });
  expect(flow[4]).toEqual({ day: "2026-10-05", in: "6200.00", out: "0.30" });
  expect(flow.at(-1)).toEqual({ day: "2026-10-31", in: "6200.00", out: "0.25" });
});

test("this month ends today, also when an installment lies ahead", () => {
  const rows = [
    transaction({ day: "2026-11-02", amount: "10.00" }),
    transaction({ day: "2026-11-30", amount: "5.00" }),
  ];
  expect(monthFlow(rows, "2026-11", "BRL", "2026-11-22").at(-1)).toEqual({
    day: "2026-11-22",
    in: "0.00",
    out: "10.00",
  });
});

test("another currency has its own path", () => {
  const rows = [transaction({ day: "2026-11-02", amount: "10.00", currency: "EUR" })];
  expect(monthFlow(rows, "2026-11", "BRL", "2026-11-22").at(-1)?.out).toBe("0.00");
});

test("by statement, a card's purchases count on its due day and no others of the month's", () => {
  const bought = transaction({ day: "2026-10-30", amount: "80.00", statementMonth: "2026-12" });
  const due = transaction({ day: "2026-09-30", amount: "30.00", statementMonth: "2026-10" });
  const cash = transaction({ day: "2026-10-02", amount: "5.00" });
  const rows = byDueDay([bought, cash], [{ dueOn: "2026-10-05", items: [due] }]);
  const flow = monthFlow(rows, "2026-10", "BRL", "2026-11-22");
  expect(flow[3]?.out).toBe("5.00");
  expect(flow[4]?.out).toBe("35.00");
  expect(flow.at(-1)?.out).toBe("35.00");
});

import { z } from "zod";

import { PendingCard } from "../chat/schemas.ts";
import { Currency, Cursor, Day, Id, Instant, Limit, Month, SignedAmount, page } from "../fields.ts";
import { Payable } from "../finance/schemas.ts";
import { GoalView } from "../goals/schemas.ts";
import { HabitOnDay } from "../habits/schemas.ts";
import { InsightView } from "../insights/schemas.ts";
import { DayView, MetricType } from "../tracking/schemas.ts";

const MoneyNow = z.object({
  currency: Currency,
  incomeActual: SignedAmount,
  spent: SignedAmount,
  /** `incomeActual` − `spent` of the month. */
  result: SignedAmount,
  /** What accounts hold today. */
  balance: SignedAmount,
  expectedIn: SignedAmount,
  payable: SignedAmount,
  /** `balance` + `expectedIn` − `payable`: what can be spent until the day. */
  projected: SignedAmount,
});

export const TodayInput = z.object({});
export const TodayView = z.object({
  day: Day,
  name: z.string(),
  /** Cards that wait for a verdict, oldest first. */
  pending: z.array(PendingCard),
  /** How many cards expired unanswered and can still be reopened. */
  unconfirmed: z.int(),
  /** What is overdue or due within a week, soonest first. */
  payables: z.array(Payable),
  /** The habits that are expected today, or were done or skipped, in their order. */
  habits: z.array(HabitOnDay),
  /** The month so far and what is left until `until`, the person's own currency flat. */
  money: MoneyNow.extend({ month: Month, until: Day, others: z.array(MoneyNow) }),
  tracking: DayView,
  /** Water, sleep and mood with their daily target; nothing recorded is null. */
  quick: z.array(
    z.object({
      type: MetricType,
      unit: z.string(),
      value: z.number().nullable(),
      goal: z.number().nullable(),
    }),
  ),
  goalsAtRisk: z.array(GoalView),
  insight: InsightView.nullable(),
  yesterday: z.object({
    day: Day,
    totals: DayView.shape.totals,
    habitsDone: z.int(),
    habitsExpected: z.int(),
    /** Refunds aside; per currency, the person's own first. */
    spent: z.array(z.object({ currency: Currency, amount: SignedAmount })),
  }),
});
export type TodayView = z.infer<typeof TodayView>;

export const ActivityInput = z.object({ limit: Limit, cursor: Cursor.optional() });
export const ActivityView = z.object({
  actionId: Id,
  operation: z.string(),
  /** What happened, in words; the page adds by whom and when. */
  title: z.string(),
  actor: z.enum(["user", "assistant", "job"]),
  at: Instant,
  /** Whether undo can still be tried, and whether it was. */
  undoable: z.boolean(),
  undone: z.boolean(),
  tables: z.array(z.string()),
});
export type ActivityView = z.infer<typeof ActivityView>;
export const ActivityPage = page(ActivityView);

export const UndoInput = z.object({ actionId: Id });
export const UndoView = z.object({ actionId: Id, tables: z.array(z.string()) });

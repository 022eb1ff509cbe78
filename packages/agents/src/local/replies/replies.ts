import type { Reply } from "../compose.ts";
import { BILL_REPLIES } from "./bills.ts";
import { DEBT_REPLIES } from "./debts.ts";
import { DIARY_REPLIES } from "./diary.ts";
import { GOAL_REPLIES } from "./goals.ts";
import { HABIT_REPLIES } from "./habits.ts";
import { LEDGER_REPLIES } from "./ledger.ts";
import { MEMORY_REPLIES } from "./memory.ts";
import { MONTH_REPLIES } from "./months.ts";
import { REMINDER_REPLIES } from "./reminders.ts";
import { TRACKING_REPLIES } from "./tracking.ts";

/** How the results of tools are said, by tool; every other tool says its summary. */
export const REPLIES: Readonly<Record<string, Reply>> = {
  ...TRACKING_REPLIES,
  ...DIARY_REPLIES,
  ...HABIT_REPLIES,
  ...GOAL_REPLIES,
  ...BILL_REPLIES,
  ...MONTH_REPLIES,
  ...DEBT_REPLIES,
  ...LEDGER_REPLIES,
  ...MEMORY_REPLIES,
  ...REMINDER_REPLIES,
};

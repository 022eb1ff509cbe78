import { type Clause, order, type Scene } from "../clause.ts";
import type { Reading, Room } from "../reading.ts";
import { oneOf } from "../words.ts";
import { allHabitsRoom } from "./all-habits.ts";
import { billChangeRoom, billCreateRoom } from "./bill-setup.ts";
import { billPaidRoom } from "./bills.ts";
import { categoryRoom, customMetricRoom } from "./categories.ts";
import { metricChangeRoom, metricDeleteRoom } from "./changes.ts";
import { debtCreateRoom } from "./debt-setup.ts";
import { installmentsPaidRoom } from "./debts.ts";
import { goalChangeRoom, goalCreateRoom } from "./goal-setup.ts";
import { goalProgressRoom } from "./goals.ts";
import { habitChangeRoom, habitCreateRoom } from "./habit-setup.ts";
import { habitDoneRoom, habitUndoneRoom } from "./habits.ts";
import { incomeRoom } from "./income.ts";
import { rememberRoom, forgetRoom } from "./memory.ts";
import { metricRoom } from "./metrics.ts";
import { incomeCreateRoom, investmentRoom, planRoom } from "./planning.ts";
import { reminderChangeRoom, reminderRoom } from "./reminders.ts";
import { accountCreateRoom } from "./setup.ts";
import { spendingRoom } from "./spending.ts";
import { statementRoom } from "./statements.ts";
import { transactionChangeRoom, transactionDeleteRoom, undoRoom } from "./transaction-changes.ts";
import { transferRoom } from "./transfers.ts";

/** "memoriza que…" swallows whatever follows; "anota que…" only when nothing else understands it. */
function strongMemory(c: Clause, s: Scene): Reading | null {
  const lead = order(c, "memorize");
  if (
    lead !== null &&
    oneOf("anotar guardar gravar salvar registrar", lead.lemma) &&
    !c.words.includes("memoria")
  )
    return null;
  return rememberRoom(c, s);
}

/** Orders about things that exist or shall be made; they come before records of what happened. */
export const ORDERS: readonly Room[] = [
  reminderChangeRoom,
  goalChangeRoom,
  categoryRoom,
  customMetricRoom,
  reminderRoom,
  forgetRoom,
  strongMemory,
  habitCreateRoom,
  goalCreateRoom,
  accountCreateRoom,
  habitUndoneRoom,
  habitChangeRoom,
  undoRoom,
  transactionDeleteRoom,
  metricDeleteRoom,
  billChangeRoom,
  metricChangeRoom,
  transactionChangeRoom,
];

/** What happened, or is planned, with money, body and habits. */
export const RECORDS: readonly Room[] = [
  debtCreateRoom,
  installmentsPaidRoom,
  statementRoom,
  billPaidRoom,
  billCreateRoom,
  incomeCreateRoom,
  planRoom,
  investmentRoom,
  transferRoom,
  incomeRoom,
  goalProgressRoom,
  allHabitsRoom,
  habitDoneRoom,
  metricRoom,
  spendingRoom,
  rememberRoom,
];

/** The first room that has something to say about the clause. */
export function enter(c: Clause, s: Scene, rooms: readonly Room[]): Reading | null {
  for (const room of rooms) {
    const reading = room(c, s);
    if (reading !== null) return reading;
  }
  return null;
}

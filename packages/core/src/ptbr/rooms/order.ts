import { type Clause, order, type Scene } from "../clause.ts";
import type { Reading, Room } from "../reading.ts";
import { oneOf } from "../words.ts";
import { billChangeRoom, billCreateRoom, billPaidRoom } from "./bills.ts";
import {
  metricChangeRoom,
  metricDeleteRoom,
  transactionChangeRoom,
  transactionDeleteRoom,
  undoRoom,
} from "./changes.ts";
import { debtCreateRoom, installmentsPaidRoom } from "./debts.ts";
import { goalChangeRoom, goalCreateRoom, goalProgressRoom } from "./goals.ts";
import { habitChangeRoom, habitCreateRoom, habitDoneRoom, habitUndoneRoom } from "./habits.ts";
import { incomeRoom } from "./income.ts";
import { rememberRoom, forgetRoom } from "./memory.ts";
import { metricRoom } from "./metrics.ts";
import { incomeCreateRoom, investmentRoom, planRoom, statementRoom } from "./planning.ts";
import { reminderChangeRoom, reminderRoom } from "./reminders.ts";
import { accountCreateRoom, categoryRoom, customMetricRoom } from "./setup.ts";
import { spendingRoom, transferRoom } from "./spending.ts";

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

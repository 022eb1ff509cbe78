import { addDays, addMonths, dayInMonth, monthOf } from "../dates.ts";
import { compare, subtract } from "../money.ts";

/** How a card's months run. `moved` holds the closings that are not the usual ones, by statement month. */
export type CardSchedule = {
  readonly closingDay: number;
  readonly dueDay: number;
  readonly moved: ReadonlyMap<string, string>;
};

/**
 * The usual closing of a statement, which is named by the month of its due date.
 *
 * It falls on the closing day, clamped to the month's length, of the due month itself, or of the month
 * before when the due day is not later in the month than the closing day.
 */
export function usualClosing(card: CardSchedule, month: string): string {
  const closingMonth = card.dueDay > card.closingDay ? month : addMonths(month, -1);
  return dayInMonth(closingMonth, card.closingDay);
}

/** The day on which a statement closes, moved or usual. */
export function closingOf(card: CardSchedule, month: string): string {
  return card.moved.get(month) ?? usualClosing(card, month);
}

export function dueOf(card: CardSchedule, month: string): string {
  return dayInMonth(month, card.dueDay);
}

/** The first day whose purchases stand in a statement: the one after the previous closing. */
export function openingOf(card: CardSchedule, month: string): string {
  return addDays(closingOf(card, addMonths(month, -1)), 1);
}

/**
 * The statement that a purchase of a day stands in: the first that closes on that day or later.
 *
 * A statement never closes after its own month, so the search starts at the month of the day.
 */
export function statementOf(card: CardSchedule, day: string): string {
  let month = monthOf(day);
  while (closingOf(card, month) < day) month = addMonths(month, 1);
  return month;
}

/** The statement of a purchase's part: one statement each, from the purchase's own on. */
export function statementOfPart(
  card: CardSchedule,
  purchaseDay: string,
  installment: number,
): string {
  return addMonths(statementOf(card, purchaseDay), installment - 1);
}

/** Whether a closing may move to a day: between its neighbours' closings and not after the due date. */
export function mayCloseOn(card: CardSchedule, month: string, day: string): boolean {
  return (
    day > closingOf(card, addMonths(month, -1)) &&
    day < closingOf(card, addMonths(month, 1)) &&
    day <= dueOf(card, month)
  );
}

export type StatementStatus = "future" | "open" | "closed" | "paid" | "overdue";

/**
 * Where a statement stands on a day: not begun, taking purchases, waiting for payment, paid, or unpaid
 * past its due date. A closed statement with nothing left to pay is `paid`.
 */
export function statementStatus(
  statement: { opensOn: string; closesOn: string; dueOn: string; total: string; paid: string },
  today: string,
): StatementStatus {
  if (statement.opensOn > today) return "future";
  if (statement.closesOn >= today) return "open";
  if (compare(statement.paid, statement.total) >= 0) return "paid";
  return statement.dueOn < today ? "overdue" : "closed";
}

/** What is left to pay of a statement; never less than nothing, since credit stays on its own statement. */
export function remainingOf(total: string, paid: string): string {
  const left = subtract(total, paid);
  return compare(left, "0") < 0 ? "0.00" : left;
}

/** Whether a statement's parts count as paid: something was due and all of it was given. */
export function isSettled(statement: { total: string; paid: string }): boolean {
  return compare(statement.total, "0") > 0 && compare(statement.paid, statement.total) >= 0;
}

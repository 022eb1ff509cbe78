import { addMonths, dayInMonth, monthOf } from "../dates.ts";
import { compare, split } from "../money.ts";
import { fold } from "../ptbr/normalize.ts";

export type Part = { readonly installment: number; readonly amount: string; readonly day: string };

/** Whether an amount gives each of `count` parts at least one centavo. */
export function divides(amount: string, count: number): boolean {
  return compare(amount, (count / 100).toFixed(2)) >= 0;
}

/**
 * The parts of a purchase: they sum exactly to it and differ by at most one centavo, and part n lies n − 1
 * months after the purchase, clamped to the month's length.
 */
export function partsOf(amount: string, count: number, purchaseDay: string): Part[] {
  return split(amount, count).map((part, index) => ({
    installment: index + 1,
    amount: part,
    day: partDay(purchaseDay, index + 1),
  }));
}

export function partDay(purchaseDay: string, installment: number): string {
  return dayInMonth(addMonths(monthOf(purchaseDay), installment - 1), Number(purchaseDay.slice(8)));
}

/** The form of a text in which it is searched: no accents, no case. */
export function searchForm(text: string): string {
  return fold(text).slice(0, 255);
}

/** The words of a description, by which its account and category are remembered: "Uber *TRIP 12/11" is "uber trip". */
export function merchantOf(description: string): string {
  const words = fold(description)
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "");
  return (words.length > 0 ? words.join(" ") : fold(description)).slice(0, 255);
}

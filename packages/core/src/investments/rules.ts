import { Decimal } from "decimal.js";

import { compare, subtract } from "../money.ts";

/** How investments are counted. Browser-safe. */

/** Current ÷ goal in percent with two places, above 100 once passed; null without a goal. */
export function progressOf(current: string, goal: string | null): number | null {
  if (goal === null || compare(goal, "0") <= 0) return null;
  return new Decimal(current).dividedBy(goal).times(100).toDecimalPlaces(2).toNumber();
}

/** What a goal still needs; nothing once it is reached, null without one. */
export function remainingOf(current: string, goal: string | null): string | null {
  if (goal === null) return null;
  const left = subtract(goal, current);
  return compare(left, "0") > 0 ? left : "0.00";
}

/** Months of contributions until the goal, when there is something left and something coming. */
export function monthsToGoal(
  current: string,
  goal: string | null,
  monthly: string | null,
): number | null {
  const left = remainingOf(current, goal);
  if (left === null || monthly === null || compare(left, "0") === 0 || compare(monthly, "0") <= 0)
    return null;
  return new Decimal(left).dividedBy(monthly).ceil().toNumber();
}

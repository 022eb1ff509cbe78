import { addDays } from "@/lib/days.ts";

/** Seven days around a day, oldest first, none of them after today. */
export function daysAround(day: string, today: string): string[] {
  const ahead = addDays(day, 3);
  const last = ahead < today ? ahead : today;
  return Array.from({ length: 7 }, (_, index) => addDays(last, index - 6));
}

import { repeatInWords } from "@vida/core/reminders/words";

import { addDays, weekday } from "../../lib/days.ts";
import { relativeDay } from "../../lib/format.ts";
import { t } from "../../lib/t.ts";
import type { Outputs } from "../../trpc/context.ts";

export type Reminder = Outputs["reminders"]["list"]["items"][number];

export const REPEATS = ["never", "daily", "weekdays", "weekly", "monthly", "yearly"] as const;
export type Repeat = (typeof REPEATS)[number] | "kept";

const DAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"] as const;

/** The rule for a choice, on the day that the reminder begins. */
export function ruleOf(repeat: Repeat, day: string): string | null {
  switch (repeat) {
    case "daily":
      return "FREQ=DAILY";
    case "weekdays":
      return "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR";
    case "weekly":
      return `FREQ=WEEKLY;BYDAY=${DAYS[weekday(day)] ?? "MO"}`;
    case "monthly":
      return `FREQ=MONTHLY;BYMONTHDAY=${Number(day.slice(8))}`;
    case "yearly":
      return "FREQ=YEARLY";
    default:
      return null;
  }
}

/** The choice that a stored rule stands for; `kept` when it is one the form does not offer. */
export function repeatOf(rule: string | null, day: string): Repeat {
  if (rule === null) return "never";
  const same = REPEATS.find((repeat) => ruleOf(repeat, day) === rule);
  if (same !== undefined) return same;
  return rule === "FREQ=WEEKLY" ? "weekly" : rule === "FREQ=MONTHLY" ? "monthly" : "kept";
}

/** "9h", "14h30". */
export function timeWords(wall: string): string {
  const [hour = "0", minute = "00"] = wall.slice(11, 16).split(":");
  return `${Number(hour)}h${minute === "00" ? "" : minute}`;
}

/** "amanhã às 19h30". */
export function whenWords(wall: string, today: string): string {
  return t("reminders.at", { day: relativeDay(wall.slice(0, 10), today), time: timeWords(wall) });
}

export function repeatWords(rule: string): string {
  return repeatInWords(rule);
}

/** Where "adiar" can lead from a moment of the person's wall clock; never back in time. */
export function snoozeChoices(now: string): { label: string; until: string }[] {
  const day = now.slice(0, 10);
  const [hour = 0, minute = 0] = now.slice(11, 16).split(":").map(Number);
  const clock = String(minute).padStart(2, "0");
  const later =
    hour === 23
      ? `${addDays(day, 1)}T00:${clock}`
      : `${day}T${String(hour + 1).padStart(2, "0")}:${clock}`;
  return [
    { label: t("reminders.inOneHour"), until: later },
    ...(hour < 18 ? [{ label: t("reminders.thisEvening"), until: `${day}T19:00` }] : []),
    { label: t("reminders.tomorrow"), until: `${addDays(day, 1)}T08:00` },
    { label: t("reminders.nextWeek"), until: `${addDays(day, 7)}T08:00` },
  ];
}

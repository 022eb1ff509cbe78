import type { Frequency, HabitView } from "./schemas.ts";

const DAYS = ["dom", "seg", "ter", "qua", "qui", "sex", "sáb"];
const FREQUENCIES: Readonly<Record<Exclude<Frequency, "custom" | "times">, string>> = {
  daily: "todo dia",
  weekdays: "dias úteis",
  weekends: "fins de semana",
};

/** `todo dia`, `seg, qua, sex`, `3 vezes em 7 dias`. */
export function frequencyInWords(
  habit: Pick<HabitView, "frequency" | "frequencyDays" | "times">,
): string {
  const { frequency, frequencyDays, times } = habit;
  if (frequency === "custom")
    return frequencyDays
      .toSorted((a, b) => a - b)
      .map((day) => DAYS[day])
      .join(", ");
  if (frequency === "times") {
    if (times === null) return "";
    const count = times.times === 1 ? "1 vez" : `${times.times} vezes`;
    return times.days === 7 ? `${count} por semana` : `${count} em ${times.days} dias`;
  }
  return FREQUENCIES[frequency];
}

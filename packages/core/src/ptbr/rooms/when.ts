import { parts, addDays, addMinutes, addMonths, dayInMonth, minutesOf, weekday } from "../civil.ts";
import { type Clause, type Scene, first, has, items, phrase } from "../clause.ts";
import { clockText, fromNow, readClock } from "../clock.ts";
import { nextMonthDay } from "../day-names.ts";
import type { Recurrence } from "../weekly.ts";
import { oneOf } from "../words.ts";

const MORNING = "09:00";

const PART_TIME: Readonly<Record<string, string>> = {
  dawn: "06:00",
  morning: "09:00",
  afternoon: "15:00",
  evening: "20:00",
  night: "21:00",
};

export type When =
  | { readonly remindAt: string; readonly repeat?: string; readonly guessed: boolean }
  | "past"
  | null;

/** The wall time that the clause names for a reminder; null when it names none. */
export function whenOf(c: Clause, s: Scene): When {
  const { today, now } = s.options;
  const delay = first(c, "delay");
  if (delay !== undefined)
    return delay.value.minutes === 0
      ? null
      : { remindAt: fromNow(now, delay.value.minutes), guessed: false };
  const within = items(c, "quantity").find(
    (q) => q.value.kind === "duration" && c.words[q.from - 1] === "em",
  );
  if (within !== undefined) return { remindAt: fromNow(now, within.value.value), guessed: false };
  const repeat = first(c, "recurrence")?.value;
  const day =
    items(c, "day").find(
      (d) => d.value.past !== today || c.words[d.from] === "hoje" || d.value.part !== undefined,
    ) ?? first(c, "day");
  const clock = clockOf(c);
  const period = items(c, "period").find((p) => p.value.from > today);
  const part = day?.value.part ?? repeat?.part ?? partWord(c);
  if (
    clock === null &&
    day === undefined &&
    repeat === undefined &&
    period === undefined &&
    part === undefined
  )
    return null;
  let time = clock === null ? (part === undefined ? MORNING : PART_TIME[part]!) : clockText(clock);
  let date =
    day === undefined ? undefined : day.value.kind === "fixed" ? day.value.past : day.value.next;
  const guessed = clock === null;
  const wakes = has(c, "acorda acorde acordar acordado acordada despertador desperta");
  if (clock !== null && clock.vague && !(wakes && part === undefined)) {
    if (part === "evening" || part === "night" || part === "afternoon") {
      if (clock.hour < 12 && !(part === "afternoon" && clock.hour > 8))
        time = clockText({ hour: clock.hour + 12, minute: clock.minute });
    } else if (part === undefined && clock.hour >= 1 && clock.hour <= 5)
      time = clockText({ hour: clock.hour + 12, minute: clock.minute });
    else if (
      part === undefined &&
      (date === undefined || (date === today && day?.value.kind !== "monthday")) &&
      repeat === undefined &&
      minutesOf(time) <= minutesOf(now.slice(11, 16)) &&
      clock.hour < 12 &&
      minutesOf(time) + 720 > minutesOf(now.slice(11, 16))
    )
      time = clockText({ hour: clock.hour + 12, minute: clock.minute });
  }
  if (repeat !== undefined) {
    const start = firstOf(repeat, today, `${today}T${time}` <= now);
    const at =
      repeat.frequency === "hourly" && clock === null
        ? fromNow(now, 60 * Number(/INTERVAL=(\d+)/.exec(repeat.rrule)?.[1] ?? "1"))
        : `${date ?? start}T${time}`;
    return {
      remindAt: at,
      repeat: repeat.rrule,
      guessed: guessed && repeat.frequency !== "hourly",
    };
  }
  // "dia 20 às 10h" said on the 20th after ten: the coming 20th.
  if (day?.value.kind === "monthday" && date === today && `${today}T${time}` <= now)
    date = nextMonthDay(addDays(today, 1), parts(today)[2]);
  if (date === undefined && period !== undefined) date = period.value.from;
  if (date === undefined) date = `${today}T${time}` <= now ? addDays(today, 1) : today;
  const remindAt = `${date}T${time}`;
  if (remindAt <= now)
    return date === today && guessed ? { remindAt: addMinutes(now, 60), guessed: true } : "past";
  return { remindAt, guessed };
}

function partWord(c: Clause): "morning" | "afternoon" | "evening" | undefined {
  if (phrase(c, "de|pela manha") || phrase(c, "da manha")) return "morning";
  if (phrase(c, "a|de|pela tarde") || phrase(c, "mais tarde")) return "afternoon";
  return phrase(c, "a|de|pela noite") ? "evening" : undefined;
}

function clockOf(c: Clause): { hour: number; minute: number; vague: boolean } | null {
  const named = first(c, "clock");
  if (named !== undefined) return named.value;
  const q = items(c, "quantity").find(
    (x) =>
      x.value.clock !== undefined &&
      (oneOf("as a , para", c.words[x.from - 1] ?? "") ||
        c.items.some((d) => (d.type === "day" || d.type === "recurrence") && d.to === x.from) ||
        x.from === 0 ||
        c.words[x.to - 1] !== "horas"),
  );
  if (q?.value.clock !== undefined) {
    const again = readClock(c.tokens, q.from, true);
    return again ?? { ...q.value.clock, vague: q.value.clock.hour <= 12 };
  }
  return null;
}

function firstOf(r: Recurrence, today: string, passed: boolean): string {
  const from = passed ? addDays(today, 1) : today;
  if (r.monthDay !== undefined) {
    const here = dayInMonth(from.slice(0, 7), r.monthDay);
    return here >= from ? here : dayInMonth(addMonths(from.slice(0, 7), 1), r.monthDay);
  }
  if (r.days !== undefined)
    for (let i = 0; i < 7; i += 1)
      if (r.days.includes(weekday(addDays(from, i)))) return addDays(from, i);
  return from;
}

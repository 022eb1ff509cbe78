"use client";
import { cn } from "@/lib/cn.ts";
import { monthOf } from "@/lib/days.ts";
import { longDay, monthName, shortDay } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";

import { readDays, weeksUpTo, type DayMark, type HabitHistory } from "./habit-days.ts";
import { valueWords } from "./habit-words.ts";

const CELL = 11;
const STEP = 14;
const LEFT = 26;
const TOP = 18;

const FILL: Readonly<Record<DayMark, string>> = {
  done: "fill-folha",
  part: "fill-folha/45",
  skipped: "fill-ipe/70",
  missed: "fill-ink/13",
  off: "fill-ink/5",
};
const WORDS = {
  done: "habits.legendDone",
  part: "habits.legendPart",
  skipped: "habits.legendSkipped",
  missed: "habits.legendMissed",
  off: "habits.notDue",
} as const;
const LEGEND = ["done", "part", "skipped", "missed"] as const;

/** A year of one habit: a column for each week, a square for each day. */
export function YearMap({ history, today }: { history: HabitHistory; today: string }) {
  const weeks = weeksUpTo(today);
  const read = readDays(history, today);
  const days = weeks.flat().map(read);
  const count = (mark: DayMark): number => days.filter((one) => one.mark === mark).length;
  const { habit } = history;
  const legend = LEGEND.filter((mark) => mark === "done" || count(mark) > 0);
  return (
    <div>
      <div
        data-scrolls
        role="region"
        // A region that scrolls must be reachable by keyboard.
        tabIndex={0}
        aria-label={t("habits.year")}
        ref={(box) => {
          if (box !== null) box.scrollLeft = box.scrollWidth;
        }}
        className="overflow-x-auto rounded-sm pb-1"
      >
        <svg
          role="img"
          aria-label={t("habits.yearSummary", {
            name: habit.name,
            done: count("done"),
            skipped: count("skipped"),
          })}
          width={LEFT + weeks.length * STEP}
          height={TOP + 7 * STEP}
          className="block max-w-none"
        >
          <MonthNames weeks={weeks} />
          {["seg", "qua", "sex"].map((name, index) => (
            <text
              key={name}
              x="0"
              y={TOP + (index * 2 + 1) * STEP + 9}
              className="fill-soft text-[10px]"
            >
              {name}
            </text>
          ))}
          {weeks.map((week, column) =>
            week.map((day, row) => {
              const { mark, completion } = read(day);
              const value = completion?.value ?? null;
              return (
                <rect
                  key={day}
                  x={LEFT + column * STEP}
                  y={TOP + row * STEP}
                  width={CELL}
                  height={CELL}
                  rx="3"
                  className={cn(FILL[mark], day === today && "stroke-ipe [stroke-width:1.5px]")}
                >
                  <title>
                    {[
                      longDay(day),
                      t(WORDS[mark]),
                      ...(value === null ? [] : [valueWords(habit, value)]),
                    ].join(" · ")}
                  </title>
                </rect>
              );
            }),
          )}
        </svg>
      </div>
      <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-soft">
        {legend.map((mark) => (
          <li key={mark} className="flex items-center gap-1.5">
            <svg aria-hidden="true" width={CELL} height={CELL}>
              <rect width={CELL} height={CELL} rx="3" className={FILL[mark]} />
            </svg>
            {t(WORDS[mark])} · <span className="figures">{count(mark)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function MonthNames({ weeks }: { weeks: readonly string[][] }) {
  return weeks.map((week, column) => {
    const first = week[0] ?? "";
    const before = weeks[column - 1]?.[0];
    const begins = before !== undefined && monthOf(before) !== monthOf(first);
    return begins ? (
      <text key={first} x={LEFT + column * STEP} y="10" className="fill-soft text-[10px]">
        {monthName(monthOf(first)).slice(0, 3).toLowerCase()}
        <title>{shortDay(first)}</title>
      </text>
    ) : null;
  });
}

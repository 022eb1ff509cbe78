"use client";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Choices } from "@/components/ui/choices.tsx";
import { cn } from "@/lib/cn.ts";
import { addDays, addMonths, daysOfMonth, monthOf, weekday } from "@/lib/days.ts";
import { longDay, monthName, number, weekdayShort } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";

import { readDays, type DayMark, type HabitDay, type HabitHistory } from "./habit-days.ts";
import { useComplete, useSkip, useUncomplete } from "./use-habits.ts";
import { ValueForm } from "./value-form.tsx";

const LOOK: Readonly<Record<DayMark, string>> = {
  done: "border-folha bg-folha-wash font-semibold text-folha-ink",
  part: "border-folha/60 border-dashed bg-folha-wash text-folha-ink",
  skipped: "border-ipe/70 bg-ipe-wash text-ipe-ink",
  missed: "border-edge/50 bg-card",
  off: "border-line bg-card text-soft",
};
const WORDS = {
  done: "habits.legendDone",
  part: "habits.legendPart",
  skipped: "habits.legendSkipped",
  missed: "habits.legendMissed",
  off: "habits.legendMissed",
} as const;

/** A month whose days are ticked one by one, as far back as the history reaches. */
export function MonthTicks({
  history,
  today,
  first,
}: {
  history: HabitHistory;
  today: string;
  /** The earliest day that is loaded. */
  first: string;
}) {
  const { habit } = history;
  const [month, setMonth] = useState(monthOf(today));
  const [as, setAs] = useState<"done" | "skipped">("done");
  const [asking, setAsking] = useState<string | null>(null);
  const complete = useComplete();
  const uncomplete = useUncomplete();
  const skip = useSkip();
  const read = readDays(history, today);
  const days = daysOfMonth(month).filter((day) => day <= today && day >= first);
  const lead = weekday(`${month}-01`);
  const sunday = addDays(`${month}-01`, -lead);

  const press = ({ day, mark, completion }: HabitDay): void => {
    if (complete.isPending || uncomplete.isPending || skip.isPending) return;
    const same = as === "skipped" ? mark === "skipped" : mark === "done";
    if (completion !== null && same) uncomplete.mutate({ habit, day });
    else if (as === "skipped") skip.mutate({ habit, day });
    else if (habit.target === null) complete.mutate({ habit, day });
    else setAsking(day);
  };
  return (
    <div className="grid max-w-lg gap-4">
      <div className="flex items-center justify-between gap-2">
        <p className="font-serif text-lg">{monthName(month)}</p>
        <div className="flex">
          <Button
            look="soft"
            size="icon"
            aria-label={t("tracking.monthBefore")}
            disabled={month <= monthOf(first)}
            onClick={() => setMonth(addMonths(month, -1))}
          >
            <ChevronLeft aria-hidden="true" />
          </Button>
          <Button
            look="soft"
            size="icon"
            aria-label={t("tracking.monthAfter")}
            disabled={month >= monthOf(today)}
            onClick={() => setMonth(addMonths(month, 1))}
          >
            <ChevronRight aria-hidden="true" />
          </Button>
        </div>
      </div>
      <Choices
        label={t("habits.tickAs")}
        quiet
        value={as}
        options={[
          { value: "done", label: t("habits.tickDone") },
          { value: "skipped", label: t("habits.tickSkipped") },
        ]}
        onChange={setAs}
      />
      <div>
        <ol
          aria-hidden="true"
          className="mb-1.5 grid grid-cols-7 gap-1 text-center text-xs text-soft"
        >
          {Array.from({ length: 7 }, (_, index) => (
            <li key={index}>{weekdayShort(addDays(sunday, index))}</li>
          ))}
        </ol>
        <ol className="grid grid-cols-7 gap-1">
          {days.map((day, index) => (
            <li key={day} style={index === 0 ? { gridColumnStart: weekday(day) + 1 } : undefined}>
              <DayButton one={read(day)} today={today} onPress={press} />
            </li>
          ))}
        </ol>
      </div>
      {asking === null ? (
        <p className="text-xs text-soft">{t("habits.tickHint")}</p>
      ) : (
        <div className="-ml-15">
          <ValueForm
            key={asking}
            habit={habit}
            value={read(asking).completion?.value ?? null}
            label={t("habits.valueOn", { day: longDay(asking) })}
            onLeave={() => setAsking(null)}
            onSave={(value) => {
              complete.mutate({ habit, day: asking, value });
              setAsking(null);
            }}
          />
        </div>
      )}
    </div>
  );
}

function DayButton({
  one,
  today,
  onPress,
}: {
  one: HabitDay;
  today: string;
  onPress: (one: HabitDay) => void;
}) {
  const value = one.completion?.value ?? null;
  return (
    <button
      type="button"
      aria-pressed={one.mark === "done"}
      onClick={() => onPress(one)}
      className={cn(
        "relative grid min-h-12 w-full content-center justify-items-center rounded-control border leading-tight hover:border-edge",
        LOOK[one.mark],
        one.day === today && "ring-2 ring-ipe ring-offset-1 ring-offset-paper",
      )}
    >
      <span className="sr-only">
        {t("habits.dayIs", { day: longDay(one.day), status: t(WORDS[one.mark]) })}
        {value === null ? null : `, ${number(value)}`}
      </span>
      <span aria-hidden="true">{Number(one.day.slice(8))}</span>
      {value === null ? null : (
        <span aria-hidden="true" className="figures text-[11px] font-normal">
          {number(value, 1)}
        </span>
      )}
    </button>
  );
}

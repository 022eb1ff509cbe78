"use client";
import { Archive, Eraser, Hash, PencilLine, SkipForward } from "lucide-react";
import Link from "next/link";
import { useRef, useState } from "react";

import { Menu, type MenuItem } from "@/components/ui/menu.tsx";
import { cn } from "@/lib/cn.ts";
import { t } from "@/lib/t.ts";

import { HabitCheck } from "./habit-check.tsx";
import { habitLine, streakWords, valueWords, type HabitOnDay } from "./habit-words.ts";
import { useArchive, useComplete, useSkip, useUncomplete } from "./use-habits.ts";
import { ValueForm } from "./value-form.tsx";

type Props = { habit: HabitOnDay; day: string; onEdit: (habit: HabitOnDay) => void };

/** One habit of a day: its ring to tap, its streak at the end of the dots, its menu. */
export function HabitRow({ habit, day, onEdit }: Props) {
  const [asking, setAsking] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const complete = useComplete();
  const uncomplete = useUncomplete();
  const skip = useSkip();
  const archive = useArchive(day);
  const busy = complete.isPending || uncomplete.isPending || skip.isPending;
  const measured = habit.target !== null;
  const marked = habit.status !== "open" || habit.value !== null;

  const back = (): void => {
    setAsking(false);
    row.current?.querySelector<HTMLElement>("button")?.focus();
  };
  const press = (): void => {
    if (measured && habit.status !== "done") setAsking(!asking);
    else if (busy) return;
    else if (habit.status === "done") uncomplete.mutate({ habit, day });
    else complete.mutate({ habit, day });
  };
  const items: MenuItem[] = [
    ...(measured && habit.status !== "done"
      ? [
          {
            label: t("habits.enterValue"),
            icon: <Hash aria-hidden="true" />,
            run: () => setAsking(true),
          },
        ]
      : []),
    ...(habit.status === "skipped"
      ? []
      : [
          {
            label: t("habits.skip"),
            icon: <SkipForward aria-hidden="true" />,
            run: () => skip.mutate({ habit, day }),
          },
        ]),
    ...(marked
      ? [
          {
            label: t(habit.status === "skipped" ? "habits.unskip" : "habits.clear"),
            icon: <Eraser aria-hidden="true" />,
            run: () => uncomplete.mutate({ habit, day }),
          },
        ]
      : []),
    { label: t("habits.edit"), icon: <PencilLine aria-hidden="true" />, run: () => onEdit(habit) },
    {
      label: t("habits.archive"),
      icon: <Archive aria-hidden="true" />,
      run: () => archive.mutate(habit),
      danger: true,
    },
  ];
  return (
    <li ref={row} data-habit={habit.status}>
      <div className="flex min-h-16 items-center gap-3 py-1.5">
        <HabitCheck
          habit={habit}
          expanded={measured && habit.status !== "done" ? asking : undefined}
          onPress={press}
        />
        <div className="min-w-0 flex-1">
          <div className="flex items-baseline gap-2">
            <Link
              href={`/tracking/habits?h=${habit.id}`}
              prefetch={false}
              className={cn(
                "min-w-0 truncate text-lg underline-offset-4 hover:underline",
                habit.status === "skipped" && "text-soft",
              )}
            >
              {habit.name}
            </Link>
            <Standing habit={habit} />
          </div>
          <p className="truncate text-xs text-soft">{habitLine(habit)}</p>
        </div>
        <Menu label={t("habits.options", { name: habit.name })} items={items} />
      </div>
      {asking ? (
        <ValueForm
          habit={habit}
          value={habit.value}
          onLeave={back}
          onSave={(value) => {
            complete.mutate({ habit, day, value });
            back();
          }}
        />
      ) : null}
    </li>
  );
}

/** What stands at the end of the line: the day's value, that it was skipped, or the streak. */
function Standing({ habit }: { habit: HabitOnDay }) {
  const value =
    habit.value === null || habit.target === null ? null : valueWords(habit, habit.value);
  const streak = habit.currentStreak === 0 ? null : streakWords(habit, habit.currentStreak);
  const skipped = habit.status === "skipped";
  if (value === null && streak === null && !skipped) return null;
  return (
    <>
      <span aria-hidden="true" className="leader" />
      <span className="flex shrink-0 items-baseline gap-2">
        {value === null ? null : <span className="figures text-xs text-soft">{value}</span>}
        {skipped ? (
          <span className="text-xs text-soft">{t("habits.skippedShort")}</span>
        ) : streak === null ? null : (
          <span className="figures font-medium text-ipe-ink max-sm:text-xs">{streak}</span>
        )}
      </span>
    </>
  );
}

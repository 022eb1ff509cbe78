"use client";
import { ChevronDown } from "lucide-react";

import { Section } from "@/components/ui/page.tsx";
import { t } from "@/lib/t.ts";

import { ArrangeList } from "./arrange-list.tsx";
import { HabitRow } from "./habit-row.tsx";
import { PERIODS, type HabitOnDay } from "./habit-words.ts";
import { useReorder } from "./use-habits.ts";

type Props = {
  habits: readonly HabitOnDay[];
  day: string;
  arranging: boolean;
  onEdit: (habit: HabitOnDay) => void;
};

/** Whether the day shows the habit among its own: it is due, or something was said of it. */
function belongs({ expected, status, value }: HabitOnDay): boolean {
  return expected || status !== "open" || value !== null;
}

/** A day's habits by the part of the day they belong to; what is not for this day stands folded below. */
export function HabitGroups({ habits, day, arranging, onEdit }: Props) {
  const reorder = useReorder(day);
  const groups = PERIODS.map((period) => ({
    period,
    own: habits.filter((habit) => habit.periodOfDay === period && (arranging || belongs(habit))),
  })).filter(({ own }) => own.length > 0);
  const others = arranging ? [] : habits.filter((habit) => !belongs(habit));
  const rows = (own: readonly HabitOnDay[]) => (
    <ul className="divide-y divide-line lg:-mt-3">
      {own.map((habit) => (
        <HabitRow key={habit.id} habit={habit} day={day} onEdit={onEdit} />
      ))}
    </ul>
  );
  return (
    <>
      <DaySum habits={habits} arranging={arranging} />
      {groups.map(({ period, own }) => (
        <Section key={period} title={t(`period.${period}`)} className="pb-3!">
          {arranging ? (
            <ArrangeList
              habits={own}
              onMove={(moved) =>
                reorder.mutate(
                  groups.flatMap((group) =>
                    (group.period === period ? moved : group.own).map(({ id }) => id),
                  ),
                )
              }
            />
          ) : (
            rows(own)
          )}
        </Section>
      ))}
      {others.length === 0 ? null : (
        <details className="group/rest border-t border-line pt-1">
          <summary className="flex min-h-12 list-none items-center gap-2 text-soft hover:text-ink [&::-webkit-details-marker]:hidden">
            <ChevronDown
              aria-hidden="true"
              className="size-4.5 transition-transform duration-150 group-open/rest:rotate-180"
            />
            {t("habits.others")} · {others.length}
          </summary>
          <div className="pt-2 lg:pl-[12.5rem]">{rows(others)}</div>
        </details>
      )}
    </>
  );
}

function DaySum({ habits, arranging }: Pick<Props, "habits" | "arranging">) {
  const due = habits.filter(({ expected, status }) => expected && status !== "skipped");
  const done = due.filter(({ status }) => status === "done").length;
  const words =
    due.length === 0
      ? t("habits.noneDue")
      : done === due.length
        ? t("habits.allDone")
        : t("habits.doneOf", { done, total: due.length });
  return (
    <p className="pt-6 pb-5 text-soft" aria-live="polite">
      {arranging ? (
        t("habits.arrangeHint")
      ) : (
        <span className="font-serif text-xl text-ink">{words}</span>
      )}
    </p>
  );
}

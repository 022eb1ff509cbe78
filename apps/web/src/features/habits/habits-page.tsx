"use client";
import { useQuery } from "@tanstack/react-query";
import { ArrowDownUp, ChevronLeft, ChevronRight, Plus } from "lucide-react";
import { useRouter, useSearchParams } from "next/navigation";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Page } from "@/components/ui/page.tsx";
import { Failed } from "@/components/ui/states.tsx";
import { addDays, isDay } from "@/lib/days.ts";
import { longDay } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";

import { useToday } from "../account/use-me.ts";
import { useSwipe } from "../tracking/use-swipe.ts";
import { HabitDetail } from "./habit-detail.tsx";
import { HabitGroups } from "./habit-groups.tsx";
import { HabitSheet, type HabitStart } from "./habit-sheet.tsx";
import { habitsPath, HabitStrip } from "./habit-strip.tsx";
import { HabitsEmpty, HabitsSkeleton } from "./habits-states.tsx";

/** The day's habits, or one of them opened with its year. */
export function HabitsPage() {
  const params = useSearchParams();
  const today = useToday();
  const chosen = params.get("h");
  const wanted = params.get("day");
  const day = isDay(wanted) && wanted <= today ? wanted : today;
  const [start, setStart] = useState<HabitStart | null>(
    params.get("new") === null ? null : { habit: null },
  );
  return (
    <>
      {chosen === null ? (
        <HabitsOfDay day={day} today={today} onStart={setStart} />
      ) : (
        <HabitDetail habitId={chosen} today={today} onEdit={(habit) => setStart({ habit })} />
      )}
      {start === null ? null : <HabitSheet start={start} onClose={() => setStart(null)} />}
    </>
  );
}

type Props = { day: string; today: string; onStart: (start: HabitStart) => void };

function HabitsOfDay({ day, today, onStart }: Props) {
  const router = useRouter();
  const trpc = useTRPC();
  const list = useQuery(trpc.habits.list.queryOptions({ day }));
  const [arranging, setArranging] = useState(false);
  const go = (next: string): void => {
    if (next <= today) router.push(habitsPath(next, today), { scroll: false });
  };
  const swipe = useSwipe({ left: () => go(addDays(day, 1)), right: () => go(addDays(day, -1)) });
  const habits = list.data?.items ?? [];
  return (
    <div {...(arranging ? {} : swipe)}>
      <Page
        title={t("tracking.habits")}
        note={<span className="inline-block first-letter:uppercase">{longDay(day)}</span>}
        actions={
          <>
            <div className="flex max-md:hidden">
              <Button
                look="soft"
                size="icon"
                aria-label={t("tracking.dayBefore")}
                onClick={() => go(addDays(day, -1))}
              >
                <ChevronLeft aria-hidden="true" />
              </Button>
              {day === today ? null : (
                <Button look="soft" onClick={() => go(today)}>
                  {t("tracking.today")}
                </Button>
              )}
              <Button
                look="soft"
                size="icon"
                aria-label={t("tracking.dayAfter")}
                disabled={day >= today}
                onClick={() => go(addDays(day, 1))}
              >
                <ChevronRight aria-hidden="true" />
              </Button>
            </div>
            {habits.length > 1 ? (
              <Button
                look="outline"
                aria-pressed={arranging}
                onClick={() => setArranging(!arranging)}
              >
                <ArrowDownUp aria-hidden="true" />
                {t(arranging ? "habits.arranged" : "habits.arrange")}
              </Button>
            ) : null}
            <Button look="primary" onClick={() => onStart({ habit: null })}>
              <Plus aria-hidden="true" />
              {t("habits.new")}
            </Button>
          </>
        }
      >
        <HabitStrip day={day} today={today} />
        {list.isPending ? <HabitsSkeleton /> : null}
        {list.isError ? <Failed error={list.error} retry={list.refetch} className="mt-6" /> : null}
        {list.isSuccess && habits.length === 0 ? <HabitsEmpty onStart={onStart} /> : null}
        {habits.length > 0 ? (
          <HabitGroups
            habits={habits}
            day={day}
            arranging={arranging}
            onEdit={(habit) => onStart({ habit })}
          />
        ) : null}
      </Page>
    </div>
  );
}

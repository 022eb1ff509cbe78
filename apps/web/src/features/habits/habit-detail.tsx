"use client";
import { useQuery } from "@tanstack/react-query";
import { frequencyInWords } from "@vida/core/habits/words";
import { Archive, ArrowLeft, PencilLine } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";

import { Button } from "@/components/ui/button.tsx";
import { Menu } from "@/components/ui/menu.tsx";
import { Page, Section } from "@/components/ui/page.tsx";
import { Bone } from "@/components/ui/skeleton.tsx";
import { Empty, Failed } from "@/components/ui/states.tsx";
import { number, percent } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";
import { errorCode } from "@/trpc/errors.ts";

import { type HabitHistory, weeksUpTo } from "./habit-days.ts";
import { streakWords, type Habit } from "./habit-words.ts";
import { MonthTicks } from "./month-ticks.tsx";
import { useArchive } from "./use-habits.ts";
import { YearMap } from "./year-map.tsx";

type Props = { habitId: string; today: string; onEdit: (habit: Habit) => void };

/** One habit: how it stands, its year at a glance, and a month to tick past days in. */
export function HabitDetail({ habitId, today, onEdit }: Props) {
  const trpc = useTRPC();
  const router = useRouter();
  const first = weeksUpTo(today)[0]?.[0] ?? today;
  const history = useQuery(trpc.habits.history.queryOptions({ habitId, from: first, to: today }));
  const archive = useArchive(today, () => router.push("/tracking/habits"));
  const back = (
    <Link
      href="/tracking/habits"
      className="inline-flex items-center gap-1 underline-offset-3 hover:underline"
    >
      <ArrowLeft aria-hidden="true" className="size-4" />
      {t("tracking.habits")}
    </Link>
  );
  if (history.isPending) {
    return (
      <Page title={<Bone className="h-9 w-48" />} note={back}>
        <Bone className="mb-6 h-20" />
        <Bone className="h-40" />
      </Page>
    );
  }
  if (history.isError) {
    const gone = errorCode(history.error) === "not_found";
    return (
      <Page title={t("tracking.habits")} note={back}>
        {gone ? (
          <Empty title={t("habits.notFoundTitle")} />
        ) : (
          <Failed error={history.error} retry={history.refetch} />
        )}
      </Page>
    );
  }
  const { habit } = history.data;
  return (
    <Page
      title={
        <>
          {habit.icon === "✓" ? null : (
            <span aria-hidden="true" className="mr-2.5">
              {habit.icon}
            </span>
          )}
          {habit.name}
        </>
      }
      note={
        <>
          {back} · {targetLine(habit)}
        </>
      }
      actions={
        <>
          <Button onClick={() => onEdit(habit)}>
            <PencilLine aria-hidden="true" />
            {t("habits.edit")}
          </Button>
          <Menu
            label={t("habits.options", { name: habit.name })}
            items={[
              {
                label: t("habits.archive"),
                icon: <Archive aria-hidden="true" />,
                run: () => archive.mutate(habit),
                danger: true,
              },
            ]}
          />
        </>
      }
    >
      <Figures history={history.data} />
      <Section title={t("habits.year")}>
        <YearMap history={history.data} today={today} />
      </Section>
      <Section title={t("habits.less")}>
        <MonthTicks history={history.data} today={today} first={first} />
      </Section>
    </Page>
  );
}

function targetLine(habit: Habit): string {
  const { target } = habit;
  const measure =
    target === null
      ? []
      : [`${t(`direction.${target.direction}`)} ${number(target.value)} ${target.unit}`];
  return [frequencyInWords(habit), ...measure].join(" · ");
}

function Figures({ history }: { history: HabitHistory }) {
  const { habit } = history;
  const figures: [string, string][] = [
    [t("habits.current"), streakWords(habit, history.currentStreak)],
    [t("habits.longest"), streakWords(habit, history.longestStreak)],
    [t("habits.scoreName"), percent(history.score)],
    [t("habits.rate"), percent(history.rate)],
  ];
  return (
    <dl className="mb-2 grid grid-cols-2 gap-x-6 gap-y-4 border-t border-line py-4 sm:grid-cols-4">
      {figures.map(([label, value]) => (
        <div key={label}>
          <dt className="text-xs text-soft">{label}</dt>
          <dd className="figure-big text-xl">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

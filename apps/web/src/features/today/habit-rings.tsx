"use client";
import Link from "next/link";
import { useState } from "react";

import { Section } from "@/components/ui/page.tsx";
import { t } from "@/lib/t.ts";

import { HabitCheck } from "../habits/habit-check.tsx";
import { streakWords, valueWords, type HabitOnDay } from "../habits/habit-words.ts";
import { useComplete, useUncomplete } from "../habits/use-habits.ts";
import { ValueForm } from "../habits/value-form.tsx";

type Props = { habits: readonly HabitOnDay[]; day: string };

/** The day's habits as a row of rings, each one tap away from done. */
export function HabitRings({ habits, day }: Props) {
  const [asking, setAsking] = useState<string | null>(null);
  const complete = useComplete();
  const uncomplete = useUncomplete();
  const due = habits.filter(({ expected }) => expected);
  const done = habits.filter(({ status }) => status === "done").length;
  const asked = habits.find(({ id }) => id === asking);
  const press = (habit: HabitOnDay): void => {
    if (habit.status === "done") uncomplete.mutate({ habit, day });
    else if (habit.target !== null) setAsking(asking === habit.id ? null : habit.id);
    else complete.mutate({ habit, day });
  };
  const total = Math.max(due.length, done);
  return (
    <Section
      title={t("today.habits")}
      aside={
        total === 0
          ? undefined
          : done === total
            ? t("today.habitsAll")
            : t("today.habitsDone", { done, total })
      }
    >
      {habits.length === 0 ? (
        <p className="text-soft">
          {t("today.habitsNone")}{" "}
          <Link
            href="/tracking/habits"
            className="font-medium text-accent underline-offset-4 hover:underline"
          >
            {t("today.habitsNoneDo")}
          </Link>
        </p>
      ) : (
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(5.25rem,1fr))] gap-x-2 gap-y-4 sm:grid-cols-[repeat(auto-fill,minmax(6.5rem,1fr))]">
          {habits.map((habit) => (
            <li
              key={habit.id}
              className="grid content-start justify-items-center gap-1 text-center"
            >
              <HabitCheck
                habit={habit}
                expanded={
                  habit.target !== null && habit.status !== "done" ? asking === habit.id : undefined
                }
                onPress={() => press(habit)}
              />
              <span
                aria-hidden="true"
                className="line-clamp-2 w-full text-sm leading-tight break-words"
              >
                {habit.name}
              </span>
              <span className="figures text-xs text-soft">{standing(habit)}</span>
            </li>
          ))}
        </ul>
      )}
      {asked === undefined || asked.status === "done" ? null : (
        <div className="mt-4 -ml-15 lg:max-w-md">
          <ValueForm
            key={asked.id}
            habit={asked}
            value={asked.value}
            label={`${asked.name}: ${t("habits.valueLabel", { unit: asked.target?.unit ?? "" })}`}
            onLeave={() => setAsking(null)}
            onSave={(value) => {
              complete.mutate({ habit: asked, day, value });
              setAsking(null);
            }}
          />
        </div>
      )}
    </Section>
  );
}

function standing(habit: HabitOnDay): string {
  if (habit.status === "skipped") return t("habits.skippedShort");
  if (habit.value !== null && habit.status !== "done") return valueWords(habit, habit.value);
  return habit.currentStreak === 0 ? "" : streakWords(habit, habit.currentStreak);
}

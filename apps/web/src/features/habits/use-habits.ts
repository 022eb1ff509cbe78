"use client";
import type { QueryClient, QueryKey } from "@tanstack/react-query";
import { meets } from "@vida/core/habits/rules";
import type { CreateHabitInput, UpdateHabitInput } from "@vida/core/habits/schemas";

import { t } from "@/lib/t.ts";
import { useTRPC, type Outputs } from "@/trpc/context.ts";
import { fieldErrors } from "@/trpc/errors.ts";
import { useAction } from "@/trpc/use-action.ts";

import { amountWords, type Habit, type HabitOnDay } from "./habit-words.ts";

type List = Outputs["habits"]["list"];
type Today = Outputs["dashboard"]["today"];
type Change = (items: HabitOnDay[]) => HabitOnDay[];
type Marked = { habit: Habit; day: string };

const TOUCHES = ["habits", "tracking"];

/** Shows a change of a day's list at once and returns what takes it back. */
function patchList(cache: QueryClient, key: QueryKey, change: Change): () => void {
  void cache.cancelQueries({ queryKey: key });
  const before = cache.getQueryData<List>(key);
  if (before === undefined) return () => {};
  cache.setQueryData<List>(key, { ...before, items: change(before.items) });
  return () => cache.setQueryData(key, before);
}

/** The same on the home page, which has the habits of its own day. */
function patchToday(cache: QueryClient, key: QueryKey, day: string, change: Change): () => void {
  void cache.cancelQueries({ queryKey: key });
  const before = cache.getQueryData<Today>(key);
  if (before?.day !== day) return () => {};
  cache.setQueryData<Today>(key, { ...before, habits: change(before.habits) });
  return () => cache.setQueryData(key, before);
}

/** What a mark changes at once: the list of its day, and the home page. */
function useMarkPatch() {
  const trpc = useTRPC();
  return (
    cache: QueryClient,
    { habit, day }: Marked,
    change: Partial<HabitOnDay>,
  ): (() => void) => {
    const list = patchList(cache, trpc.habits.list.queryKey({ day }), patchOne(habit.id, change));
    const home = patchToday(
      cache,
      trpc.dashboard.today.queryKey({}),
      day,
      patchOne(habit.id, change),
    );
    return () => {
      list();
      home();
    };
  };
}

function patchOne(habitId: string, change: Partial<HabitOnDay>): Change {
  return (items) => items.map((one) => (one.id === habitId ? { ...one, ...change } : one));
}

export function useComplete() {
  const patchMark = useMarkPatch();
  return useAction({
    run: (client, { habit, day, value }: Marked & { value?: number }, call) =>
      client.habits.complete.mutate(
        { habitId: habit.id, day, ...(value === undefined ? {} : { value }) },
        call,
      ),
    touches: TOUCHES,
    undo: true,
    done: (_output, { habit, value }) =>
      value === undefined
        ? t("habits.done", { name: habit.name })
        : t("habits.doneValue", { name: habit.name, value: amountWords(habit, value) }),
    optimistic: (cache, { habit, day, value = null }) =>
      patchMark(
        cache,
        { habit, day },
        { status: meets(habit.target, value) ? "done" : "open", value },
      ),
  });
}

export function useUncomplete() {
  const patchMark = useMarkPatch();
  return useAction({
    run: (client, { habit, day }: Marked, call) =>
      client.habits.uncomplete.mutate({ habitId: habit.id, day }, call),
    touches: TOUCHES,
    undo: true,
    done: (_output, { habit }) => t("habits.cleared", { name: habit.name }),
    optimistic: (cache, marked) => patchMark(cache, marked, { status: "open", value: null }),
  });
}

export function useSkip() {
  const patchMark = useMarkPatch();
  return useAction({
    run: (client, { habit, day }: Marked, call) =>
      client.habits.skip.mutate({ habitId: habit.id, day }, call),
    touches: TOUCHES,
    undo: true,
    done: (_output, { habit }) => t("habits.skipped", { name: habit.name }),
    optimistic: (cache, marked) => patchMark(cache, marked, { status: "skipped", value: null }),
  });
}

export function useArchive(day: string, onDone?: () => void) {
  const trpc = useTRPC();
  return useAction({
    run: (client, habit: Habit, call) => client.habits.remove.mutate({ habitId: habit.id }, call),
    touches: TOUCHES,
    undo: true,
    done: (_output, habit) => t("habits.archived", { name: habit.name }),
    optimistic: (cache, habit) =>
      patchList(cache, trpc.habits.list.queryKey({ day }), (items) =>
        items.filter((one) => one.id !== habit.id),
      ),
    ...(onDone === undefined ? {} : { onDone }),
  });
}

/** Puts the habits in the order of their ids. */
export function useReorder(day: string) {
  const trpc = useTRPC();
  return useAction({
    run: (client, habitIds: readonly string[], call) =>
      client.habits.reorder.mutate({ habitIds: [...habitIds] }, call),
    touches: TOUCHES,
    optimistic: (cache, habitIds) =>
      patchList(cache, trpc.habits.list.queryKey({ day }), (items) =>
        items.toSorted((one, other) => habitIds.indexOf(one.id) - habitIds.indexOf(other.id)),
      ),
  });
}

const shownInForm = (error: Error): boolean => Object.keys(fieldErrors(error)).length > 0;

export function useCreateHabit(onDone: () => void) {
  return useAction({
    run: (client, input: CreateHabitInput, call) => client.habits.create.mutate(input, call),
    touches: TOUCHES,
    undo: true,
    done: (habit) => t("habits.created", { name: habit.name }),
    onDone,
    onFailed: shownInForm,
  });
}

export function useUpdateHabit(onDone: () => void) {
  return useAction({
    run: (client, input: UpdateHabitInput, call) => client.habits.update.mutate(input, call),
    touches: TOUCHES,
    undo: true,
    done: (habit) => t("habits.saved", { name: habit.name }),
    onDone,
    onFailed: shownInForm,
  });
}

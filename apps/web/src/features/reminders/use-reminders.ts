"use client";
import type { QueryClient } from "@tanstack/react-query";
import type { CreateReminderInput } from "@vida/core/reminders/schemas";

import { t } from "@/lib/t.ts";
import { useTRPC, type Inputs, type Outputs } from "@/trpc/context.ts";
import { fieldErrors } from "@/trpc/errors.ts";
import { useAction } from "@/trpc/use-action.ts";

import { useToday } from "../account/use-me.ts";
import { whenWords, type Reminder } from "./reminder-words.ts";

type List = Outputs["reminders"]["list"];

const TOUCHES = ["reminders"];
export const PENDING = { status: "pending" as const, limit: 100 };

/** Takes a reminder off the list of those to come, and gives it back when the server refuses. */
function useTakeOff() {
  const trpc = useTRPC();
  const key = trpc.reminders.list.queryKey(PENDING);
  return (cache: QueryClient, reminder: Reminder): (() => void) => {
    void cache.cancelQueries({ queryKey: key });
    const before = cache.getQueryData<List>(key);
    if (before === undefined) return () => {};
    cache.setQueryData<List>(key, {
      ...before,
      items: before.items.filter(({ id }) => id !== reminder.id),
    });
    return () => cache.setQueryData(key, before);
  };
}

export function useDone() {
  const takeOff = useTakeOff();
  return useAction({
    run: (client, reminder: Reminder, call) =>
      client.reminders.complete.mutate({ reminderId: reminder.id }, call),
    touches: TOUCHES,
    undo: true,
    done: ({ title }) => t("reminders.doneWhat", { title }),
    optimistic: (cache, reminder) =>
      reminder.repeat === null ? takeOff(cache, reminder) : () => {},
  });
}

export function useSnooze() {
  const today = useToday();
  return useAction({
    run: (client, input: { reminderId: string; until: string }, call) =>
      client.reminders.snooze.mutate(input, call),
    touches: TOUCHES,
    undo: true,
    done: ({ title, nextAt }) =>
      t("reminders.snoozed", { title, when: nextAt === null ? "" : whenWords(nextAt, today) }),
  });
}

export function useRemoveReminder() {
  const takeOff = useTakeOff();
  return useAction({
    run: (client, reminder: Reminder, call) =>
      client.reminders.remove.mutate({ reminderId: reminder.id }, call),
    touches: TOUCHES,
    undo: true,
    done: ({ title }) => t("reminders.removed", { title }),
    optimistic: takeOff,
  });
}

const shownInForm = (error: Error): boolean => Object.keys(fieldErrors(error)).length > 0;

export function useCreateReminder(onDone: () => void) {
  const today = useToday();
  return useAction({
    run: (client, input: CreateReminderInput, call) => client.reminders.create.mutate(input, call),
    touches: TOUCHES,
    undo: true,
    done: ({ title, nextAt }) =>
      t("reminders.created", { title, when: nextAt === null ? "" : whenWords(nextAt, today) }),
    onDone,
    onFailed: shownInForm,
  });
}

export function useUpdateReminder(onDone: () => void) {
  return useAction({
    run: (client, input: Inputs["reminders"]["update"], call) =>
      client.reminders.update.mutate(input, call),
    touches: TOUCHES,
    undo: true,
    done: ({ title }) => t("reminders.saved", { title }),
    onDone,
    onFailed: shownInForm,
  });
}

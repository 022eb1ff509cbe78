"use client";
import type { QueryClient } from "@tanstack/react-query";
import type { CreateGoalInput, UpdateGoalInput } from "@vida/core/goals/schemas";

import { number } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";
import { useTRPC, type Outputs } from "@/trpc/context.ts";
import { fieldErrors } from "@/trpc/errors.ts";
import { useAction } from "@/trpc/use-action.ts";

import type { Goal, Milestone } from "./goal-words.ts";

type List = Outputs["goals"]["list"];

const TOUCHES = ["goals"];

/** Shows a change of the goals at once and returns what takes it back. */
function usePatch() {
  const trpc = useTRPC();
  const key = trpc.goals.list.queryKey({});
  return (cache: QueryClient, change: (goals: Goal[]) => Goal[]): (() => void) => {
    void cache.cancelQueries({ queryKey: key });
    const before = cache.getQueryData<List>(key);
    if (before === undefined) return () => {};
    cache.setQueryData<List>(key, { ...before, items: change(before.items) });
    return () => cache.setQueryData(key, before);
  };
}

function changeOne(goalId: string, change: (goal: Goal) => Goal) {
  return (goals: Goal[]): Goal[] => goals.map((goal) => (goal.id === goalId ? change(goal) : goal));
}

/** The way gone for a value, 0 to 100, as the server computes it. */
function progressAt({ baseline, targetValue }: Goal, value: number): number {
  const share = ((value - baseline) / (targetValue - baseline)) * 100;
  return Math.max(0, Math.min(100, share));
}

export function useProgress() {
  const patch = usePatch();
  return useAction({
    run: (client, { goal, value }: { goal: Goal; value: number }, call) =>
      client.goals.progress.mutate({ goalId: goal.id, currentValue: value }, call),
    touches: TOUCHES,
    undo: true,
    done: (goal) =>
      t("goals.progressed", {
        title: goal.title,
        value: `${number(goal.currentValue)} ${goal.unit}`,
      }),
    optimistic: (cache, { goal, value }) =>
      patch(
        cache,
        changeOne(goal.id, (one) => ({
          ...one,
          currentValue: value,
          progress: progressAt(one, value),
        })),
      ),
  });
}

export function useRemoveGoal(onDone?: () => void) {
  const patch = usePatch();
  return useAction({
    run: (client, goal: Goal, call) => client.goals.remove.mutate({ goalId: goal.id }, call),
    touches: TOUCHES,
    undo: true,
    done: (_output, goal) => t("goals.removed", { title: goal.title }),
    optimistic: (cache, goal) => patch(cache, (goals) => goals.filter(({ id }) => id !== goal.id)),
    ...(onDone === undefined ? {} : { onDone }),
  });
}

const shownInForm = (error: Error): boolean => Object.keys(fieldErrors(error)).length > 0;

export function useCreateGoal(onDone: () => void) {
  return useAction({
    run: (client, input: CreateGoalInput, call) => client.goals.create.mutate(input, call),
    touches: TOUCHES,
    undo: true,
    done: (goal) => t("goals.created", { title: goal.title }),
    onDone,
    onFailed: shownInForm,
  });
}

export function useUpdateGoal(onDone: () => void) {
  return useAction({
    run: (client, input: UpdateGoalInput, call) => client.goals.update.mutate(input, call),
    touches: TOUCHES,
    undo: true,
    done: (goal) => t("goals.saved", { title: goal.title }),
    onDone,
    onFailed: shownInForm,
  });
}

export function useAddMilestone(onDone: () => void) {
  return useAction({
    run: (client, input: { goalId: string; title: string; targetValue?: number }, call) =>
      client.goals.addMilestone.mutate(input, call),
    touches: TOUCHES,
    undo: true,
    done: ({ title }) => t("goals.milestoneAdded", { title }),
    onDone,
  });
}

export function useCompleteMilestone() {
  const patch = usePatch();
  return useAction({
    run: (client, { milestone, completed }: { milestone: Milestone; completed: boolean }, call) =>
      client.goals.completeMilestone.mutate({ milestoneId: milestone.id, completed }, call),
    touches: TOUCHES,
    undo: true,
    done: ({ title, completedAt }) =>
      t(completedAt === null ? "goals.milestoneOpen" : "goals.milestoneDone", { title }),
    optimistic: (cache, { milestone, completed }) =>
      patch(
        cache,
        changeOne(milestone.goalId, (goal) => ({
          ...goal,
          milestones: goal.milestones.map((one) =>
            one.id === milestone.id
              ? { ...one, completedAt: completed ? goal.createdAt : null }
              : one,
          ),
        })),
      ),
  });
}

export function useRemoveMilestone() {
  const patch = usePatch();
  return useAction({
    run: (client, milestone: Milestone, call) =>
      client.goals.removeMilestone.mutate({ milestoneId: milestone.id }, call),
    touches: TOUCHES,
    undo: true,
    done: ({ title }) => t("goals.milestoneRemoved", { title }),
    optimistic: (cache, milestone) =>
      patch(
        cache,
        changeOne(milestone.goalId, (goal) => ({
          ...goal,
          milestones: goal.milestones.filter(({ id }) => id !== milestone.id),
        })),
      ),
  });
}

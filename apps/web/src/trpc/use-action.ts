"use client";
import { useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";

import { showToast } from "@/components/ui/toast.ts";
import { newId } from "@/lib/new-id.ts";
import { t } from "@/lib/t.ts";

import type { Client } from "./client.ts";
import { useTRPCClient } from "./context.ts";
import { errorText, isSignedOut } from "./errors.ts";
import { invalidateRouters } from "./invalidate.ts";

type Call = { context: { actionId: string } };

type ActionOptions<Input, Output> = {
  /** Sends the mutation; the call carries the action's id. */
  run: (client: Client, input: Input, call: Call) => Promise<Output>;
  /** Router names whose data changes; their queries are fetched again. */
  touches: readonly string[];
  /** What the toast says when it worked; with `undo` it offers to take it back. */
  done?: (output: Output, input: Input) => string;
  undo?: boolean;
  /** Shows the change at once; what it returns puts the old state back when the server refuses. */
  optimistic?: (cache: QueryClient, input: Input) => () => void;
  onDone?: (output: Output, input: Input) => void;
  /** Returns true when the failure was shown in place, so that no toast repeats it. */
  onFailed?: (error: Error) => boolean;
};

/**
 * One thing a person does: a mutation with its action id, its optimistic picture, its toast and its undo.
 */
export function useAction<Input, Output>(options: ActionOptions<Input, Output>) {
  const client = useTRPCClient();
  const cache = useQueryClient();
  const undo = useUndo();
  return useMutation({
    mutationFn: async (input: Input) => {
      const actionId = newId();
      const output = await options.run(client, input, { context: { actionId } });
      return { output, actionId };
    },
    onMutate: (input) => ({ rollBack: options.optimistic?.(cache, input) }),
    onSuccess: ({ output, actionId }, input) => {
      invalidateRouters(cache, options.touches);
      const text = options.done?.(output, input);
      if (text !== undefined) {
        showToast(
          text,
          options.undo === true
            ? { label: t("common.undo"), run: () => undo(actionId) }
            : undefined,
        );
      }
      options.onDone?.(output, input);
    },
    onError: (error, _input, context) => {
      context?.rollBack?.();
      if (options.onFailed?.(error) === true || isSignedOut(error)) return;
      showToast(errorText(error), undefined, "error");
    },
  });
}

/** Takes an action back, whatever it touched, and says so. */
export function useUndo(): (actionId: string) => Promise<boolean> {
  const client = useTRPCClient();
  const cache = useQueryClient();
  return async (actionId) => {
    try {
      await client.dashboard.undo.mutate({ actionId });
      await cache.invalidateQueries();
      showToast(t("common.undone"));
      return true;
    } catch (error) {
      if (!isSignedOut(error)) showToast(errorText(error), undefined, "error");
      return false;
    }
  };
}

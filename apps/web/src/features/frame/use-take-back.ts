"use client";
import { useQueryClient } from "@tanstack/react-query";

import { showToast } from "@/components/ui/toast.ts";
import { t } from "@/lib/t.ts";
import { useTRPCClient } from "@/trpc/context.ts";
import { errorReason, errorText } from "@/trpc/errors.ts";

const TRIES = 12;
const PAUSE_MS = 250;

/**
 * Takes back what one line recorded, newest first. A capture is carried out a moment after its Enter, so an
 * undo that comes before it waits for it.
 */
export function useTakeBack(): (actionIds: readonly string[]) => Promise<void> {
  const client = useTRPCClient();
  const cache = useQueryClient();

  async function undo(actionId: string, tries: number): Promise<void> {
    try {
      await client.dashboard.undo.mutate({ actionId });
    } catch (error) {
      if (tries === 0 || errorReason(error) !== "undo.nothing") throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      await undo(actionId, tries - 1);
    }
  }

  return async (actionIds) => {
    try {
      for (const actionId of actionIds.toReversed()) await undo(actionId, TRIES);
      showToast(t("common.undone"));
    } catch (error) {
      showToast(errorText(error), undefined, "error");
    }
    await cache.invalidateQueries();
  };
}

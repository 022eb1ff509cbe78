"use client";
import type {
  DayView,
  EntryView,
  RecordEntryInput,
  UpdateEntryInput,
} from "@vida/core/tracking/schemas";

import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";
import { useAction } from "@/trpc/use-action.ts";

import { entryLabel, entryMeasure } from "./metric-kinds.ts";

const TOUCHES = ["tracking", "metrics"];

type Options = { onDone?: () => void; onFailed?: (error: Error) => boolean };

export function useRecord({ onDone, onFailed }: Options = {}) {
  return useAction<RecordEntryInput, EntryView>({
    run: (client, input, call) => client.tracking.record.mutate(input, call),
    touches: TOUCHES,
    undo: true,
    done: (entry) =>
      t("tracking.recorded", { what: entryLabel(entry), value: entryMeasure(entry) }),
    ...(onDone === undefined ? {} : { onDone }),
    ...(onFailed === undefined ? {} : { onFailed }),
  });
}

export function useUpdate({ onDone, onFailed }: Options = {}) {
  return useAction<UpdateEntryInput, EntryView>({
    run: (client, input, call) => client.tracking.update.mutate(input, call),
    touches: TOUCHES,
    undo: true,
    done: (entry) =>
      t("tracking.adjusted", { what: entryLabel(entry), value: entryMeasure(entry) }),
    ...(onDone === undefined ? {} : { onDone }),
    ...(onFailed === undefined ? {} : { onFailed }),
  });
}

/** Removes an entry; it leaves the page at once and comes back when the server refuses. */
export function useRemove() {
  const trpc = useTRPC();
  return useAction({
    run: (client, entry: EntryView, call) =>
      client.tracking.remove.mutate({ entryId: entry.id }, call),
    touches: TOUCHES,
    undo: true,
    done: (_output, entry) =>
      t("tracking.removed", { what: entryLabel(entry), value: entryMeasure(entry) }),
    optimistic: (cache, entry) => {
      const key = trpc.tracking.day.queryKey({ day: entry.day });
      const before = cache.getQueryData<DayView>(key);
      if (before !== undefined) {
        cache.setQueryData<DayView>(key, {
          ...before,
          entries: before.entries.filter((one) => one.id !== entry.id),
        });
      }
      return () => {
        if (before !== undefined) cache.setQueryData(key, before);
      };
    },
  });
}

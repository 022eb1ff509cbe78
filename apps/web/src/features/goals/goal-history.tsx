"use client";
import { useQuery } from "@tanstack/react-query";

import { Button } from "@/components/ui/button.tsx";
import { ListSkeleton } from "@/components/ui/skeleton.tsx";
import { Failed } from "@/components/ui/states.tsx";
import { dayIn } from "@/lib/clock.ts";
import { relativeDay } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";
import { useUndo } from "@/trpc/use-action.ts";

import { useToday, useZone } from "../account/use-me.ts";
import type { Goal } from "./goal-words.ts";

/** What the trail says of a goal, newest first, with the way back. */
export function GoalHistory({ goal }: { goal: Goal }) {
  const trpc = useTRPC();
  const zone = useZone();
  const today = useToday();
  const undo = useUndo();
  const trail = useQuery(trpc.dashboard.activity.queryOptions({ limit: 100 }));
  if (trail.isPending) return <ListSkeleton rows={2} />;
  if (trail.isError) return <Failed error={trail.error} retry={trail.refetch} />;
  const own = trail.data.items.filter(
    ({ operation, title }) => operation.startsWith("goals.") && title.includes(goal.title),
  );
  if (own.length === 0) return <p className="text-soft">{t("goals.historyEmpty")}</p>;
  return (
    <ul className="divide-y divide-line lg:-mt-2">
      {own.map(({ actionId, title, at, undone, undoable }) => (
        <li key={actionId} className="flex min-h-12 items-center gap-3">
          <span className="w-24 shrink-0 text-xs text-soft">
            {relativeDay(dayIn(zone, new Date(at)), today)}
          </span>
          <span className={undone ? "min-w-0 flex-1 text-soft line-through" : "min-w-0 flex-1"}>
            {title}
          </span>
          {undone ? (
            <span className="text-xs text-soft">{t("activity.undone")}</span>
          ) : undoable ? (
            <Button
              look="soft"
              size="small"
              aria-label={t("activity.undoOne", { title })}
              onClick={() => void undo(actionId)}
            >
              {t("common.undo")}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

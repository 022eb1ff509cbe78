import { goalValue } from "@vida/core/goals/words";

import { cn } from "@/lib/cn.ts";
import { percent, shortDay } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";

import { AREA_TONE } from "./areas.ts";
import type { Goal } from "./goal-words.ts";

/** The way as a line from where it began to where it goes: how much is gone, where today's plan would be. */
export function GoalCourse({ goal, today }: { goal: Goal; today: string }) {
  const open = goal.status === "in_progress" || goal.status === "not_started";
  const span = goal.targetValue - goal.baseline;
  const marks = goal.milestones.flatMap(({ id, title, targetValue, completedAt }) =>
    targetValue === null
      ? []
      : [
          {
            id,
            title,
            done: completedAt !== null,
            at: ((targetValue - goal.baseline) / span) * 100,
          },
        ],
  );
  return (
    <figure>
      <figcaption className="sr-only">
        {t("goals.courseWords", {
          progress: percent(goal.progress / 100),
          elapsed: percent(goal.elapsed / 100),
        })}
      </figcaption>
      <div aria-hidden="true" className="relative pt-7 pb-2">
        {open ? (
          <span
            className="absolute top-0 flex -translate-x-1/2 flex-col items-center text-xs text-ipe-ink"
            style={{ left: `${Math.max(3, Math.min(97, goal.elapsed))}%` }}
          >
            {t("goals.today")}
            <span className="h-6 w-0.5 bg-ipe" />
          </span>
        ) : null}
        <div className={cn("relative h-3 rounded-full bg-ink/8", AREA_TONE[goal.area])}>
          <span
            className="absolute inset-y-0 left-0 rounded-full bg-current transition-[width] duration-200"
            style={{ width: `${goal.progress}%` }}
          />
          {marks.map(({ id, at, done }) => (
            <span
              key={id}
              className={cn(
                "absolute top-1/2 size-3 -translate-1/2 rotate-45 rounded-[3px] border-2 border-card",
                done ? "bg-current" : "bg-edge",
              )}
              style={{ left: `${Math.max(0, Math.min(100, at))}%` }}
            />
          ))}
        </div>
      </div>
      <div className="flex justify-between gap-4 text-xs text-soft">
        <span className="figures">
          {t("goals.from", {
            value: goalValue(goal.baseline, goal.unit),
            day: shortDay(goal.startDate, today),
          })}
        </span>
        <span className="figures text-right">
          {t("goals.to", {
            value: goalValue(goal.targetValue, goal.unit),
            day: shortDay(goal.endDate, today),
          })}
        </span>
      </div>
    </figure>
  );
}

import Link from "next/link";

import { Ring } from "@/components/ui/ring.tsx";
import { percent } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";

import { AreaName } from "./area-name.tsx";
import { AREA_TONE } from "./areas.ts";
import { amountOf, neededWords, nextMilestone, paceOf, timeLeft, type Goal } from "./goal-words.ts";
import { PaceBadge } from "./pace-badge.tsx";

/** One goal at a glance: how far, how the pace is, what comes next. */
export function GoalCard({ goal, today }: { goal: Goal; today: string }) {
  const pace = paceOf(goal);
  const milestone = nextMilestone(goal);
  const needed = neededWords(goal);
  return (
    <Link
      href={`/goals?g=${goal.id}`}
      prefetch={false}
      className="flex h-full items-start gap-4 rounded-card border border-line bg-card p-4 hover:border-edge sm:gap-5 sm:p-5"
    >
      <Ring
        share={goal.progress / 100}
        thickness={3}
        className={`size-20 sm:size-24 ${AREA_TONE[goal.area]}`}
      >
        <span className="figure-big text-lg sm:text-xl">{percent(goal.progress / 100)}</span>
      </Ring>
      <span className="grid min-w-0 flex-1 content-start gap-1.5">
        <span className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <AreaName area={goal.area} />
          <PaceBadge pace={pace} />
        </span>
        <span className="line-clamp-2 font-serif text-lg leading-snug">{goal.title}</span>
        <span className="figures">{amountOf(goal)}</span>
        <span className="text-xs text-soft">
          {[timeLeft(goal, today), ...(needed === null ? [] : [needed])].join(" · ")}
        </span>
        {milestone === undefined || pace === "reached" ? null : (
          <span className="truncate text-xs text-soft">
            {t("goals.nextMilestone", { title: milestone.title })}
          </span>
        )}
      </span>
    </Link>
  );
}

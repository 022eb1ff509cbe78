import { Check, CircleAlert, Flag, TrendingUp } from "lucide-react";

import { cn } from "@/lib/cn.ts";

import { paceWords, type Pace } from "./goal-words.ts";

const LOOK: Readonly<Record<Pace, { tone: string; icon: typeof Check | null }>> = {
  reached: { tone: "bg-folha-wash text-folha-ink", icon: Check },
  failed: { tone: "bg-ink/6 text-soft", icon: Flag },
  atRisk: { tone: "bg-urucum-wash text-urucum-ink", icon: CircleAlert },
  ahead: { tone: "bg-folha-wash text-folha-ink", icon: TrendingUp },
  onPace: { tone: "bg-ink/6 text-soft", icon: null },
  notStarted: { tone: "bg-ink/6 text-soft", icon: null },
};

/** How a goal keeps up with its plan, in words. */
export function PaceBadge({ pace }: { pace: Pace }) {
  const { tone, icon: Icon } = LOOK[pace];
  return (
    <span
      className={cn(
        "inline-flex items-center gap-1 rounded-full px-2.5 py-0.5 text-xs font-semibold whitespace-nowrap",
        tone,
      )}
    >
      {Icon === null ? null : <Icon aria-hidden="true" className="size-3.5" />}
      {paceWords(pace)}
    </span>
  );
}

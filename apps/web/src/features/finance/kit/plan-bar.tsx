import { cn } from "@/lib/cn.ts";

/** A stroke for what was spent and a tick where the plan ends; both are shares of the same width. */
export function PlanBar({ spent, planned }: { spent: number; planned: number }) {
  const over = planned > 0 && spent > planned;
  const width = Math.max(0, Math.min(1, spent));
  return (
    <span aria-hidden="true" className="relative my-1.5 block h-2">
      <span className="absolute inset-x-0 top-[3px] h-0.5 rounded-full bg-line" />
      <span
        className={cn(
          "absolute left-0 top-0.5 h-1 rounded-full",
          planned === 0 ? "bg-edge" : "bg-ipe",
        )}
        style={{ width: `${(over ? planned : width) * 100}%` }}
      />
      {over ? (
        <span
          className="absolute top-0.5 h-1 rounded-r-full bg-urucum"
          style={{ left: `${planned * 100}%`, width: `${(width - planned) * 100}%` }}
        />
      ) : null}
      {planned > 0 ? (
        <span
          className="absolute -top-0.5 h-3 w-0.5 rounded-full bg-ink/60"
          style={{ left: `calc(${Math.min(1, planned) * 100}% - 2px)` }}
        />
      ) : null}
    </span>
  );
}

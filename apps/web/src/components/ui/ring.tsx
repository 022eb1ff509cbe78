import type { ReactNode } from "react";

import { cn } from "@/lib/cn.ts";

type Props = {
  /** From 0 to 1. */
  share: number;
  /** Colour of what is filled, as a text colour class. */
  className?: string;
  thickness?: number;
  children?: ReactNode;
};

/** A ring that fills with a share; what it means is said in words by what stands beside it. */
export function Ring({ share, className, thickness = 3, children }: Props) {
  const radius = 20 - thickness / 2;
  const around = 2 * Math.PI * radius;
  const filled = Math.max(0, Math.min(1, share));
  return (
    <span className={cn("relative inline-grid shrink-0 place-items-center", className)}>
      <svg
        aria-hidden="true"
        viewBox="0 0 40 40"
        className="col-start-1 row-start-1 size-full -rotate-90"
      >
        <circle
          cx="20"
          cy="20"
          r={radius}
          fill="none"
          strokeWidth={thickness}
          className="stroke-ink/10"
        />
        <circle
          cx="20"
          cy="20"
          r={radius}
          fill="none"
          stroke="currentColor"
          strokeWidth={thickness}
          strokeLinecap="round"
          strokeDasharray={`${filled * around} ${around}`}
          className={cn(
            "transition-[stroke-dasharray] duration-200 motion-reduce:transition-none",
            filled === 0 && "opacity-0",
          )}
        />
      </svg>
      <span className="col-start-1 row-start-1 grid place-items-center text-ink">{children}</span>
    </span>
  );
}

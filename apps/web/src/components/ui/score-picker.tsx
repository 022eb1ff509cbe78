"use client";
import { useId } from "react";

import { cn } from "@/lib/cn.ts";

const SCORES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

type Props = {
  label: string;
  value: number | null;
  onChange: (value: number) => void;
  className?: string;
};

/** A note from 1 to 10 as ten places to tap; arrows walk over them, as in any radio group. */
export function ScorePicker({ label, value, onChange, className }: Props) {
  const name = useId();
  return (
    <fieldset className={cn("grid gap-1.5", className)}>
      <legend className="mb-1.5 text-xs font-semibold text-soft">{label}</legend>
      <div className="grid grid-cols-5 gap-1.5 sm:grid-cols-10">
        {SCORES.map((score) => (
          <label
            key={score}
            className={cn(
              "figures relative grid min-h-11 cursor-pointer place-items-center rounded-control border text-base has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
              score === value
                ? "border-accent bg-accent font-semibold text-on-accent"
                : "border-edge/50 bg-card hover:border-edge",
            )}
          >
            <input
              type="radio"
              name={name}
              value={score}
              checked={score === value}
              onChange={() => onChange(score)}
              className="absolute inset-0 cursor-pointer appearance-none rounded-control outline-none"
            />
            {score}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

"use client";
import { Check, Minus } from "lucide-react";

import { Ring } from "@/components/ui/ring.tsx";
import { cn } from "@/lib/cn.ts";

import { shareOf, type HabitOnDay } from "./habit-words.ts";

type Props = {
  habit: HabitOnDay;
  /** Of a measured habit: whether its field stands open below. */
  expanded?: boolean | undefined;
  onPress: () => void;
};

/** The habit's own symbol in a ring: tapped it is done, tapped again it is open. */
export function HabitCheck({ habit, expanded, onPress }: Props) {
  const done = habit.status === "done";
  const skipped = habit.status === "skipped";
  return (
    <button
      type="button"
      aria-pressed={done}
      aria-expanded={expanded}
      onClick={onPress}
      className="relative grid size-12 shrink-0 place-items-center rounded-full hover:bg-folha-wash"
    >
      <span className="sr-only">{habit.name}</span>
      <Ring share={shareOf(habit)} className="size-11 text-folha">
        <span
          aria-hidden="true"
          className={cn(
            "grid size-8 place-items-center rounded-full text-lg leading-none",
            done && "bg-folha text-paper dark:text-paper",
            skipped && "border border-dashed border-edge text-soft",
          )}
        >
          {done ? (
            <Check className="size-5" strokeWidth={2.6} />
          ) : skipped ? (
            <Minus className="size-4.5" />
          ) : (
            <span className="max-w-7 truncate">{habit.icon === "✓" ? "" : habit.icon}</span>
          )}
        </span>
      </Ring>
    </button>
  );
}

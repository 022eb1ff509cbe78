"use client";
import dynamic from "next/dynamic";

import { Sheet } from "@/components/ui/sheet.tsx";
import { Bone } from "@/components/ui/skeleton.tsx";
import { t } from "@/lib/t.ts";

import type { Habit } from "./habit-words.ts";
import type { Preset } from "./presets.ts";

/** A habit to change, or none for a new one, perhaps from an idea. */
export type HabitStart = { habit: Habit | null; preset?: Preset };

const HabitForm = dynamic(() => import("./habit-form.tsx").then((module) => module.HabitForm), {
  ssr: false,
  loading: () => <Bone className="h-96" />,
});

export function HabitSheet({ start, onClose }: { start: HabitStart; onClose: () => void }) {
  return (
    <Sheet
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t(start.habit === null ? "habits.createTitle" : "habits.editTitle")}
    >
      <HabitForm start={start} onDone={onClose} />
    </Sheet>
  );
}

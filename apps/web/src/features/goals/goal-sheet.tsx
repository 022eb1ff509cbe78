"use client";
import dynamic from "next/dynamic";

import { Sheet } from "@/components/ui/sheet.tsx";
import { Bone } from "@/components/ui/skeleton.tsx";
import { t } from "@/lib/t.ts";

import type { Goal } from "./goal-words.ts";

const GoalForm = dynamic(() => import("./goal-form.tsx").then((module) => module.GoalForm), {
  ssr: false,
  loading: () => <Bone className="h-96" />,
});

export function GoalSheet({ goal, onClose }: { goal: Goal | null; onClose: () => void }) {
  return (
    <Sheet
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t(goal === null ? "goals.createTitle" : "goals.editTitle")}
    >
      <GoalForm goal={goal} onDone={onClose} />
    </Sheet>
  );
}

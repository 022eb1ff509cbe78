import { Plus } from "lucide-react";

import { Button } from "@/components/ui/button.tsx";
import { Bone } from "@/components/ui/skeleton.tsx";
import { Empty } from "@/components/ui/states.tsx";
import { t } from "@/lib/t.ts";

import type { HabitStart } from "./habit-sheet.tsx";
import { PRESETS } from "./presets.ts";

/** Rows of habits that are on their way: ring, name, streak. */
export function HabitsSkeleton() {
  return (
    <div role="status" className="mt-8 grid gap-1">
      <span className="sr-only">{t("common.loading")}</span>
      {[48, 32, 40, 36].map((width) => (
        <div key={width} className="flex items-center gap-4 py-2.5">
          <Bone className="size-11 rounded-full" />
          <span className="grid gap-2">
            <Bone className={`h-4 ${width > 36 ? "w-40" : "w-28"}`} />
            <Bone className="h-3 w-24" />
          </span>
          <Bone className="ml-auto h-4 w-24" />
        </div>
      ))}
    </div>
  );
}

/** What a habit looks like, and a few to begin with. */
export function HabitsEmpty({ onStart }: { onStart: (start: HabitStart) => void }) {
  return (
    <Empty
      className="mt-8"
      title={t("habits.emptyTitle")}
      action={
        <>
          {PRESETS.slice(0, 4).map((preset) => (
            <Button key={preset.name} onClick={() => onStart({ habit: null, preset })}>
              <span aria-hidden="true">{preset.icon}</span>
              {preset.name}
            </Button>
          ))}
          <Button look="primary" onClick={() => onStart({ habit: null })}>
            <Plus aria-hidden="true" />
            {t("habits.new")}
          </Button>
        </>
      }
    >
      {t("habits.emptyText")}
    </Empty>
  );
}

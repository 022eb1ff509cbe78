"use client";
import dynamic from "next/dynamic";

import { Sheet } from "@/components/ui/sheet.tsx";
import { Bone } from "@/components/ui/skeleton.tsx";
import { t } from "@/lib/t.ts";

import type { Reminder } from "./reminder-words.ts";

const ReminderForm = dynamic(
  () => import("./reminder-form.tsx").then((module) => module.ReminderForm),
  { ssr: false, loading: () => <Bone className="h-72" /> },
);

type Props = { reminder: Reminder | null; onClose: () => void };

export function ReminderSheet({ reminder, onClose }: Props) {
  return (
    <Sheet
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t(reminder === null ? "reminders.createTitle" : "reminders.editTitle")}
    >
      <ReminderForm reminder={reminder} onDone={onClose} />
    </Sheet>
  );
}

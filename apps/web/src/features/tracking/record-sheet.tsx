"use client";
import type { EntryView, MetricType } from "@vida/core/tracking/schemas";
import dynamic from "next/dynamic";

import { Sheet } from "@/components/ui/sheet.tsx";
import { Bone } from "@/components/ui/skeleton.tsx";
import { t } from "@/lib/t.ts";

import { entryLabel } from "./metric-kinds.ts";

/** What the form starts from: a day, perhaps a kind, perhaps an entry that is to be set right. */
export type RecordStart = { day: string; type?: MetricType; metricId?: string; entry?: EntryView };

const RecordForm = dynamic(() => import("./record-form.tsx").then((module) => module.RecordForm), {
  ssr: false,
  loading: () => <Bone className="h-64" />,
});

export function RecordSheet({ start, onClose }: { start: RecordStart; onClose: () => void }) {
  const title =
    start.entry === undefined
      ? t("tracking.record")
      : t("tracking.adjustTitle", { what: entryLabel(start.entry).toLowerCase() });
  return (
    <Sheet open onOpenChange={(open) => (open ? undefined : onClose())} title={title}>
      <RecordForm start={start} onDone={onClose} />
    </Sheet>
  );
}

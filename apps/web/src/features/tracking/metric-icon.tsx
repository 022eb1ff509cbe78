import type { MetricType } from "@vida/core/tracking/schemas";
import { createElement } from "react";

import { cn } from "@/lib/cn.ts";

import { METRIC_ICONS } from "./metric-kinds.ts";

/** The small picture of what is measured, in the colour of health. */
export function MetricIcon({ type, className }: { type: MetricType; className?: string }) {
  return createElement(METRIC_ICONS[type], {
    "aria-hidden": true,
    className: cn("shrink-0", className ?? "size-4.5 text-folha"),
  });
}

import type { Area } from "@vida/core/fields";

import { cn } from "@/lib/cn.ts";
import { t } from "@/lib/t.ts";

import { AREA_TONE } from "./areas.ts";

/** A life area by its pigment and its name. */
export function AreaName({ area, className }: { area: Area; className?: string }) {
  return (
    <span className={cn("inline-flex items-center gap-1.5 text-xs text-soft", className)}>
      <span aria-hidden="true" className={cn("size-2 rounded-full bg-current", AREA_TONE[area])} />
      {t(`area.${area}`)}
    </span>
  );
}

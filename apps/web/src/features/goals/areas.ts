import type { Area } from "@vida/core/fields";

export const AREAS = [
  "health",
  "finance",
  "professional",
  "learning",
  "spiritual",
  "relationships",
] as const satisfies readonly Area[];

/** Each area's pigment, as a text colour. */
export const AREA_TONE: Readonly<Record<Area, string>> = {
  health: "text-folha",
  finance: "text-ipe",
  professional: "text-professional",
  learning: "text-accent",
  spiritual: "text-spiritual",
  relationships: "text-relationships",
};

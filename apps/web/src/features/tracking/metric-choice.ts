import type { MetricType } from "@vida/core/tracking/schemas";

/** One measure of the list: a built-in one, or one of the person's own. */
export type MetricChoice = {
  type: MetricType;
  metricId: string | null;
  name: string;
  icon: string | null;
};

export function keyOf(choice: MetricChoice): string {
  return choice.metricId ?? choice.type;
}

export function metricInput(choice: MetricChoice): { type: MetricType; metricId?: string } {
  return choice.metricId === null
    ? { type: choice.type }
    : { type: choice.type, metricId: choice.metricId };
}

"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { CardAction } from "@vida/core/live/message";
import type { Understanding } from "@vida/core/ptbr/types";
import { MetricType, RecordEntryInput } from "@vida/core/tracking/schemas";

import { dayIn, now, timeIn } from "@/lib/clock.ts";
import { relativeDay } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";

import { useToday, useZone } from "../account/use-me.ts";
import { measure, metricLabel } from "../tracking/metric-kinds.ts";

export type Understood = {
  inputs: readonly (RecordEntryInput & { day: string })[];
  slips: readonly Pick<CardAction, "tool" | "args" | "title" | "details" | "warnings">[];
};

const NOTHING: Understood = { inputs: [], slips: [] };

/**
 * What a line would record, read in the browser while it is typed.
 *
 * Only measures that the grammar read with certainty count: the person's Enter is a verdict on what they see,
 * so nothing is shown that is not exactly what would be written. Everything else is for the conversation.
 */
export function useUnderstood(text: string): Understood {
  const trpc = useTRPC();
  const zone = useZone();
  const today = useToday();
  const metrics = useQuery(trpc.metrics.list.queryOptions({})).data?.items ?? [];
  const read = useQuery({
    queryKey: ["understand", text, today, metrics.length],
    enabled: text.length > 2,
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const { understand } = await import("@vida/core/ptbr/understand");
      const lexicon = { metrics: metrics.map(({ id, name, unit }) => ({ id, name, unit })) };
      return understand(text, lexicon, {
        today: dayIn(zone, now()),
        now: `${dayIn(zone, now())}T${timeIn(zone, now())}`,
      });
    },
  });
  if (text.length <= 2 || read.data === undefined || read.isPlaceholderData) return NOTHING;
  return fromUnderstanding(
    read.data,
    today,
    (id) => metrics.find((metric) => metric.id === id)?.name ?? null,
  );
}

function fromUnderstanding(
  read: Understanding,
  today: string,
  nameOf: (id: string) => string | null,
): Understood {
  const whole = read.kind === "actions" && read.certainty === "certain" && read.reads.length === 0;
  if (!whole) return NOTHING;
  const inputs = read.writes.flatMap((write) => {
    const parsed =
      write.tool === "record_metric" && write.warnings.length === 0
        ? RecordEntryInput.safeParse(write.args)
        : null;
    return parsed?.success === true ? [{ ...parsed.data, day: parsed.data.day ?? today }] : [];
  });
  if (inputs.length === 0 || inputs.length !== read.writes.length) return NOTHING;
  const slips = inputs.map((input) => ({
    tool: "record_metric",
    args: input,
    title: metricLabel(
      MetricType.parse(input.type),
      input.metricId === undefined ? null : nameOf(input.metricId),
    ),
    details: [
      { label: t("arg.value"), value: measure(input.type, input.value, input.unit ?? "") },
      { label: t("arg.day"), value: relativeDay(input.day, today) },
    ],
    warnings: [],
  }));
  return { inputs, slips };
}

import { z } from "zod";

import type { ToolRecord } from "../live/message.ts";
import { MetricType } from "../tracking/schemas.ts";
import { measure, metricLabel } from "../tracking/words.ts";

/** How many of a look-up's records its message names. */
const MOST = 20;

const words = z.string().min(1).nullish().catch(undefined);
const Row = z.object({
  id: z.string(),
  title: words,
  description: words,
  name: words,
  content: words,
  day: words,
  dueDay: words,
  amount: words,
  currency: words,
  balance: words,
  type: words,
  metricName: words,
  value: z.number().optional().catch(undefined),
  unit: words,
});
const Listed = z.object({ items: z.array(z.unknown()) });

/** The records behind what a read tool found, as people read them; what it stored beside them stays unseen. */
export function recordsOf(result: unknown): ToolRecord[] {
  const listed = Listed.safeParse(result);
  const items = listed.success ? listed.data.items : [];
  return items.slice(0, MOST).flatMap((item) => {
    const row = Row.safeParse(item);
    return row.success ? toRecord(row.data) : [];
  });
}

function toRecord(row: z.output<typeof Row>): ToolRecord[] {
  const metric = MetricType.safeParse(row.type);
  const measured = metric.success && row.value !== undefined ? metric.data : null;
  const title =
    row.title ??
    row.description ??
    row.name ??
    row.content ??
    (measured === null ? undefined : metricLabel(measured, row.metricName ?? null));
  if (title === undefined) return [];
  const day = row.day ?? (/^\d{4}-/.test(row.dueDay ?? "") ? row.dueDay : undefined);
  const amount = row.amount ?? row.balance;
  const value =
    measured === null || row.value === undefined
      ? undefined
      : measure(measured, row.value, row.unit ?? "");
  return [
    {
      id: row.id,
      title: title.slice(0, 120),
      ...(day == null ? {} : { day }),
      ...(value === undefined ? {} : { value }),
      ...(amount == null ? {} : { amount }),
      ...(row.currency == null ? {} : { currency: row.currency }),
    },
  ];
}

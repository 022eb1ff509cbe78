import { dayToDate } from "../dates.ts";
import { write } from "../operation.ts";
import { ENTRY_WITH_METRIC, checkMeasure, findEntry, pastDay, toEntryView } from "./entries.ts";
import { EntryView, MetricType, UpdateEntryInput } from "./schemas.ts";
import { dayInWords, measure, metricLabel } from "./words.ts";

/** Corrects an entry in place; its type and metric stay what they were. */
export const updateEntry = write({
  name: "tracking.update",
  input: UpdateEntryInput,
  output: EntryView,
  touches: ["tracking", "dashboard"],
  async run(ctx, input) {
    const entry = await findEntry(ctx, input.entryId);
    const type = MetricType.parse(entry.type);
    const value = input.value ?? entry.value.toNumber();
    const measured = await checkMeasure(
      ctx,
      type,
      entry.metricId ?? undefined,
      value,
      input.unit ?? entry.unit,
    );
    const row = await ctx.tx.trackingEntry.update({
      where: { userId_id: { userId: ctx.userId, id: entry.id } },
      data: {
        value: measured.value,
        ...(input.day === undefined ? {} : { day: dayToDate(pastDay(ctx, input.day)) }),
        ...(input.time === undefined ? {} : { time: input.time }),
        ...(input.notes === undefined ? {} : { notes: input.notes }),
        ...(input.quality === undefined ? {} : { quality: input.quality }),
        updatedAt: ctx.nowDate,
      },
      include: ENTRY_WITH_METRIC,
    });
    return toEntryView(row);
  },
  trail: (entry) =>
    `${metricLabel(entry.type, entry.metricName)} · agora ${measure(entry.type, entry.value, entry.unit)}`,
  async summarize(ctx, input) {
    const entry = toEntryView(await findEntry(ctx, input.entryId));
    const next =
      input.value === undefined
        ? entry.value
        : (
            await checkMeasure(
              ctx,
              entry.type,
              entry.metricId ?? undefined,
              input.value,
              input.unit ?? entry.unit,
            )
          ).value;
    return {
      title: `Corrigir ${metricLabel(entry.type, entry.metricName).toLowerCase()}`,
      details: [
        { label: "De", value: measure(entry.type, entry.value, entry.unit) },
        { label: "Para", value: measure(entry.type, next, entry.unit) },
        { label: "Dia", value: dayInWords(input.day ?? entry.day, ctx.today) },
      ],
      warnings: [],
      weight: "table",
    };
  },
});

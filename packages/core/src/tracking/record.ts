import { localTime, dateToInstant } from "../context.ts";
import type { Ctx } from "../context.ts";
import { dayToDate } from "../dates.ts";
import { write } from "../operation.ts";
import type { Summary } from "../operation.ts";
import { ENTRY_WITH_METRIC, checkMeasure, pastDay, toEntryView } from "./entries.ts";
import type { Measured } from "./entries.ts";
import { EntryView, RecordEntryInput } from "./schemas.ts";
import { dayInWords, measure, metricLabel, nightInWords } from "./words.ts";

/** Records one measured value on a local day that has come. Several a day are legal. */
export const recordEntry = write({
  name: "tracking.record",
  input: RecordEntryInput,
  output: EntryView,
  touches: ["tracking", "dashboard"],
  async run(ctx, input) {
    const measured = await checkMeasure(ctx, input.type, input.metricId, input.value, input.unit);
    const { metricName: _, ...columns } = measured;
    const row = await ctx.tx.trackingEntry.create({
      data: {
        ...columns,
        userId: ctx.userId,
        id: ctx.id(),
        type: input.type,
        day: dayToDate(pastDay(ctx, input.day)),
        time: input.time ?? null,
        notes: input.notes ?? null,
        quality: input.quality ?? null,
        source: ctx.actor === "assistant" ? "chat" : "form",
        createdAt: ctx.nowDate,
        updatedAt: ctx.nowDate,
      },
      include: ENTRY_WITH_METRIC,
    });
    return toEntryView(row);
  },
  trail: (entry) =>
    `${metricLabel(entry.type, entry.metricName)} · ${measure(entry.type, entry.value, entry.unit)}`,
  async summarize(ctx, input): Promise<Summary> {
    const measured = await checkMeasure(ctx, input.type, input.metricId, input.value, input.unit);
    const day = pastDay(ctx, input.day);
    const label = metricLabel(input.type, measured.metricName);
    const details = [
      { label: "Valor", value: measure(input.type, measured.value, measured.unit) },
      { label: "Dia", value: dayInWords(day, ctx.today) },
      ...(input.type === "sleep" ? [{ label: "Noite", value: nightInWords(day) }] : []),
      ...(input.time ? [{ label: "Hora", value: input.time }] : []),
      ...(input.quality ? [{ label: "Qualidade", value: `${input.quality} de 10` }] : []),
      ...(input.notes ? [{ label: "Nota", value: input.notes }] : []),
    ];
    return {
      title: label,
      details,
      warnings: await twinWarning(ctx, input, measured, day),
      weight: "line",
    };
  },
});

/** Says when the same value already stands on that day, since a second one is rarely meant. */
async function twinWarning(
  ctx: Ctx,
  input: RecordEntryInput,
  measured: Measured,
  day: string,
): Promise<string[]> {
  const twin = await ctx.tx.trackingEntry.findFirst({
    where: {
      userId: ctx.userId,
      type: input.type,
      metricId: measured.metricId,
      day: dayToDate(day),
      value: measured.value,
    },
    orderBy: { createdAt: "desc" },
  });
  if (!twin) return [];
  const { wallTime } = localTime(dateToInstant(twin.createdAt), ctx.person.timezone);
  const [hour = "", minute = ""] = wallTime.slice(11).split(":");
  return [`já existe um igual, feito às ${Number(hour)}h${minute === "00" ? "" : minute}`];
}

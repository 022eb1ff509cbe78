import { Removed } from "../fields.ts";
import { write } from "../operation.ts";
import { findEntry, toEntryView } from "./entries.ts";
import { EntryView, RemoveEntryInput } from "./schemas.ts";
import { dayInWords, measure, metricLabel } from "./words.ts";

/** Deletes an entry; undo brings it back. */
export const removeEntry = write({
  name: "tracking.remove",
  input: RemoveEntryInput,
  output: Removed.extend({ entry: EntryView }),
  touches: ["tracking", "dashboard"],
  async run(ctx, input) {
    const entry = await findEntry(ctx, input.entryId);
    await ctx.tx.trackingEntry.delete({
      where: { userId_id: { userId: ctx.userId, id: entry.id } },
    });
    return { id: entry.id, entry: toEntryView(entry) };
  },
  trail: ({ entry }) =>
    `${metricLabel(entry.type, entry.metricName)} · ${measure(entry.type, entry.value, entry.unit)} apagado`,
  async summarize(ctx, input) {
    const entry = toEntryView(await findEntry(ctx, input.entryId));
    return {
      title: `Apagar ${metricLabel(entry.type, entry.metricName).toLowerCase()}`,
      details: [
        { label: "Valor", value: measure(entry.type, entry.value, entry.unit) },
        { label: "Dia", value: dayInWords(entry.day, ctx.today) },
      ],
      warnings: [],
      weight: "heavy",
    };
  },
});

import { write } from "../operation.ts";
import { schedule, toReminderView } from "./rows.ts";
import { full } from "./rules.ts";
import { CreateReminderInput, ReminderView } from "./schemas.ts";
import { momentInWords, repeatInWords } from "./words.ts";

/** Sets a reminder at a wall time of the person, once or by a rule. */
export const createReminder = write({
  name: "reminders.create",
  input: CreateReminderInput,
  output: ReminderView,
  touches: ["reminders", "dashboard"],
  async run(ctx, { title, remindAt, repeat = null, notes = null }) {
    const row = await ctx.tx.reminder.create({
      data: {
        ...schedule(ctx, remindAt, repeat),
        userId: ctx.userId,
        id: ctx.id(),
        title,
        notes,
        remindAt: full(remindAt),
        createdAt: ctx.nowDate,
        updatedAt: ctx.nowDate,
      },
    });
    return toReminderView(row);
  },
  trail: ({ title }) => `Lembrete ${title} criado`,
  summarize(ctx, { title, remindAt, repeat = null }) {
    const { nextAt, repeat: rule } = schedule(ctx, remindAt, repeat);
    return Promise.resolve({
      title: "Lembrete",
      details: [
        { label: "O quê", value: title },
        { label: "Quando", value: momentInWords(nextAt, ctx.today) },
        ...(rule === null ? [] : [{ label: "Repete", value: repeatInWords(rule) }]),
      ],
      warnings: [],
      weight: "line",
    });
  },
});

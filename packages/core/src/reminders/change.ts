import { Removed } from "../fields.ts";
import { write } from "../operation.ts";
import { findReminder, schedule, toReminderView } from "./rows.ts";
import { full, nextFiring } from "./rules.ts";
import { ReminderInput, ReminderView, SnoozeInput, UpdateReminderInput } from "./schemas.ts";
import { momentInWords, repeatInWords } from "./words.ts";

const touches = ["reminders", "dashboard"] as const;

/** Changes a reminder; a new time or rule starts it again. */
export const updateReminder = write({
  name: "reminders.update",
  input: UpdateReminderInput,
  output: ReminderView,
  touches,
  async run(ctx, { reminderId, title, remindAt, repeat, notes }) {
    const old = await findReminder(ctx, reminderId);
    const again = remindAt !== undefined || repeat !== undefined;
    const when = again
      ? schedule(ctx, remindAt ?? old.remindAt, repeat === undefined ? old.repeat : repeat)
      : {};
    const row = await ctx.tx.reminder.update({
      where: { userId_id: { userId: ctx.userId, id: reminderId } },
      data: {
        ...when,
        ...(again ? { status: "pending", remindAt: full(remindAt ?? old.remindAt) } : {}),
        ...(title === undefined ? {} : { title }),
        ...(notes === undefined ? {} : { notes }),
        updatedAt: ctx.nowDate,
      },
    });
    return toReminderView(row);
  },
  trail: ({ title }) => `Lembrete ${title} alterado`,
  async summarize(ctx, { reminderId, title, remindAt, repeat }) {
    const old = await findReminder(ctx, reminderId);
    const next =
      remindAt === undefined && repeat === undefined
        ? null
        : schedule(ctx, remindAt ?? old.remindAt, repeat === undefined ? old.repeat : repeat);
    return {
      title: `Mudar lembrete ${old.title}`,
      details: [
        ...(title === undefined ? [] : [{ label: "O quê", value: title }]),
        ...(next === null
          ? []
          : [
              { label: "De", value: momentInWords(old.nextAt ?? old.remindAt, ctx.today) },
              { label: "Para", value: momentInWords(next.nextAt, ctx.today) },
            ]),
        ...(next?.repeat ? [{ label: "Repete", value: repeatInWords(next.repeat) }] : []),
      ],
      warnings: [],
      weight: "table",
    };
  },
});

/** Ticks a reminder off: a repeated one waits for its next time, a single one is done. */
export const completeReminder = write({
  name: "reminders.complete",
  input: ReminderInput,
  output: ReminderView,
  touches,
  async run(ctx, { reminderId }) {
    const old = await findReminder(ctx, reminderId);
    const after =
      old.nextAt !== null && old.nextAt > full(ctx.wallTime) ? old.nextAt : ctx.wallTime;
    const nextAt = old.repeat === null ? null : nextFiring(old.remindAt, old.repeat, after);
    const row = await ctx.tx.reminder.update({
      where: { userId_id: { userId: ctx.userId, id: reminderId } },
      data: { nextAt, status: nextAt === null ? "done" : "pending", updatedAt: ctx.nowDate },
    });
    return toReminderView(row);
  },
  trail: ({ title }) => `Lembrete ${title} feito`,
});

/** Puts the next firing off; the rule goes on as it was afterwards. */
export const snoozeReminder = write({
  name: "reminders.snooze",
  input: SnoozeInput,
  output: ReminderView,
  touches,
  async run(ctx, { reminderId, until }) {
    await findReminder(ctx, reminderId);
    const { nextAt } = schedule(ctx, until, null);
    const row = await ctx.tx.reminder.update({
      where: { userId_id: { userId: ctx.userId, id: reminderId } },
      data: { nextAt, status: "pending", updatedAt: ctx.nowDate },
    });
    return toReminderView(row);
  },
  trail: ({ title }) => `Lembrete ${title} adiado`,
});

export const removeReminder = write({
  name: "reminders.remove",
  input: ReminderInput,
  output: Removed.extend({ title: ReminderView.shape.title }),
  touches,
  async run(ctx, { reminderId }) {
    const { title } = await findReminder(ctx, reminderId);
    await ctx.tx.reminder.delete({ where: { userId_id: { userId: ctx.userId, id: reminderId } } });
    return { id: reminderId, title };
  },
  trail: ({ title }) => `Lembrete ${title} apagado`,
  async summarize(ctx, { reminderId }) {
    const reminder = await findReminder(ctx, reminderId);
    return {
      title: `Apagar lembrete ${reminder.title}`,
      details:
        reminder.nextAt === null
          ? []
          : [{ label: "Quando", value: momentInWords(reminder.nextAt, ctx.today) }],
      warnings: [],
      weight: "heavy",
    };
  },
});

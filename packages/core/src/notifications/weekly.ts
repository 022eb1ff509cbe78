import type { Ctx, Services } from "../context.ts";
import { addDays, epochDay } from "../dates.ts";
import { habitsOn } from "../habits/list.ts";
import { NO_MARKS, readMarks } from "../habits/rows.ts";
import { rate } from "../habits/rules.ts";
import type { PersonJob } from "../jobs.ts";
import { formatMoney } from "../money.ts";
import { inSession } from "../operation.ts";
import { summarizeEntries } from "../tracking/summary.ts";
import { meanInWords } from "../tracking/words.ts";
import { notify } from "./notify.ts";

/** Sums up the week on Sunday evening from the person's own numbers; a week without any is left alone. */
export async function tellWeek(services: Services, job: PersonJob): Promise<{ told: number }> {
  return inSession(services, { userId: job.userId, actor: "job" }, async (ctx) => {
    const { weeklyReport } = ctx.preferences.notifications;
    if (!weeklyReport) return { told: 0 };
    const lines = [...(await measured(ctx)), ...(await habits(ctx)), ...(await spent(ctx))];
    if (lines.length === 0) return { told: 0 };
    const told = await notify(ctx, {
      kind: "weekly",
      title: "Sua semana",
      body: lines.join("\n"),
      records: [],
      key: ctx.today,
    });
    return { told: told ? 1 : 0 };
  });
}

async function measured(ctx: Ctx): Promise<string[]> {
  const lines: string[] = [];
  for (const [type, words] of [
    ["sleep", "Sono, em média"],
    ["water", "Água por dia"],
    ["exercise", "Exercício por dia"],
    ["mood", "Humor, em média"],
  ] as const) {
    const { count, average, unit, days } = await summarizeEntries.run(ctx, {
      type,
      from: addDays(ctx.today, -6),
      to: ctx.today,
    });
    if (count > 0 && average !== null)
      lines.push(
        `${words}: ${meanInWords(type, average, unit)} (${days === 1 ? "1 dia" : `${days} dias`})`,
      );
  }
  return lines;
}

async function habits(ctx: Ctx): Promise<string[]> {
  const to = epochDay(ctx.today);
  const all = await habitsOn(ctx, ctx.today);
  const marks = await readMarks(ctx, { from: to - 6, to });
  return all.map(
    (habit) =>
      `${habit.name}: ${Math.round(rate(habit, marks.get(habit.id) ?? NO_MARKS, to - 6, to, to) * 100)}% da semana`,
  );
}

async function spent(ctx: Ctx): Promise<string[]> {
  const [row] = await ctx.tx.$queryRaw<{ total: string | null }[]>`
    select sum(amount)::text as total from transactions
     where user_id = ${ctx.userId}::uuid and kind = 'expense' and currency = ${ctx.person.currency}
       and purchase_day > ${addDays(ctx.today, -7)}::date and purchase_day <= ${ctx.today}::date`;
  return row?.total == null
    ? []
    : [`Gastos da semana: ${formatMoney(row.total, ctx.person.currency)}`];
}

import { instantToDate } from "../context.ts";
import type { Ctx, Services } from "../context.ts";
import { addDays, dayToDate, daysBetween } from "../dates.ts";
import { readPayables } from "../finance/payables.ts";
import { listGoals } from "../goals/list.ts";
import type { PersonJob } from "../jobs.ts";
import { openQuestions } from "../memory/questions.ts";
import { formatMoney } from "../money.ts";
import { inSession } from "../operation.ts";
import { dayInWords } from "../tracking/words.ts";
import { notify } from "./notify.ts";
import type { Notice, NoticeKind } from "./notify.ts";

/** Notices a day, reminders aside: those the person asked for. */
const DAILY_CAP = 3;
/** Days before something is due on which it is told. */
const AHEAD = 3;

/** Money due before questions before goals before insights. */
const ORDER: readonly NoticeKind[] = [
  "bill",
  "statement",
  "installment",
  "question",
  "goal",
  "insight",
];

/**
 * Tells in the morning what the day asks for, at most three things, each once and with its records; with
 * nothing to say it says nothing. Muted kinds are left out, and questions that wait count.
 */
export async function tellMorning(services: Services, job: PersonJob): Promise<{ told: number }> {
  return inSession(services, { userId: job.userId, actor: "job" }, async (ctx) => {
    const { morningSummary, mutedKinds } = ctx.preferences.notifications;
    if (!morningSummary) return { told: 0 };
    const today = await ctx.tx.notification.count({
      where: { userId: ctx.userId, day: dayToDate(ctx.today), kind: { not: "reminder" } },
    });
    const notices = [
      ...(await moneyDue(ctx)),
      ...(await questions(ctx)),
      ...(await goalsAtRisk(ctx)),
      ...(await newestInsight(ctx)),
    ]
      .filter(({ kind }) => !mutedKinds.includes(kind))
      .toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
    let told = 0;
    for (const notice of notices) {
      if (today + told >= DAILY_CAP) break;
      if (await notify(ctx, notice)) told += 1;
    }
    return { told };
  });
}

async function moneyDue(ctx: Ctx): Promise<Notice[]> {
  const items = await readPayables(ctx, null, addDays(ctx.today, AHEAD));
  return items
    .filter(
      ({ dueOn }) =>
        [0, AHEAD].includes(daysBetween(ctx.today, dueOn)) || daysBetween(dueOn, ctx.today) === 1,
    )
    .map((item): Notice => ({
      kind: item.kind,
      title: `${item.name}: ${formatMoney(item.amount, item.currency)}`,
      body:
        item.dueOn < ctx.today
          ? `Venceu ${dayInWords(item.dueOn, ctx.today)}.`
          : `Vence ${dayInWords(item.dueOn, ctx.today)}.`,
      records: [{ table: item.kind, id: item.id }],
      key: `${item.id}@${item.dueOn}`,
    }));
}

/** What only the person can decide; each question is told once. */
async function questions(ctx: Ctx): Promise<Notice[]> {
  const open = await openQuestions(ctx);
  const told = await toldKeys(ctx, "question");
  return open
    .filter(({ id }) => !told.has(id))
    .map(({ id, itemId }): Notice => ({
      kind: "question",
      title: "Isso mudou?",
      body: "Você disse algo diferente do que eu tinha guardado. Qual dos dois vale?",
      records: [{ table: "knowledge_items", id: itemId }],
      key: id,
    }));
}

async function toldKeys(ctx: Ctx, kind: NoticeKind): Promise<Set<string>> {
  const rows = await ctx.tx.notification.findMany({
    where: { userId: ctx.userId, kind },
    select: { key: true },
  });
  return new Set(rows.map(({ key }) => key));
}

/** A goal at risk is told once a week, on the weekday it was set. */
async function goalsAtRisk(ctx: Ctx): Promise<Notice[]> {
  const { items } = await listGoals.run(ctx, {});
  return items
    .filter(({ atRisk, startDate }) => atRisk && daysBetween(startDate, ctx.today) % 7 === 0)
    .map((goal): Notice => ({
      kind: "goal",
      title: `${goal.title} está atrás do ritmo`,
      body: `${goal.progress}% do caminho com ${goal.elapsed}% do tempo.`,
      records: [{ table: "goals", id: goal.id }],
      key: goal.id,
    }));
}

async function newestInsight(ctx: Ctx): Promise<Notice[]> {
  const row = await ctx.tx.insight.findFirst({
    where: {
      userId: ctx.userId,
      current: true,
      verdict: null,
      createdAt: { gte: instantToDate(ctx.now.subtract({ hours: 24 })) },
    },
    orderBy: { createdAt: "desc" },
  });
  return row
    ? [
        {
          kind: "insight",
          title: "Percebi uma coisa",
          body: row.text,
          records: [{ table: "insights", id: row.id }],
          key: row.id,
        },
      ]
    : [];
}

import { instantToDate } from "../context.ts";
import type { Ctx, Services } from "../context.ts";
import { addDays, dayToDate, daysBetween, weekday } from "../dates.ts";
import { readPayables } from "../finance/payables.ts";
import { listGoals } from "../goals/list.ts";
import { pressing } from "../goals/rules.ts";
import type { PersonJob } from "../jobs.ts";
import { openQuestions } from "../memory/questions.ts";
import { formatMoney } from "../money.ts";
import { inSession } from "../operation.ts";
import { dayInWords } from "../tracking/words.ts";
import { DAILY_CAP, notify, toldToday } from "./notify.ts";
import type { Notice } from "./notify.ts";
import { NOTICE_KINDS } from "./rules.ts";
import type { NoticeKind } from "./rules.ts";

/** Days before something is due on which it is told. */
const AHEAD = 3;
/** What nobody has confirmed for so long may no longer hold. */
const STALE_DAYS = 180;

const PAGE_OF = { bill: "bills", statement: "accounts", installment: "debts" } as const;

/**
 * Tells in the morning what the day asks for, at most three things, each once and with its records; with
 * nothing to say it says nothing. On Sundays one place is left for the week's report.
 */
export async function tellMorning(services: Services, job: PersonJob): Promise<{ told: number }> {
  return inSession(services, { userId: job.userId, actor: "job" }, async (ctx) => {
    const { morningSummary, weeklyReport } = ctx.preferences.notifications;
    if (!morningSummary) return { told: 0 };
    const cap = weeklyReport && weekday(ctx.today) === 0 ? DAILY_CAP - 1 : DAILY_CAP;
    const notices = [
      ...(await moneyDue(ctx)),
      ...(await questions(ctx)),
      ...(await stale(ctx)),
      ...(await goalsAtRisk(ctx)),
      ...(await newestInsight(ctx)),
    ].toSorted((a, b) => NOTICE_KINDS.indexOf(a.kind) - NOTICE_KINDS.indexOf(b.kind));
    const before = await toldToday(ctx);
    let told = 0;
    for (const notice of notices) {
      if (before + told >= cap) break;
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
      records: [{ table: PAGE_OF[item.kind], id: item.id }],
      key: `${item.id}@${item.dueOn}`,
    }));
}

/** What only the person can decide; each question is told once. */
async function questions(ctx: Ctx): Promise<Notice[]> {
  const told = await toldKeys(ctx, "question");
  return (await openQuestions(ctx))
    .filter(({ id }) => !told.has(id))
    .map(({ id, itemId }): Notice => ({
      kind: "question",
      title: "Isso mudou?",
      body: "Você disse algo diferente do que eu tinha guardado. Qual dos dois vale?",
      records: [{ table: "knowledge_items", id: itemId }],
      key: id,
    }));
}

/** The oldest fact that was not confirmed for half a year, one a week; asked about again after another. */
async function stale(ctx: Ctx): Promise<Notice[]> {
  const before = dayToDate(addDays(ctx.today, -STALE_DAYS));
  const lately = await ctx.tx.notification.count({
    where: { userId: ctx.userId, kind: "stale", day: { gt: dayToDate(addDays(ctx.today, -7)) } },
  });
  if (lately > 0) return [];
  const asked = await ctx.tx.notification.findMany({
    where: { userId: ctx.userId, kind: "stale", day: { gt: before } },
    select: { key: true },
  });
  const item = await ctx.tx.knowledgeItem.findFirst({
    where: {
      userId: ctx.userId,
      validTo: null,
      type: { in: ["fact", "preference"] },
      updatedAt: { lt: before },
      id: { notIn: asked.map(({ key }) => key) },
    },
    orderBy: { updatedAt: "asc" },
    select: { id: true },
  });
  if (item === null) return [];
  return [
    {
      kind: "stale",
      title: "Isto ainda vale?",
      // Without the words themselves: they may be forgotten later, and notices travel.
      body: "Sei uma coisa de você que ninguém confirma há mais de seis meses. Toque para ver.",
      records: [{ table: "knowledge_items", id: item.id }],
      key: item.id,
    },
  ];
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
  return pressing(items, ctx.preferences.areaWeights)
    .filter(({ startDate }) => daysBetween(startDate, ctx.today) % 7 === 0)
    .map((goal): Notice => ({
      kind: "goal",
      title: `${goal.title} está atrás do ritmo`,
      body: `${Math.round(goal.progress)}% do caminho com ${Math.round(goal.elapsed)}% do tempo.`,
      records: [{ table: "goals", id: goal.id }],
      key: goal.id,
    }));
}

/** An insight is told once, on the morning after it was first noticed. */
async function newestInsight(ctx: Ctx): Promise<Notice[]> {
  const told = await toldKeys(ctx, "insight");
  const row = await ctx.tx.insight.findFirst({
    where: {
      userId: ctx.userId,
      current: true,
      verdict: null,
      createdAt: { gte: instantToDate(ctx.now.subtract({ hours: 48 })) },
      id: { notIn: [...told] },
    },
    orderBy: { createdAt: "desc" },
  });
  if (row === null) return [];
  const records = [{ table: "insights", id: row.id }];
  return [{ kind: "insight", title: "Percebi uma coisa", body: row.text, records, key: row.id }];
}

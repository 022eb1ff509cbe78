import type { Ctx, Services } from "../context.ts";
import { dayToDate } from "../dates.ts";
import { habitsOn } from "../habits/list.ts";
import type { PersonJob } from "../jobs.ts";
import { toJson } from "../json.ts";
import { inSession } from "../operation.ts";
import { monthTotals } from "../transactions/spent.ts";
import { dailySeries } from "./series.ts";
import type { NamedSeries } from "./series.ts";
import { spendingFacts, spendingMonths } from "./spending.ts";
import { benjaminiHochberg, relate } from "./statistics.ts";
import type { Finding } from "./statistics.ts";

type Found = {
  kind: "correlation" | "streak" | "spending";
  key: string;
  text: string;
  data: Record<string, number | string>;
};

/** A correlation that is true but too weak to matter is not told. */
const LEAST_EFFECT = 0.25;
const LEAST_STREAK = 7;

/**
 * Notices what goes together in a person's days, streaks worth a word and months that cost more or less than
 * usual, and stores it in place of what was noticed before. What the person called wrong or muted keeps its
 * verdict and is not shown again.
 *
 * The numbers are read in one session and judged outside it; storing is one transaction, so a job that runs
 * twice leaves the same.
 */
export async function computeInsights(
  services: Services,
  job: PersonJob,
): Promise<{ found: number; series: number }> {
  const caller = { userId: job.userId, actor: "job" } as const;
  const { series, facts } = await inSession(services, caller, async (ctx) => ({
    series: await dailySeries(ctx),
    facts: [...(await streaksOf(ctx)), ...(await spendingOf(ctx))],
  }));
  const found = [...correlationsOf(series), ...facts];
  await inSession(services, caller, (ctx) => store(ctx, found));
  return { found: found.length, series: series.length };
}

function correlationsOf(series: readonly NamedSeries[]): Found[] {
  const pairs = series.flatMap((a, i) =>
    series.slice(i + 1).flatMap((b) => {
      const finding = relate(a.values, b.values);
      return finding === null ? [] : [{ a, b, finding }];
    }),
  );
  const stands = benjaminiHochberg(pairs.map(({ finding }) => finding.p));
  return pairs
    .filter(({ finding }, i) => stands[i] === true && Math.abs(finding.effect) >= LEAST_EFFECT)
    .map(({ a, b, finding }) => ({
      kind: "correlation",
      key: `correlation:${a.key}:${b.key}`,
      text: correlationInWords(a, b, finding),
      data: { ...finding, first: a.name, second: b.name },
    }));
}

/** `Sono e Humor andam juntos, com 1 dia de diferença (117 dias).` Never as a cause. */
function correlationInWords(a: NamedSeries, b: NamedSeries, { effect, lag, n }: Finding): string {
  const [first, second] = lag < 0 ? [b.name, a.name] : [a.name, b.name];
  const how = effect > 0 ? "andam juntos" : "andam em sentidos opostos";
  const days = Math.abs(lag);
  const later =
    days === 0
      ? "no mesmo dia"
      : `com ${days === 1 ? "1 dia" : `${days} dias`} de diferença, ${first} primeiro`;
  return `${first} e ${second} ${how}, ${later} (${n} dias em comum).`;
}

async function streaksOf(ctx: Ctx): Promise<Found[]> {
  const habits = await habitsOn(ctx, ctx.today);
  return habits
    .filter(({ currentStreak }) => currentStreak >= LEAST_STREAK)
    .map(({ id, name, currentStreak, times }) => ({
      kind: "streak",
      key: `streak:${id}`,
      text:
        times === null
          ? `${name}: ${currentStreak} dias seguidos.`
          : `${name}: ${currentStreak} períodos seguidos.`,
      data: { days: currentStreak, name },
    }));
}

async function spendingOf(ctx: Ctx): Promise<Found[]> {
  const totals = await monthTotals(ctx, spendingMonths(ctx.today));
  const { today } = ctx;
  return spendingFacts(totals, { today, currency: ctx.person.currency }).map(
    ({ key, text, data }) => ({ kind: "spending", key: `spending:${key}`, text, data }),
  );
}

async function store(ctx: Ctx, found: readonly Found[]): Promise<void> {
  await ctx.tx.insight.updateMany({
    where: { userId: ctx.userId, key: { notIn: found.map(({ key }) => key) } },
    data: { current: false },
  });
  for (const { kind, key, text, data } of found) {
    const known = await ctx.tx.insight.findFirst({ where: { userId: ctx.userId, key } });
    const fields = {
      kind,
      text,
      data: toJson(data),
      current: true,
      computedDay: dayToDate(ctx.today),
      updatedAt: ctx.nowDate,
    };
    if (known)
      await ctx.tx.insight.update({
        where: { userId_id: { userId: ctx.userId, id: known.id } },
        data: fields,
      });
    else
      await ctx.tx.insight.create({
        data: { ...fields, userId: ctx.userId, id: ctx.id(), key, createdAt: ctx.nowDate },
      });
  }
  ctx.touch("insights", "dashboard");
}

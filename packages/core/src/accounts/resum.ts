import type { Ctx } from "../context.ts";
import { addMonths, dateToDay, dayToDate } from "../dates.ts";
import type { Card } from "./rows.ts";
import { closingOf, statementOf } from "./rules.ts";
import type { CardSchedule } from "./rules.ts";

/**
 * Puts the purchases of some days into other statements: parts follow their purchase, one statement each.
 * Only the day of purchase and the number of the part decide, so this leaves exactly what recording anew would.
 */
export async function resumPurchases(
  ctx: Ctx,
  cardId: string,
  statements: readonly { purchaseDay: string; month: string }[],
): Promise<void> {
  if (statements.length === 0) return;
  const days = statements.map(({ purchaseDay }) => purchaseDay);
  const months = statements.map(({ month }) => `${month}-01`);
  await ctx.tx.$executeRaw`
    with moves as (
      select t.id, to_char(m.month + make_interval(months => coalesce(t.installment, 1) - 1), 'YYYY-MM') as month
        from unnest(${days}::date[], ${months}::date[]) as m (day, month)
        join transactions t on t.user_id = ${ctx.userId}::uuid and t.account_id = ${cardId}::uuid
         and t.purchase_day = m.day and t.statement_month is not null
    )
    update transactions t set statement_month = moves.month
      from moves
     where t.user_id = ${ctx.userId}::uuid and t.id = moves.id and t.statement_month <> moves.month`;
}

/** The days on which a card has purchases, after one day and up to another. */
export async function purchaseDays(
  ctx: Ctx,
  cardId: string,
  after: string,
  upTo: string | null,
): Promise<string[]> {
  const rows = await ctx.tx.transaction.findMany({
    where: {
      userId: ctx.userId,
      accountId: cardId,
      statementMonth: { not: null },
      purchaseDay: { gt: dayToDate(after), ...(upTo === null ? {} : { lte: dayToDate(upTo) }) },
    },
    distinct: ["purchaseDay"],
    select: { purchaseDay: true },
  });
  return rows.map(({ purchaseDay }) => dateToDay(purchaseDay));
}

/**
 * Changes a card's closing and due day from the current statement on.
 *
 * What has closed keeps the closing that it had, as a moved one; closings moved ahead belonged to the old
 * days and go; purchases since the last closing find their statement by the new ones.
 */
export async function reschedule(
  ctx: Ctx,
  card: Card,
  days: { closingDay: number; dueDay: number },
  firstMonth: string,
): Promise<CardSchedule> {
  const current = statementOf(card.schedule, ctx.today);
  const closed: { month: string; closesOn: string }[] = [];
  const earliest = [firstMonth, addMonths(current, -2)].toSorted()[0] ?? firstMonth;
  for (let month = addMonths(earliest, -1); month < current; month = addMonths(month, 1)) {
    closed.push({ month, closesOn: closingOf(card.schedule, month) });
  }
  await ctx.tx.statementClosing.deleteMany({
    where: { userId: ctx.userId, accountId: card.id, month: { gte: current } },
  });
  await ctx.tx.statementClosing.createMany({
    data: closed
      .filter(({ month }) => !card.schedule.moved.has(month))
      .map(({ month, closesOn }) => ({
        userId: ctx.userId,
        id: ctx.id(),
        accountId: card.id,
        month,
        closesOn: dayToDate(closesOn),
        createdAt: ctx.nowDate,
        updatedAt: ctx.nowDate,
      })),
  });
  const moved = new Map([...card.schedule.moved].filter(([month]) => month < current));
  for (const { month, closesOn } of closed) moved.set(month, closesOn);
  const schedule = { ...days, moved };
  const since = closingOf(card.schedule, addMonths(current, -1));
  const purchases = await purchaseDays(ctx, card.id, since, null);
  await resumPurchases(
    ctx,
    card.id,
    purchases.map((purchaseDay) => ({ purchaseDay, month: statementOf(schedule, purchaseDay) })),
  );
  return schedule;
}

import type { Ctx } from "../context.ts";
import { addDays, addMonths, dayToDate } from "../dates.ts";
import { fail } from "../errors.ts";
import { write } from "../operation.ts";
import { dateInWords } from "../tracking/words.ts";
import { lockLedger } from "../transactions/lock.ts";
import { purchaseDays, resumPurchases } from "./resum.ts";
import { cardOf, loadAccounts } from "./rows.ts";
import type { Card } from "./rows.ts";
import { closingOf, dueOf, mayCloseOn, usualClosing } from "./rules.ts";
import { MoveClosingInput, MovedClosingView } from "./schemas.ts";
import { statementSums, toStatement } from "./statement-rows.ts";
import { statementInWords } from "./words.ts";

/**
 * Moves the closing of one statement and sums it and the next anew.
 *
 * The closing stays between its neighbours' and not after the due date (`accounts.badClosing`); the usual
 * day takes the move back. Purchases between the two days change statement with all their parts.
 */
export const moveClosing = write({
  name: "accounts.moveClosing",
  input: MoveClosingInput,
  output: MovedClosingView,
  touches: ["accounts", "transactions", "finance", "dashboard"],
  async run(ctx, { accountId, month, closesOn }) {
    await lockLedger(ctx);
    const card = cardOf(await loadAccounts(ctx), accountId);
    const before = closingOf(card.schedule, month);
    checkClosing(card, month, closesOn);
    await storeClosing(ctx, card, month, closesOn);
    const next = addMonths(month, 1);
    const later = closesOn > before;
    const days = await purchaseDays(
      ctx,
      accountId,
      later ? before : closesOn,
      later ? closesOn : before,
    );
    await resumPurchases(
      ctx,
      accountId,
      days.map((purchaseDay) => ({ purchaseDay, month: later ? month : next })),
    );
    const moved = new Map(card.schedule.moved).set(month, closesOn);
    const now = { ...card, schedule: { ...card.schedule, moved } };
    const sums = (await statementSums(ctx, accountId)).get(accountId);
    const statement = toStatement(now, month, sums, ctx.today);
    return {
      ...statement,
      moved: closesOn !== usualClosing(card.schedule, month),
      next: toStatement(now, next, sums, ctx.today),
    };
  },
  trail: (statement, { month }) =>
    `${statementInWords(statement.accountName, month, month)} fecha em ${dateInWords(statement.closesOn, month)}`,
  async summarize(ctx, { accountId, month, closesOn }) {
    const card = cardOf(await loadAccounts(ctx), accountId);
    checkClosing(card, month, closesOn);
    return {
      title: statementInWords(card.name, month, ctx.today),
      details: [
        { label: "Fechava", value: dateInWords(closingOf(card.schedule, month), ctx.today) },
        { label: "Fecha", value: dateInWords(closesOn, ctx.today) },
      ],
      warnings: [],
      weight: "table",
    };
  },
});

function checkClosing(card: Card, month: string, closesOn: string): void {
  if (mayCloseOn(card.schedule, month, closesOn)) return;
  const after = closingOf(card.schedule, addMonths(month, -1));
  const before = addDays(closingOf(card.schedule, addMonths(month, 1)), -1);
  const last = [before, dueOf(card.schedule, month)].toSorted()[0] ?? before;
  fail("invalid", "accounts.badClosing", {
    from: addDays(after, 1),
    to: last,
    fields: { closesOn: [`escolha um dia entre ${addDays(after, 1)} e ${last}`] },
  });
}

async function storeClosing(ctx: Ctx, card: Card, month: string, closesOn: string): Promise<void> {
  const where = { userId: ctx.userId, accountId: card.id, month };
  if (closesOn === usualClosing(card.schedule, month)) {
    await ctx.tx.statementClosing.deleteMany({ where });
  } else if (card.schedule.moved.has(month)) {
    await ctx.tx.statementClosing.updateMany({
      where,
      data: { closesOn: dayToDate(closesOn), updatedAt: ctx.nowDate },
    });
  } else {
    await ctx.tx.statementClosing.create({
      data: {
        ...where,
        id: ctx.id(),
        closesOn: dayToDate(closesOn),
        createdAt: ctx.nowDate,
        updatedAt: ctx.nowDate,
      },
    });
  }
}

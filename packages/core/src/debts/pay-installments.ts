import { FALLBACK, findCategory, loadCategories } from "../categories/rows.ts";
import type { Ctx } from "../context.ts";
import { dayToDate } from "../dates.ts";
import { fail } from "../errors.ts";
import { sumInWords } from "../finance/words.ts";
import { compare, multiply, split, subtract } from "../money.ts";
import { write } from "../operation.ts";
import { dayInWords } from "../tracking/words.ts";
import { lockLedger } from "../transactions/lock.ts";
import { placePosting } from "../transactions/place.ts";
import type { Placed, Posting } from "../transactions/place.ts";
import { postAllPlaced } from "../transactions/post.ts";
import {
  findDebt,
  findPayments,
  lockDebt,
  paidAmounts,
  planOf,
  toDebtView,
  toPaymentView,
} from "./rows.ts";
import type { DebtRow } from "./rows.ts";
import type { Plan } from "./rules.ts";
import { PaidView, PayInstallmentsInput } from "./schemas.ts";
import { installmentsInWords } from "./words.ts";

/**
 * Pays the next open installments of a negotiated debt.
 *
 * Settles the oldest first and closes the debt with the last one. Each becomes a row of the ledger in the
 * category of debts; an amount of its own (an early payment may be discounted) is shared among them to the
 * centavo. Paying more than remains is a `conflict` (`debts.tooMany`), not a truncation: nobody's
 * confirmation covers a number they did not see. Other refusals: `debts.notNegotiated`,
 * `debts.alreadyPaidOff`, `debts.closed`, `debts.amountTooSmall`, and those of the ledger.
 */
export const payInstallments = write({
  name: "debts.payInstallments",
  input: PayInstallmentsInput,
  output: PaidView,
  touches: ["debts", "transactions", "accounts", "finance", "dashboard"],
  async run(ctx, input) {
    await lockLedger(ctx);
    const debt = await lockDebt(ctx, input.debtId);
    const due = nextOf(debt, input);
    const { posting, placed } = await place(ctx, debt, due, input);
    const lines = due.amounts.map((amount, index) => ({
      id: ctx.id(),
      number: due.first + index,
      amount,
    }));
    await ctx.tx.debtPayment.createMany({
      data: lines.map((line) => ({
        userId: ctx.userId,
        ...line,
        debtId: debt.id,
        paidOn: dayToDate(placed.day),
        createdAt: ctx.nowDate,
      })),
    });
    await postAllPlaced(
      ctx,
      lines.map((line) => ({
        posting: {
          ...posting,
          description: `${debt.name} ${line.number}/${due.plan.installments}`,
          debtPaymentId: line.id,
        },
        placed: {
          ...placed,
          amount: line.amount,
          parts: placed.parts.map((part) => ({ ...part, amount: line.amount })),
        },
      })),
    );
    const row = await ctx.tx.debt.update({
      where: { userId_id: { userId: ctx.userId, id: debt.id } },
      data: { paidInstallments: debt.paidInstallments + lines.length, updatedAt: ctx.nowDate },
    });
    const view = toDebtView(row, (await paidAmounts(ctx))(debt.id), ctx.today);
    const payments = await findPayments(ctx, debt.id, lines.length, null);
    return {
      ...view,
      payments: payments
        .toReversed()
        .map((payment) => toPaymentView(payment, due.plan, debt.currency)),
    };
  },
  async complete(ctx, input) {
    const debt = await findDebt(ctx, input.debtId);
    const { placed } = await place(ctx, debt, nextOf(debt, input), input);
    return { ...input, amount: placed.amount, accountId: placed.account.id, paidOn: placed.day };
  },
  trail: (debt) => {
    const first = debt.payments[0]?.number ?? 1;
    const words = installmentsInWords(first, debt.payments.length, debt.installments ?? first);
    return `${debt.name} · ${words}${debt.payments.length === 1 ? " paga" : " pagas"}`;
  },
  async summarize(ctx, input) {
    const debt = await findDebt(ctx, input.debtId);
    const due = nextOf(debt, input);
    const { placed } = await place(ctx, debt, due, input);
    const usual = multiply(due.plan.installmentAmount, input.quantity);
    const discount = subtract(usual, placed.amount);
    const left = due.plan.installments - debt.paidInstallments;
    return {
      title: `Pagar dívida: ${debt.name}`,
      details: [
        { label: "Valor", value: sumInWords(placed.amount, debt.currency) },
        { label: "Conta", value: placed.account.name },
        {
          label: "Parcelas",
          value: installmentsInWords(due.first, input.quantity, due.plan.installments),
        },
        { label: "Dia", value: dayInWords(placed.day, ctx.today) },
        { label: "Faltam", value: `${left} → ${left - input.quantity}` },
        ...(compare(discount, "0") > 0
          ? [{ label: "Desconto", value: sumInWords(discount, debt.currency) }]
          : []),
      ],
      warnings: left === input.quantity ? ["com isto a dívida fica quitada"] : [],
      weight: "heavy",
    };
  },
});

type Due = {
  readonly plan: Plan & { readonly installmentAmount: string };
  readonly first: number;
  readonly amounts: string[];
};

/** The installments that are paid next, and how much each of them gets. */
function nextOf(debt: DebtRow, { quantity, amount }: PayInstallmentsInput): Due {
  const plan = planOf(debt);
  if (plan === null) fail("conflict", "debts.notNegotiated", { debtId: debt.id });
  const remaining = plan.installments - debt.paidInstallments;
  if (remaining === 0) fail("conflict", "debts.alreadyPaidOff", { debtId: debt.id });
  if (debt.status === "settled") fail("conflict", "debts.closed", { debtId: debt.id });
  if (quantity > remaining) {
    fail("conflict", "debts.tooMany", {
      remaining,
      fields: { quantity: [`só ${remaining === 1 ? "falta 1" : `faltam ${remaining}`}`] },
    });
  }
  if (amount !== undefined && compare(amount, (quantity / 100).toFixed(2)) < 0) {
    fail("invalid", "debts.amountTooSmall", {
      fields: { amount: ["não chega a um centavo por parcela"] },
    });
  }
  const amounts =
    amount === undefined
      ? Array.from({ length: quantity }, () => plan.installmentAmount)
      : split(amount, quantity);
  return { plan, first: debt.paidInstallments + 1, amounts };
}

async function place(
  ctx: Ctx,
  debt: DebtRow,
  due: Due,
  input: PayInstallmentsInput,
): Promise<{ posting: Posting; placed: Placed }> {
  const category = findCategory(await loadCategories(ctx), "expense", "debts");
  const posting: Posting = {
    kind: "expense",
    amount: input.amount ?? multiply(due.plan.installmentAmount, input.quantity),
    description: debt.name,
    categoryKey: category?.key ?? FALLBACK.expense,
    accountId: input.accountId,
    day: input.paidOn,
    currency: debt.currency,
  };
  return { posting, placed: await placePosting(ctx, posting) };
}

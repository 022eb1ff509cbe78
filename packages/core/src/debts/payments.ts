import { decodeCursor, encodeCursor } from "../cursor.ts";
import { read } from "../operation.ts";
import { findDebt, findPayments, paidAmounts, planOf, toDebtView, toPaymentView } from "./rows.ts";
import { PaymentPage, PaymentsInput } from "./schemas.ts";

/** What was paid on a debt, newest installment first. */
export const listDebtPayments = read({
  name: "debts.payments",
  input: PaymentsInput,
  output: PaymentPage,
  async run(ctx, { debtId, limit, cursor }) {
    const [below] = cursor === undefined ? [] : decodeCursor(cursor, ["count"]);
    const debt = await findDebt(ctx, debtId);
    const view = toDebtView(debt, (await paidAmounts(ctx))(debtId), ctx.today);
    const plan = planOf(debt);
    const rows =
      plan === null
        ? []
        : await findPayments(ctx, debtId, limit + 1, below === undefined ? null : Number(below));
    const items =
      plan === null
        ? []
        : rows.slice(0, limit).map((row) => toPaymentView(row, plan, debt.currency));
    const last = items.at(-1);
    const more = rows.length > limit && last !== undefined;
    return {
      items,
      nextCursor: more ? encodeCursor([String(last.number)]) : null,
      total: debt.paidInstallments,
      debt: view,
    };
  },
});

import type { Ctx } from "../context.ts";
import { dateToDay } from "../dates.ts";
import { inOrder } from "../finance/currencies.ts";
import { money, sum } from "../money.ts";
import { read } from "../operation.ts";
import { findInstallments, planOf } from "./rows.ts";
import type { DebtRow } from "./rows.ts";
import { dueOfInstallment, installmentOf, installmentStatus, monthOfInstallment } from "./rules.ts";
import type { Plan } from "./rules.ts";
import { UpcomingInput, UpcomingView } from "./schemas.ts";
import type { InstallmentView } from "./schemas.ts";

type Installment = {
  readonly debt: DebtRow;
  readonly plan: Plan & { readonly installmentAmount: string };
  readonly number: number;
};

/** The installments of a month, paid ones too, by due day; of a settled debt none is asked for any more. */
export const listUpcoming = read({
  name: "debts.upcoming",
  input: UpcomingInput,
  output: UpcomingView,
  async run(ctx, { month }) {
    const debts = await ctx.tx.debt.findMany({
      where: { userId: ctx.userId, negotiated: true, status: { not: "settled" } },
    });
    const items = await readInstallments(ctx, installmentsIn(debts, month));
    const totals = inOrder(items, ctx.person.currency).map(({ currency, rows }) => {
      const count = (status: InstallmentView["status"]): number =>
        rows.filter((row) => row.status === status).length;
      const open = rows.filter((row) => row.paidOn === null);
      return {
        currency,
        total: sum(rows.map((row) => row.amount)),
        toPay: sum(open.map((row) => row.amount)),
        pending: count("pending"),
        paid: count("paid"),
        paidEarly: count("paid_early"),
        overdue: count("overdue"),
      };
    });
    return { month, items, nextCursor: null, totals };
  },
});

/** Which installments of negotiated debts belong to a month, whatever their state; settled debts have none. */
export function installmentsIn(debts: readonly DebtRow[], month: string): Installment[] {
  return debts.flatMap((debt) => {
    const plan = planOf(debt);
    const number = plan === null || debt.status === "settled" ? null : installmentOf(plan, month);
    return plan === null || number === null ? [] : [{ debt, plan, number }];
  });
}

/** Those installments with what was paid for them, by due day; one statement. */
export async function readInstallments(
  ctx: Ctx,
  wanted: readonly Installment[],
): Promise<InstallmentView[]> {
  const paid = await findInstallments(
    ctx,
    wanted.map(({ debt, number }) => ({ debtId: debt.id, number })),
  );
  return wanted
    .map(({ debt, plan, number }): InstallmentView => {
      const payment = paid.get(`${debt.id}:${number}`);
      const paidOn = payment ? dateToDay(payment.paidOn) : null;
      return {
        debtId: debt.id,
        debtName: debt.name,
        creditor: debt.creditor,
        number,
        installments: plan.installments,
        amount: plan.installmentAmount,
        currency: debt.currency,
        dueDay: plan.dueDay,
        dueOn: dueOfInstallment(plan, number),
        month: monthOfInstallment(plan, number),
        status: installmentStatus(plan, number, paidOn, ctx.today),
        paidOn,
        paidAmount: payment ? money(payment.amount) : null,
      };
    })
    .toSorted(
      (a, b) =>
        a.dueOn.localeCompare(b.dueOn) ||
        a.debtName.localeCompare(b.debtName) ||
        a.number - b.number,
    );
}

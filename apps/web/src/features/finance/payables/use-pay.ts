"use client";
import type { Payable, PayablesView } from "@vida/core/finance/schemas";

import { t } from "@/lib/t.ts";
import type { Client } from "@/trpc/client.ts";
import { useTRPC, type Outputs } from "@/trpc/context.ts";
import { patch } from "@/trpc/patch.ts";

import { minus, toCents } from "../kit/amounts.ts";
import { useFinance } from "../kit/use-finance.ts";

export type Payment = { payable: Payable; amount: string; accountId?: string; day?: string };
type Today = Outputs["dashboard"]["today"];
type Call = { context: { actionId: string } };

/** Marks a bill, a statement or an installment as paid; it leaves the timeline at once. */
export function usePay(onDone: () => void) {
  const trpc = useTRPC();
  return useFinance<Payment, unknown>({
    run: send,
    done: (_output, { payable }) => t(`finance.paid.${payable.kind}`, { what: payable.name }),
    optimistic: (cache, { payable, amount }) => {
      const without = (items: readonly Payable[]): Payable[] =>
        items.flatMap((one) => (isSame(one, payable) ? rest(one, amount) : [one]));
      const timeline = patch<PayablesView>(cache, trpc.finance.payables.queryFilter(), (view) => ({
        ...view,
        items: without(view.items),
      }));
      const home = patch<Today>(cache, trpc.dashboard.today.queryFilter(), (view) => ({
        ...view,
        payables: without(view.payables),
      }));
      return () => {
        timeline();
        home();
      };
    },
    onDone,
    inForm: true,
  });
}

async function send(client: Client, payment: Payment, call: Call): Promise<unknown> {
  const { payable, amount, accountId, day } = payment;
  const when = day === undefined ? {} : { paidOn: day };
  const where = accountId === undefined ? {} : { accountId };
  switch (payable.kind) {
    case "bill":
      return client.bills.markPaid.mutate({ billId: payable.id, amount, ...when, ...where }, call);
    case "statement":
      return client.accounts.payStatement.mutate(
        {
          accountId: payable.id,
          month: payable.month,
          amount,
          fromAccountId: accountId ?? "",
          ...when,
        },
        call,
      );
    case "installment":
      return client.debts.payInstallments.mutate(
        { debtId: payable.id, quantity: 1, amount, ...when, ...where },
        call,
      );
    default:
      return payable.kind satisfies never;
  }
}

/** What stays of it: a statement paid in part keeps what is missing. */
function rest(payable: Payable, amount: string): Payable[] {
  const left = minus(payable.amount, amount);
  return payable.kind === "statement" && toCents(left) > 0n ? [{ ...payable, amount: left }] : [];
}

function isSame(one: Payable, other: Payable): boolean {
  return (
    one.kind === other.kind &&
    one.id === other.id &&
    one.month === other.month &&
    one.number === other.number
  );
}

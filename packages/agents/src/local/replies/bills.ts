import { BillPage, BillView } from "@vida/core/bills/schemas";
import { PayablesView } from "@vida/core/finance/schemas";
import type { Payable } from "@vida/core/finance/schemas";
import { monthInWords } from "@vida/core/finance/words";
import { sum } from "@vida/core/money";
import { dayInWords } from "@vida/core/tracking/words";
import { z } from "zod";

import type { Reply } from "../compose.ts";
import { pick } from "../pick.ts";
import { asksWhether, count, dueInWords, ended, listed, money, namedIn, reply } from "./shared.ts";

const amountOf = ({ amount, currency, paidAmount }: BillView) =>
  money({ amount: paidAmount ?? amount, currency });

const isOpen = ({ status }: BillView) => status === "pending" || status === "overdue";

/** The sums of several things, each currency by itself. */
export function sums(things: readonly { amount: string; currency: string }[]): string {
  const currencies = [...new Set(things.map(({ currency }) => currency))];
  return currencies
    .map((currency) =>
      money({
        amount: sum(things.filter((one) => one.currency === currency).map(({ amount }) => amount)),
        currency,
      }),
    )
    .join(" e ");
}

const paid = reply(BillView, (bill, { text, today, many }) => {
  const when = dayInWords(bill.paidOn ?? today, today);
  const what = `${bill.name} paga ${when}, ${amountOf(bill)}`;
  return many ? ended(what) : `${pick(text, ["Boa", "Menos uma", "Tudo certo"])}: ${ended(what)}`;
});

const created = reply(BillView, (bill, { text }) => {
  const opening = pick(text, ["Conta cadastrada", "Anotei a conta", "Pronto"]);
  const repeats = bill.recurring ? ", todo mês" : "";
  return `${opening}: ${bill.name}, ${amountOf(bill)}, vence dia ${bill.dueDay}${repeats}.`;
});

const changed = reply(
  BillView,
  (bill) => `Ajustei a conta: ${bill.name}, ${amountOf(bill)}, vence dia ${bill.dueDay}.`,
);

const removed = reply(
  z.object({ bill: BillView, removed: z.number() }),
  ({ bill, removed: months }) =>
    `Conta removida: ${bill.name}${months > 1 ? `, ${months} meses` : ""}. Se foi engano, é só dizer "desfaz".`,
);

const bills = reply(BillPage, ({ items }, { text, today }, args) => {
  const month = typeof args["month"] === "string" ? args["month"] : today.slice(0, 7);
  const when = month === today.slice(0, 7) ? "este mês" : `em ${monthInWords(month, today)}`;
  const named = namedIn(text, items, ({ name }) => name);
  if (named.length > 0 && named.length < items.length)
    return named.map((bill) => one(bill, text, today)).join("\n");
  if (items.length === 0)
    return args["status"] === "open"
      ? `Nenhuma conta da casa em aberto ${when}.`
      : `Não há contas da casa ${when}.`;
  const open = items.filter(isOpen);
  if (open.length === 0)
    return `As contas da casa ${when} estão todas pagas: ${count(items.length, "conta", "contas")}, ${sums(items.map((bill) => ({ ...bill, amount: bill.paidAmount ?? bill.amount })))}.`;
  const heading = `${count(open.length, "conta em aberto", "contas em aberto")} ${when}, ${sums(open)} no total:`;
  const shown = args["status"] === "open" ? open : items;
  return listed(
    heading,
    shown.map((bill) => line(bill, today)),
  );
});

/** One bill that was asked for, answered directly. */
function one(bill: BillView, text: string, today: string): string {
  const value = amountOf(bill);
  if (!isOpen(bill)) {
    const when = bill.paidOn === null ? "" : ` ${dayInWords(bill.paidOn, today)}`;
    const fact = bill.status === "canceled" ? "foi cancelada" : `foi paga${when}: ${value}`;
    return ended(`${asksWhether(text) ? "Sim, " : ""}${bill.name} ${fact}`);
  }
  const no = asksWhether(text) ? "Não, " : "";
  return ended(`${no}${bill.name} ainda está pendente: ${value}, ${dueInWords(bill.dueOn, today)}`);
}

function line(bill: BillView, today: string): string {
  const state = isOpen(bill)
    ? dueInWords(bill.dueOn, today)
    : bill.status === "paid"
      ? "paga"
      : "cancelada";
  return `${bill.name}: ${amountOf(bill)}, ${state}`;
}

const payables = reply(PayablesView, ({ items, totals }, { text, today }) => {
  if (items.length === 0) return "Nada a pagar nesse período. Tudo em dia!";
  const named = namedIn(text, items, ({ name }) => name);
  const shown = named.length > 0 && named.length < items.length ? named : items;
  const total =
    shown === items
      ? totals.map((one) => money({ ...one, amount: one.total })).join(" e ")
      : sums(shown);
  return listed(
    `A pagar: ${total}.`,
    shown.map((item) => payable(item, today)),
  );
});

function payable(
  { kind, name, amount, currency, dueOn, number, installments }: Payable,
  today: string,
): string {
  const what =
    kind === "statement"
      ? `Fatura ${name}`
      : kind === "installment" && number !== null
        ? `${name} (${number} de ${installments ?? number})`
        : name;
  return `${what}: ${money({ amount, currency })}, ${dueInWords(dueOn, today)}`;
}

export const BILL_REPLIES: Readonly<Record<string, Reply>> = {
  mark_bill_paid: paid,
  create_bill: created,
  update_bill: changed,
  delete_bill: removed,
  get_bills: bills,
  get_pending_bills: bills,
  get_payables: payables,
};

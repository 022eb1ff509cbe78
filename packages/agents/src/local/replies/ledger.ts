import {
  AccountList,
  AccountView,
  PaidStatementView,
  StatementView,
} from "@vida/core/accounts/schemas";
import { KIND_WORDS } from "@vida/core/accounts/words";
import { monthInWords } from "@vida/core/finance/words";
import { compare, negate } from "@vida/core/money";
import { fold } from "@vida/core/ptbr/normalize";
import { dateInWords, dayInWords } from "@vida/core/tracking/words";
import {
  RecordedView,
  RemovedView,
  TransactionPage,
  TransactionView,
} from "@vida/core/transactions/schemas";
import { partsInWords, transactionInWords } from "@vida/core/transactions/words";

import type { Reply } from "../compose.ts";
import { pick } from "../pick.ts";
import { sums } from "./bills.ts";
import { asksWhether, count, dueInWords, ended, listed, money, namedIn, reply } from "./shared.ts";

const recorded = reply(RecordedView, (row, { text, today, many }, _args, edited) => {
  const where =
    row.kind === "transfer"
      ? `de ${row.accountName} para ${row.toAccountName ?? ""}`
      : row.accountName;
  const split =
    row.parts.length > 1
      ? `, em ${partsInWords(
          row.parts.map(({ amount }) => amount),
          row.currency,
        )}`
      : "";
  const total = row.parts.length > 1 ? sums(row.parts) : money(row);
  const category = row.categoryName === null ? "" : ` (${row.categoryName})`;
  const what = `${row.description}${category}, ${total}${split}, ${where}, ${dayInWords(row.purchaseDay, today)}`;
  if (many) return ended(what);
  const opening =
    row.kind === "income"
      ? pick(text, ["Entrada anotada", "Que bom! Anotei", "Registrado"])
      : pick(text, ["Anotado", "Registrado", "Pronto"]);
  return ended(`${opening}${edited ? " com o seu ajuste" : ""}: ${what}`);
});

const changed = reply(TransactionView, (row, { today }) =>
  ended(`Corrigido: ${transactionInWords(row)}, ${dayInWords(row.purchaseDay, today)}`),
);

const removed = reply(RemovedView, ({ transaction, removed: rows }, { today }) => {
  const parts = rows > 1 ? ` (${rows} parcelas)` : "";
  return `${ended(`Apaguei: ${transactionInWords(transaction)}${parts}, ${dayInWords(transaction.purchaseDay, today)}`)} Se foi engano, é só dizer "desfaz".`;
});

const transactions = reply(TransactionPage, ({ items, nextCursor }, { text, today }, args) => {
  const period = periodOf(args, today);
  const about = typeof args["query"] === "string" ? ` com "${args["query"]}"` : "";
  if (items.length === 0)
    return ended(`${asksWhether(text) ? "Não, nenhum" : "Nenhum"} lançamento${about} ${period}`);
  const spent = items.filter(({ kind }) => kind === "expense");
  const category = typeof args["categoryKey"] === "string" ? spent[0]?.categoryName : undefined;
  const what = category === undefined || category === null ? about : ` com ${category}`;
  const more = nextCursor === null ? "" : " (só os mais novos)";
  const heading =
    asksSpent(text) && spent.length > 0
      ? `Você gastou ${sums(spent)}${what} ${period}${more}, em ${count(spent.length, "lançamento", "lançamentos")}:`
      : `${count(items.length, "lançamento", "lançamentos")}${what} ${period}${more}:`;
  const shown = asksSpent(text) && spent.length > 0 ? spent : items;
  return listed(
    heading,
    shown.map((row) => `${transactionInWords(row)}, ${dayInWords(row.day, today)}`),
    8,
  );
});

function periodOf(args: Readonly<Record<string, unknown>>, today: string): string {
  const { from, to, month } = args;
  if (typeof from === "string" && from === to) return dayInWords(from, today);
  if (typeof from === "string" && typeof to === "string")
    return `de ${dateInWords(from, today)} a ${to === today ? "hoje" : dateInWords(to, today)}`;
  if (typeof month !== "string") return "nos seus registros";
  return month === today.slice(0, 7) ? "este mês" : `em ${monthInWords(month, today)}`;
}

function asksSpent(text: string): boolean {
  return /\b(gast\w*|despesas?|torrei|quanto)\b/.test(fold(text));
}

const balance = reply(AccountList, ({ items, totals }, { text }) => {
  if (items.length === 0) return "Você ainda não tem contas nem carteiras cadastradas.";
  const named = namedIn(text, items, ({ name }) => name);
  const [only] = named;
  if (named.length === 1 && only !== undefined) return ended(accountLine(only));
  const own = totals.map((one) => money({ ...one, amount: one.balance })).join(" e ");
  const cards = totals
    .filter((one) => compare(one.cards, "0") !== 0)
    .map((one) => ` Nos cartões você deve ${money({ ...one, amount: owed(one.cards) })}.`)
    .join("");
  return listed(`Seu saldo hoje é ${own}.${cards}`, items.map(accountLine));
});

/** What a card is owed, whichever way it is told. */
function owed(amount: string): string {
  return compare(amount, "0") < 0 ? negate(amount) : amount;
}

function accountLine(one: AccountView): string {
  if (one.kind !== "card") return `${one.name}: ${money({ ...one, amount: one.balance })}`;
  const limit =
    one.availableLimit === null
      ? ""
      : `, ${money({ ...one, amount: one.availableLimit })} de limite livre`;
  return `${one.name}: ${money({ ...one, amount: owed(one.balance) })} em aberto${limit}`;
}

const opened = reply(AccountView, (one, { text }) => {
  const card =
    one.kind === "card"
      ? `, fecha dia ${one.closingDay ?? 0} e vence dia ${one.dueDay ?? 0}`
      : `, saldo de ${money({ ...one, amount: one.balance })}`;
  return `${pick(text, ["Conta criada", "Pronto", "Cadastrei"])}: ${one.name} (${KIND_WORDS[one.kind].toLowerCase()})${card}.`;
});

const statement = reply(StatementView, (view, { today }) => {
  const name = `Fatura de ${monthInWords(view.month, today)} do ${view.accountName}`;
  const total = money({ ...view, amount: view.total });
  if (view.items.length === 0)
    return ended(
      `${name}: nenhuma compra por enquanto; fecha ${dayInWords(view.closesOn, today)} e vence ${dayInWords(view.dueOn, today)}`,
    );
  const state = {
    open: `aberta, fecha ${dayInWords(view.closesOn, today)} e ${dueInWords(view.dueOn, today)}`,
    future: `ainda por abrir, ${dueInWords(view.dueOn, today)}`,
    closed: `fechada, ${dueInWords(view.dueOn, today)}`,
    paid: "paga",
    overdue: `vencida, ${dueInWords(view.dueOn, today)}`,
  }[view.status];
  const rest =
    compare(view.paid, "0") > 0 && compare(view.remaining, "0") > 0
      ? ` Faltam ${money({ ...view, amount: view.remaining })}.`
      : "";
  return listed(
    `${ended(`${name}: ${total}, ${state}`)}${rest}`,
    view.items.map((row) => `${transactionInWords(row)}, ${dayInWords(row.purchaseDay, today)}`),
    8,
  );
});

const settled = reply(PaidStatementView, (view, { today }) => {
  const rest =
    compare(view.remaining, "0") > 0
      ? ` Ainda faltam ${money({ ...view, amount: view.remaining })}.`
      : "";
  return `Fatura de ${monthInWords(view.month, today)} do ${view.accountName} paga: ${money(view.transaction)}, saiu de ${view.transaction.accountName}.${rest}`;
});

export const LEDGER_REPLIES: Readonly<Record<string, Reply>> = {
  record_transaction: recorded,
  update_transaction: changed,
  delete_transaction: removed,
  get_transactions: transactions,
  get_balance: balance,
  create_account: opened,
  get_statement: statement,
  pay_statement: settled,
};

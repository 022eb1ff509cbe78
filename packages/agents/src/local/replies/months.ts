import { ExpensePage, ExpenseView } from "@vida/core/expenses/schemas";
import { FinanceSummaryView, ForecastView } from "@vida/core/finance/schemas";
import { monthInWords } from "@vida/core/finance/words";
import { IncomePage, IncomeView } from "@vida/core/incomes/schemas";
import { compare, negate } from "@vida/core/money";
import { fold } from "@vida/core/ptbr/normalize";
import { dateInWords, dayInWords } from "@vida/core/tracking/words";

import type { Reply } from "../compose.ts";
import { pick } from "../pick.ts";
import { sums } from "./bills.ts";
import { asksWhether, capital, count, ended, listed, money, namedIn, reply } from "./shared.ts";

function when(month: string, today: string): string {
  return month === today.slice(0, 7) ? "este mês" : `em ${monthInWords(month, today)}`;
}

const received = reply(IncomeView, (income, { text, today, many }) => {
  const value = money({ amount: income.amount ?? income.expected, currency: income.currency });
  const what = `${income.name}, ${value}, ${dayInWords(income.receivedOn ?? today, today)}`;
  return many
    ? ended(`Recebido: ${what}`)
    : ended(`${pick(text, ["Dinheiro na conta", "Que bom, caiu", "Recebido"])}: ${what}`);
});

const planned = reply(
  ExpenseView,
  ({ name, planned: amount, currency, month }, { text, today }) =>
    `${pick(text, ["Planejado", "Combinado", "Anotei o plano"])}: até ${money({ amount, currency })} com ${name} ${when(month, today)}.`,
);

const expected = reply(
  IncomeView,
  ({ name, expected: amount, currency, month, recurring }, { today }) =>
    `Receita esperada anotada: ${name}, ${money({ amount, currency })} ${recurring ? "por mês" : when(month, today)}.`,
);

const incomes = reply(IncomePage, ({ items }, { text, today }, args) => {
  const month = typeof args["month"] === "string" ? args["month"] : today.slice(0, 7);
  if (items.length === 0) return `Não há receitas esperadas ${when(month, today)}.`;
  const named = namedIn(text, items, ({ name }) => name);
  const shown = named.length > 0 ? named : items;
  const lines = shown.map((income) => incomeLine(income, today));
  const [only] = shown;
  if (shown.length === 1 && only !== undefined) {
    const yes = asksWhether(text) ? (only.received ? "Sim. " : "Ainda não. ") : "";
    return ended(`${yes}${lines.join("")}`);
  }
  const open = shown.filter(({ received: is }) => !is);
  const total = sums(shown.map(({ expected: amount, currency }) => ({ amount, currency })));
  const left = sums(open.map(({ expected: amount, currency }) => ({ amount, currency })));
  return listed(
    `Receitas ${when(month, today)}: ${total} esperados${open.length > 0 ? `, ${left} ainda por cair` : ", tudo recebido"}.`,
    lines,
  );
});

function incomeLine(income: IncomeView, today: string): string {
  const value = money({ amount: income.amount ?? income.expected, currency: income.currency });
  const state = income.received
    ? `recebido ${income.receivedOn === null ? "" : dayInWords(income.receivedOn, today)}`.trim()
    : "ainda não caiu";
  return `${income.name}: ${value}, ${state}`;
}

const expenses = reply(ExpensePage, ({ items }, { text, today }, args) => {
  const month = typeof args["month"] === "string" ? args["month"] : today.slice(0, 7);
  if (items.length === 0) return `Não há gastos previstos ${when(month, today)}.`;
  const named = namedIn(text, items, ({ name, categoryName }) => `${name} ${categoryName}`);
  const shown = named.length > 0 ? named : items;
  return listed(`Planejado ${when(month, today)}:`, shown.map(expenseLine));
});

function expenseLine({ name, planned: plan, actual, left, currency }: ExpenseView): string {
  const over = compare(left, "0") < 0;
  const rest = over
    ? `passou ${money({ amount: negate(left), currency })}`
    : `ainda há ${money({ amount: left, currency })}`;
  return `${name}: ${money({ amount: actual, currency })} de ${money({ amount: plan, currency })}, ${rest}`;
}

const summary = reply(FinanceSummaryView, (view, { text, today }) => {
  const { currency, month } = view;
  const say = (amount: string) => money({ amount, currency });
  const top = view.byCategory
    .filter(({ kind, spent }) => kind === "expense" && compare(spent, "0") > 0)
    .slice(0, 4);
  const where =
    top.length > 0
      ? ` Onde mais pesou: ${top.map(({ name, spent }) => `${name} ${say(spent)}`).join(", ")}.`
      : "";
  const time = capital(when(month, today));
  const others = view.others
    .map(
      (block) =>
        ` Em ${block.currency}: gastos de ${money({ amount: block.spent, currency: block.currency })}.`,
    )
    .join("");
  if (asksSpent(text)) return `${time} você gastou ${say(view.spent)}.${where}${others}`;
  const open =
    compare(view.bills.pending, "0") > 0
      ? ` Contas da casa em aberto: ${say(view.bills.pending)}.`
      : "";
  return `${time}: entraram ${say(view.incomeActual)}, saíram ${say(view.spent)}, resultado de ${say(view.balance)}.${open}${where}${others}`;
});

function asksSpent(text: string): boolean {
  return /\b(gast\w*|despesas?|torrei)\b/.test(fold(text));
}

const forecast = reply(ForecastView, (view, { today }) => {
  const say = (amount: string) => money({ amount, currency: view.currency });
  const until = view.until === today ? "hoje" : dateInWords(view.until, today);
  const verb = compare(view.projected, "0") < 0 ? "devem faltar" : "devem sobrar";
  const amount = compare(view.projected, "0") < 0 ? negate(view.projected) : view.projected;
  return ended(
    `Até ${until} ${verb} ${say(amount)}: hoje você tem ${say(view.balance)}, devem entrar ${say(view.expectedIn)} e há ${say(view.payable)} a pagar (${count(view.payables.length, "item", "itens")})`,
  );
});

export const MONTH_REPLIES: Readonly<Record<string, Reply>> = {
  mark_income_received: received,
  plan_expense: planned,
  create_income: expected,
  get_incomes: incomes,
  get_expenses: expenses,
  get_finance_summary: summary,
  get_forecast: forecast,
};

import { readForecast } from "@vida/core/finance/forecast";
import { listPayables } from "@vida/core/finance/payables";
import { summarizeMonth } from "@vida/core/finance/summary";
import { monthInWords, sumInWords } from "@vida/core/finance/words";
import { listInvestments } from "@vida/core/investments/list";
import { updateInvestmentValue } from "@vida/core/investments/update-value";
import { dateInWords } from "@vida/core/tracking/words";

import { tool } from "../tool-spec.ts";
import type { ToolSpec } from "../tool-spec.ts";
import { fillMonth } from "./plan-fill.ts";

const agents = ["finance"] as const;

/** Investments, and what all of it comes to. */
export const OVERVIEW_TOOLS: readonly ToolSpec[] = [
  tool({
    name: "update_investment",
    agents,
    description:
      "Atualiza quanto vale um investimento agora. currentAmount é o novo valor total, não a diferença.",
    operation: updateInvestmentValue,
    references: { investmentId: "investment" },
    summary: (investment) =>
      `${investment.name} agora vale ${sumInWords(investment.currentAmount, investment.currency)}`,
  }),
  tool({
    name: "get_investments",
    agents,
    description: "Lista os investimentos com valor, objetivo e progresso.",
    operation: listInvestments,
    summary: ({ items }) =>
      items.length === 1 ? "1 investimento" : `${items.length} investimentos`,
  }),
  tool({
    name: "get_finance_summary",
    agents,
    description:
      "Resume um mês: receitas esperadas e recebidas, orçado, gasto, resultado, por categoria, contas, dívidas e investimentos.",
    operation: summarizeMonth,
    fill: fillMonth,
    summary: (month, _args, env) =>
      `${monthInWords(month.month, env.today)}: entrou ${sumInWords(month.incomeActual, month.currency)}, saiu ${sumInWords(month.spent, month.currency)}, resultado ${sumInWords(month.balance, month.currency)}`,
  }),
  tool({
    name: "get_payables",
    agents,
    description:
      "Lista tudo o que há a pagar, por vencimento: contas da casa, faturas de cartão e parcelas.",
    operation: listPayables,
    summary: ({ items, totals }) =>
      `${items.length === 1 ? "1 coisa" : `${items.length} coisas`} a pagar, ${totals.map(({ total, currency }) => sumInWords(total, currency)).join(" e ") || "nada em aberto"}`,
  }),
  tool({
    name: "get_forecast",
    agents,
    description:
      "Prevê quanto sobra até um dia: saldo de hoje, mais o que deve entrar, menos o que há a pagar. Sem dia, até a véspera da próxima receita.",
    operation: readForecast,
    summary: (forecast) =>
      `Até ${dateInWords(forecast.until, forecast.today)} devem sobrar ${sumInWords(forecast.projected, forecast.currency)}`,
  }),
];

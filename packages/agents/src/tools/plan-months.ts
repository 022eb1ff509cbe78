import { createBill } from "@vida/core/bills/create";
import { listBills } from "@vida/core/bills/list";
import { markBillPaid } from "@vida/core/bills/mark-paid";
import { removeBill } from "@vida/core/bills/remove";
import type { BillView } from "@vida/core/bills/schemas";
import { updateBill } from "@vida/core/bills/update";
import { createExpense } from "@vida/core/expenses/create";
import { listExpenses } from "@vida/core/expenses/list";
import { monthInWords, sumInWords } from "@vida/core/finance/words";
import { createIncome } from "@vida/core/incomes/create";
import { listIncomes } from "@vida/core/incomes/list";
import { markIncomeReceived } from "@vida/core/incomes/mark-received";
import { sum } from "@vida/core/money";

import { tool } from "../tool-spec.ts";
import type { ToolSpec } from "../tool-spec.ts";
import { fillMonth } from "./plan-fill.ts";

const agents = ["finance"] as const;

/** Bills, planned expenses and expected incomes: what is planned month by month. */
export const MONTH_TOOLS: readonly ToolSpec[] = [
  tool({
    name: "create_bill",
    agents,
    description:
      "Cadastra uma conta da casa (luz, aluguel, internet, assinatura) com valor previsto e dia de vencimento. Não registra pagamento.",
    operation: createBill,
    references: { categoryKey: "category" },
    fill: (args, env) => fillMonth({ ...args, categoryKey: args["categoryKey"] ?? "bills" }, env),
    summary: (bill) => `Conta ${bill.name} criada: ${sumInWords(bill.amount, bill.currency)}`,
  }),
  tool({
    name: "mark_bill_paid",
    agents,
    description:
      "Marca uma conta da casa como paga; o pagamento entra no extrato. amount só quando o valor pago foi outro.",
    operation: markBillPaid,
    references: { billId: "bill", accountId: "account" },
    summary: (bill) =>
      `${bill.name} marcada como paga: ${sumInWords(bill.paidAmount ?? bill.amount, bill.currency)}`,
  }),
  tool({
    name: "update_bill",
    agents,
    description:
      "Muda uma conta da casa: valor, vencimento, nome, categoria. scope diz se vale só para este mês (this), deste em diante (future) ou para todos em aberto (all).",
    operation: updateBill,
    references: { billId: "bill", categoryKey: "category" },
    fill: (args) => ({ ...args, scope: args["scope"] ?? "this" }),
    summary: (bill) => `Conta ${bill.name} alterada: ${sumInWords(bill.amount, bill.currency)}`,
  }),
  tool({
    name: "delete_bill",
    agents,
    description:
      "Apaga uma conta da casa: só deste mês (this), deste em diante (future) ou todas em aberto (all). Uma conta paga não se apaga.",
    operation: removeBill,
    references: { billId: "bill" },
    fill: (args) => ({ ...args, scope: args["scope"] ?? "this" }),
    summary: ({ bill, removed }) =>
      `Conta ${bill.name} apagada${removed > 1 ? ` em ${removed} meses` : ""}`,
  }),
  tool({
    name: "get_bills",
    agents,
    description: "Lista as contas da casa de um mês com valor, vencimento e situação.",
    operation: listBills,
    references: { categoryKey: "category" },
    fill: fillMonth,
    summary: ({ items }, args, env) => billsInWords(items, String(args["month"]), env.today),
  }),
  tool({
    name: "get_pending_bills",
    agents,
    description: "Lista as contas da casa ainda não pagas de um mês, pendentes e vencidas.",
    operation: listBills,
    references: { categoryKey: "category" },
    fill: (args, env) => fillMonth({ ...args, status: "open" }, env),
    summary: ({ items }, args, env) => billsInWords(items, String(args["month"]), env.today),
  }),
  tool({
    name: "plan_expense",
    agents,
    description:
      "Planeja quanto gastar num mês com uma categoria (orçamento). Para o que já foi gasto use record_transaction.",
    operation: createExpense,
    references: { categoryKey: "category" },
    fill: fillMonth,
    summary: (expense) =>
      `${expense.name}: ${sumInWords(expense.planned, expense.currency)} previstos`,
  }),
  tool({
    name: "get_expenses",
    agents,
    description:
      "Lista os gastos previstos de um mês, cada um com o planejado e o que já foi gasto.",
    operation: listExpenses,
    references: { categoryKey: "category" },
    fill: fillMonth,
    summary: ({ items }) => counted(items.length, "gasto previsto", "gastos previstos"),
  }),
  tool({
    name: "create_income",
    agents,
    description: "Cadastra uma receita esperada (salário, freela). Não registra recebimento.",
    operation: createIncome,
    fill: (args, env) => fillMonth({ ...args, kind: args["kind"] ?? "other" }, env),
    summary: (income) =>
      `${income.name}: ${sumInWords(income.expected, income.currency)} a receber`,
  }),
  tool({
    name: "mark_income_received",
    agents,
    description:
      "Marca uma receita esperada como recebida; ela entra no extrato. Para um dinheiro que não era esperado use record_transaction.",
    operation: markIncomeReceived,
    references: { incomeId: "income", accountId: "account" },
    summary: (income) =>
      `${income.name} recebida: ${sumInWords(income.amount ?? income.expected, income.currency)}`,
  }),
  tool({
    name: "get_incomes",
    agents,
    description: "Lista as receitas esperadas de um mês e o que já caiu.",
    operation: listIncomes,
    fill: fillMonth,
    summary: ({ items }) => counted(items.length, "receita esperada", "receitas esperadas"),
  }),
];

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `3 contas em novembro, R$ 338,20 em aberto`. */
function billsInWords(bills: readonly BillView[], month: string, today: string): string {
  const heading = `${counted(bills.length, "conta", "contas")} em ${monthInWords(month, today)}`;
  const open = bills.filter(({ status }) => status === "pending" || status === "overdue");
  const currencies = [...new Set(open.map(({ currency }) => currency))];
  const sums = currencies.map((currency) =>
    sumInWords(
      sum(open.filter((bill) => bill.currency === currency).map(({ amount }) => amount)),
      currency,
    ),
  );
  return sums.length === 0 ? heading : `${heading}, ${sums.join(" e ")} em aberto`;
}

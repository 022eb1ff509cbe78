import { createAccount } from "@vida/core/accounts/create";
import { listAccounts } from "@vida/core/accounts/list";
import { payStatement } from "@vida/core/accounts/pay-statement";
import { readStatement } from "@vida/core/accounts/statement";
import { KIND_WORDS, statementInWords } from "@vida/core/accounts/words";
import { formatMoney, sum } from "@vida/core/money";
import { dayInWords } from "@vida/core/tracking/words";
import { listTransactions } from "@vida/core/transactions/list";
import { recordTransaction } from "@vida/core/transactions/record";
import { removeTransaction } from "@vida/core/transactions/remove";
import type { RecordedView, TransactionView } from "@vida/core/transactions/schemas";
import { updateTransaction } from "@vida/core/transactions/update";
import { partsInWords, transactionInWords } from "@vida/core/transactions/words";

import { tool } from "../tool-spec.ts";
import type { ToolSpec } from "../tool-spec.ts";
import { CATEGORY_TOOLS } from "./categories.ts";
import { fillClosedStatement, fillOpenStatement, fillTransaction } from "./ledger-fill.ts";

const agents = ["finance"] as const;
const places = {
  accountId: "account",
  toAccountId: "account",
  categoryKey: "category",
  plannedExpenseId: "expense",
} as const;

export const LEDGER_TOOLS: readonly ToolSpec[] = [
  tool({
    name: "record_transaction",
    agents,
    description:
      "Registra dinheiro que já se moveu: gasto (expense), entrada (income) ou transferência entre contas (transfer). Nunca no futuro. Compra parcelada: amount é o total e installments o número de parcelas. Estorno é income no cartão. Um lançamento por chamada.",
    operation: recordTransaction,
    references: places,
    fill: fillTransaction,
    summary: (row) => `${recordedInWords(row)} registrado`,
  }),
  tool({
    name: "update_transaction",
    agents,
    description:
      "Corrige um lançamento que já existe. Use o id que veio de get_transactions; nunca registre de novo para corrigir.",
    operation: updateTransaction,
    references: { transactionId: "transaction", ...places },
    summary: (row) => `${recordedInWords(row)} corrigido`,
  }),
  tool({
    name: "delete_transaction",
    agents,
    description: "Apaga um lançamento. Use o id que veio de get_transactions.",
    operation: removeTransaction,
    references: { transactionId: "transaction" },
    summary: ({ transaction, removed }) =>
      removed === 1
        ? `${transactionInWords(transaction)} apagado`
        : `${transaction.description}: ${removed} parcelas apagadas`,
  }),
  ...CATEGORY_TOOLS,
  tool({
    name: "create_account",
    agents,
    description:
      "Cadastra uma conta, carteira, poupança ou cartão. Cartão precisa de closingDay e dueDay.",
    operation: createAccount,
    summary: (account) => `${KIND_WORDS[account.kind]} ${account.name} criada`,
  }),
  tool({
    name: "pay_statement",
    agents,
    description:
      "Registra o pagamento de uma fatura de cartão já feito, inteiro ou parte (amount). fromAccountId é a conta de onde saiu o dinheiro.",
    operation: payStatement,
    references: { accountId: "account", fromAccountId: "account" },
    fill: fillClosedStatement,
    summary: ({ transaction, remaining, currency }) =>
      `${transaction.description}: ${formatMoney(transaction.amount, currency)} pagos${
        remaining === "0.00" ? "" : `, faltam ${formatMoney(remaining, currency)}`
      }`,
  }),
  tool({
    name: "get_balance",
    agents,
    description: "Mostra o saldo de cada conta, carteira e cartão num dia.",
    operation: listAccounts,
    fill: (args, { today }) => ({ ...args, day: args["day"] ?? today }),
    summary: ({ totals, day }, _args, { today }) =>
      totals
        .map(
          ({ currency, balance, cards }) =>
            `${formatMoney(balance, currency)} nas contas${cards === "0.00" ? "" : ` e ${formatMoney(cards, currency)} devidos nos cartões`}`,
        )
        .concat(dayInWords(day, today))
        .join(", "),
  }),
  tool({
    name: "get_transactions",
    agents,
    description:
      "Lista lançamentos com seus ids, dos mais novos aos mais antigos, por mês ou período, conta, categoria ou trecho da descrição.",
    operation: listTransactions,
    references: { accountId: "account", categoryKey: "category" },
    summary: ({ items }) => listedInWords(items),
  }),
  tool({
    name: "get_statement",
    agents,
    description:
      "Mostra uma fatura de cartão: total, pago, o que falta, fechamento, vencimento e compras. O mês é o do vencimento.",
    operation: readStatement,
    references: { accountId: "account" },
    fill: fillOpenStatement,
    summary: (statement, _args, { today }) =>
      `${statementInWords(statement.accountName, statement.month, today)}: ${formatMoney(statement.total, statement.currency)}, vence ${dayInWords(statement.dueOn, today)}`,
  }),
];

function recordedInWords(row: RecordedView): string {
  if (row.parts.length === 0) return transactionInWords(row);
  const amounts = row.parts.map(({ amount }) => amount);
  return `${row.description} em ${partsInWords(amounts, row.currency)}`;
}

/** How many there are and, in one currency, what they sum to. */
function listedInWords(items: readonly TransactionView[]): string {
  const count = items.length === 1 ? "1 lançamento" : `${items.length} lançamentos`;
  const [currency, ...others] = new Set(items.map((row) => row.currency));
  if (currency === undefined || others.length > 0) return count;
  const of = (kind: TransactionView["kind"]) =>
    sum(items.filter((row) => row.kind === kind).map(({ amount }) => amount));
  const [spent, received] = [of("expense"), of("income")];
  const sums = [
    spent === "0.00" ? [] : [`${formatMoney(spent, currency)} em gastos`],
    received === "0.00" ? [] : [`${formatMoney(received, currency)} em entradas`],
  ].flat();
  return sums.length === 0 ? count : `${count}: ${sums.join(", ")}`;
}

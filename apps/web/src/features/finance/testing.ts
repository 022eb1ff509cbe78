import type { TransactionView } from "@vida/core/transactions/schemas";

/** A transaction for tests; what a test does not care about is filled in. */
export function transaction(given: Partial<TransactionView>): TransactionView {
  return {
    id: crypto.randomUUID(),
    kind: "expense",
    amount: "1.00",
    currency: "BRL",
    description: "Mercado",
    day: "2026-11-22",
    purchaseDay: given.day ?? "2026-11-22",
    notes: null,
    categoryKey: "food",
    categoryName: "Alimentação",
    accountId: "a",
    accountName: "Carteira",
    toAccountId: null,
    toAccountName: null,
    source: "form",
    refund: false,
    statementMonth: null,
    settlesMonth: null,
    groupId: null,
    installment: null,
    installments: null,
    billId: null,
    plannedExpenseId: null,
    incomeId: null,
    debtPaymentId: null,
    investmentId: null,
    createdAt: "2026-11-22T12:00:00.000Z",
    ...given,
  };
}

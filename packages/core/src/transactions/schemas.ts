import { z } from "zod";

import {
  Amount,
  Currency,
  Cursor,
  Day,
  Id,
  Instant,
  Limit,
  Month,
  SignedAmount,
  name,
  page,
  text,
} from "../fields.ts";
import { PlanDay, PlanMonth } from "../finance/fields.ts";

export const TransactionKind = z.enum(["expense", "income", "transfer"]);
export type TransactionKind = z.infer<typeof TransactionKind>;

/** A category's key; its name does as well. */
const CategoryKey = text(60).min(1);

const fields = {
  kind: TransactionKind.describe("expense gasto, income entrada, transfer entre contas"),
  amount: Amount.describe("valor; em compra parcelada, o total"),
  description: name(255).describe("o que foi, por exemplo Mercado"),
  categoryKey: CategoryKey.optional().describe("categoria; não existe em transferências"),
  accountId: Id.optional().describe("conta, carteira ou cartão; em transferências, de onde sai"),
  toAccountId: Id.optional().describe("só em transferências: para onde vai"),
  day: PlanDay.optional().describe("dia local AAAA-MM-DD, nunca no futuro; padrão hoje"),
  installments: z.int().min(1).max(120).optional().describe("número de parcelas, só no cartão"),
  plannedExpenseId: Id.optional().describe("gasto previsto a que pertence"),
};

export const RecordTransactionInput = z.object({
  ...fields,
  notes: text(2000).optional(),
  currency: Currency.optional(),
});
export type RecordTransactionInput = z.infer<typeof RecordTransactionInput>;

export const Scope = z.enum(["this", "open", "all"]);
export type Scope = z.infer<typeof Scope>;
const scope = Scope.optional().describe(
  "em compra parcelada: this só esta parcela (padrão), open as de faturas ainda não fechadas, all todas as que não foram pagas",
);

export const UpdateTransactionInput = z.object({
  transactionId: Id.describe("lançamento a corrigir"),
  scope,
  kind: z.enum(["expense", "income"]).optional(),
  amount: fields.amount.optional(),
  description: fields.description.optional(),
  categoryKey: fields.categoryKey,
  accountId: fields.accountId,
  toAccountId: fields.toAccountId,
  day: fields.day,
  installments: fields.installments,
  plannedExpenseId: fields.plannedExpenseId.unwrap().nullable().optional(),
  notes: text(2000).nullable().optional(),
});
export type UpdateTransactionInput = z.infer<typeof UpdateTransactionInput>;

export const RemoveTransactionInput = z.object({
  transactionId: Id.describe("lançamento a apagar"),
  scope,
});
export type RemoveTransactionInput = z.infer<typeof RemoveTransactionInput>;

export const TransactionView = z.object({
  id: Id,
  kind: TransactionKind,
  amount: SignedAmount,
  currency: Currency,
  description: z.string(),
  /** Of an installment, its own month's; it may lie ahead. */
  day: Day,
  purchaseDay: Day,
  notes: z.string().nullable(),
  categoryKey: z.string().nullable(),
  categoryName: z.string().nullable(),
  accountId: Id,
  accountName: z.string(),
  toAccountId: Id.nullable(),
  toAccountName: z.string().nullable(),
  source: z.enum(["form", "chat", "job", "import"]),
  /** An income on a card: it lowers what was spent. */
  refund: z.boolean(),
  /** On a card: the statement it stands in. */
  statementMonth: Month.nullable(),
  /** A transfer to a card: the statement it pays. */
  settlesMonth: Month.nullable(),
  /** The installments of one purchase share it. */
  groupId: Id.nullable(),
  installment: z.int().nullable(),
  installments: z.int().nullable(),
  billId: Id.nullable(),
  plannedExpenseId: Id.nullable(),
  incomeId: Id.nullable(),
  debtPaymentId: Id.nullable(),
  investmentId: Id.nullable(),
  createdAt: Instant,
});
export type TransactionView = z.infer<typeof TransactionView>;

/** What was recorded: the row, or the first part with all parts of the purchase. */
export const RecordedView = TransactionView.extend({ parts: z.array(TransactionView) });
export type RecordedView = z.infer<typeof RecordedView>;

export const RemovedView = z.object({ id: Id, removed: z.int(), transaction: TransactionView });

export const ListTransactionsInput = z.object({
  month: PlanMonth.optional(),
  from: PlanDay.optional().describe("primeiro dia"),
  to: PlanDay.optional().describe("último dia"),
  accountId: Id.optional().describe("de um dos dois lados"),
  categoryKey: CategoryKey.optional().describe("com as subcategorias"),
  kind: TransactionKind.optional(),
  query: text(100).optional().describe("trecho da descrição, sem diferença de acentos"),
  limit: Limit,
  cursor: Cursor.optional(),
});
export type ListTransactionsInput = z.infer<typeof ListTransactionsInput>;
export const TransactionPage = page(TransactionView);

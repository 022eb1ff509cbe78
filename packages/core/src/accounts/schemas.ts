import { z } from "zod";

import {
  Amount,
  AmountOrZero,
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
} from "../fields.ts";
import { PlanDay, PlanMonth } from "../finance/fields.ts";
import { TransactionView } from "../transactions/schemas.ts";

export const AccountKind = z.enum(["cash", "checking", "savings", "card"]);
export type AccountKind = z.infer<typeof AccountKind>;

const DayOfMonth = z.int().min(1).max(31);
/** Money of either sign as a person gives it. */
const Opening = z
  .string()
  .regex(/^-?\d{1,12}(\.\d{1,2})?$/, "valor inválido: use 1234.50 ou -1234.50");

const fields = {
  name: name(100).describe("nome da conta, por exemplo Nubank"),
  kind: AccountKind.describe(
    "cash carteira, checking conta corrente, savings poupança, card cartão de crédito",
  ),
  openingBalance: Opening.optional().describe("saldo ao começar; negativo quando se deve"),
  closingDay: DayOfMonth.optional().describe("dia em que a fatura fecha, só cartão"),
  dueDay: DayOfMonth.optional().describe("dia em que a fatura vence, só cartão"),
  limit: AmountOrZero.optional().describe("limite, só cartão"),
};

export const CreateAccountInput = z.object({ ...fields, currency: Currency.optional() });
export type CreateAccountInput = z.infer<typeof CreateAccountInput>;

export const UpdateAccountInput = z.object({
  accountId: Id.describe("conta, carteira ou cartão"),
  name: fields.name.optional(),
  kind: fields.kind.optional(),
  openingBalance: fields.openingBalance,
  closingDay: fields.closingDay,
  dueDay: fields.dueDay,
  limit: AmountOrZero.nullable().optional(),
});
export type UpdateAccountInput = z.infer<typeof UpdateAccountInput>;

export const ArchiveAccountInput = z.object({
  accountId: Id,
  archived: z.boolean().default(true).describe("false traz a conta de volta"),
});

export const AccountView = z.object({
  id: Id,
  name: z.string(),
  kind: AccountKind,
  currency: Currency,
  openingBalance: SignedAmount,
  closingDay: z.int().nullable(),
  dueDay: z.int().nullable(),
  limit: SignedAmount.nullable(),
  archived: z.boolean(),
  createdAt: Instant,
  /** At the asked day; a card's is minus what is owed, installments counted up to that day. */
  balance: SignedAmount,
  /** Of a card's limit: everything owed, the parts that lie ahead included. */
  usedLimit: SignedAmount.nullable(),
  availableLimit: SignedAmount.nullable(),
});
export type AccountView = z.infer<typeof AccountView>;

export const ListAccountsInput = z.object({
  day: PlanDay.optional().describe("saldo ao fim deste dia; padrão hoje"),
  archived: z.boolean().default(false).describe("também as arquivadas"),
});
export type ListAccountsInput = z.infer<typeof ListAccountsInput>;

export const AccountList = z.object({
  day: Day,
  items: z.array(AccountView),
  nextCursor: z.string().nullable(),
  /** Per currency, the person's own first: what is there, and what cards are owed. */
  totals: z.array(z.object({ currency: Currency, balance: SignedAmount, cards: SignedAmount })),
});
export type AccountList = z.infer<typeof AccountList>;

export const StatementStatus = z.enum(["future", "open", "closed", "paid", "overdue"]);

export const StatementSummary = z.object({
  accountId: Id,
  accountName: z.string(),
  /** Of the due date. */
  month: Month,
  currency: Currency,
  opensOn: Day,
  closesOn: Day,
  /** Whether its closing is not the card's usual one. */
  moved: z.boolean(),
  dueOn: Day,
  /** Purchases minus refunds. */
  total: SignedAmount,
  paid: SignedAmount,
  remaining: SignedAmount,
  /** What earlier statements that have closed left unpaid. It is to pay there: no part of `total` or `remaining`. */
  carried: SignedAmount,
  status: StatementStatus,
});
export type StatementSummary = z.infer<typeof StatementSummary>;

export const ListStatementsInput = z.object({
  accountId: Id.describe("cartão"),
  limit: Limit,
  cursor: Cursor.optional(),
});
export const StatementPage = page(StatementSummary);

export const ReadStatementInput = z.object({
  accountId: Id.describe("cartão"),
  month: PlanMonth.describe("mês do vencimento da fatura"),
});

export const StatementView = StatementSummary.extend({
  /** Its lines, oldest first; a refund is a line of kind `income`. */
  items: z.array(TransactionView),
  payments: z.array(TransactionView),
});
export type StatementView = z.infer<typeof StatementView>;

export const PayStatementInput = z.object({
  accountId: Id.describe("cartão"),
  month: PlanMonth.describe("mês do vencimento da fatura"),
  fromAccountId: Id.describe("conta de onde saiu o dinheiro"),
  amount: Amount.optional().describe("padrão: tudo o que falta"),
  paidOn: PlanDay.optional().describe("dia do pagamento; padrão hoje"),
});
export type PayStatementInput = z.infer<typeof PayStatementInput>;
export const PaidStatementView = StatementSummary.extend({ transaction: TransactionView });

export const MovedClosingView = StatementSummary.extend({
  /** The statement after it, which gives or takes the purchases between the two days. */
  next: StatementSummary,
});

export const MoveClosingInput = z.object({
  accountId: Id.describe("cartão"),
  month: PlanMonth.describe("mês do vencimento da fatura"),
  closesOn: PlanDay.describe("dia em que esta fatura fecha"),
});

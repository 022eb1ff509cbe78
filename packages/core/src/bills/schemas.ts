import { z } from "zod";

import {
  Amount,
  Currency,
  Cursor,
  Day,
  Id,
  Instant,
  Month,
  SignedAmount,
  name,
  page,
} from "../fields.ts";
import {
  CategoryKey,
  DueDay,
  MonthLimit,
  PlanDay,
  PlanMonth,
  ScopeInput,
} from "../finance/fields.ts";

export const BillStatus = z.enum(["pending", "paid", "overdue", "canceled"]);
export type BillStatus = z.infer<typeof BillStatus>;

export const CreateBillInput = z.object({
  name: name(255).describe("nome da conta da casa"),
  categoryKey: CategoryKey.describe("categoria de gasto"),
  amount: Amount.describe("valor previsto"),
  dueDay: DueDay.describe("dia do vencimento, 1 a 31"),
  month: PlanMonth.describe("mês AAAA-MM"),
  recurring: z.boolean().default(true).describe("repete todo mês"),
  currency: Currency.optional(),
});
export type CreateBillInput = z.infer<typeof CreateBillInput>;

export const UpdateBillInput = z.object({
  billId: Id.describe("conta a mudar"),
  name: name(255).optional(),
  categoryKey: CategoryKey.optional().describe("categoria de gasto"),
  amount: Amount.optional().describe("valor previsto"),
  dueDay: DueDay.optional().describe("dia do vencimento"),
  month: PlanMonth.optional().describe("passa só esta conta para outro mês"),
  recurring: z.boolean().optional().describe("false: não repete depois deste mês"),
  scope: ScopeInput,
});
export type UpdateBillInput = z.infer<typeof UpdateBillInput>;

export const RemoveBillInput = z.object({
  billId: Id.describe("conta a apagar"),
  scope: ScopeInput,
});
export type RemoveBillInput = z.infer<typeof RemoveBillInput>;
export const BillIdInput = z.object({ billId: Id.describe("conta da casa") });

export const PayBillInput = z.object({
  billId: Id.describe("conta da casa que foi paga"),
  paidOn: PlanDay.optional().describe("dia em que foi paga, padrão hoje"),
  amount: Amount.optional().describe("valor pago, padrão o previsto"),
  accountId: Id.optional().describe("de onde saiu o dinheiro"),
});
export type PayBillInput = z.infer<typeof PayBillInput>;

export const BillView = z.object({
  id: Id,
  name: z.string(),
  categoryKey: z.string(),
  categoryName: z.string(),
  amount: SignedAmount,
  currency: Currency,
  dueDay: z.int(),
  month: Month,
  /** The due day in its month, clamped to the month's length. */
  dueOn: Day,
  /** From the person's today; negative once it lies behind. */
  daysUntilDue: z.int(),
  recurring: z.boolean(),
  /** Whether other months carry the same bill, so that scopes mean something. */
  inSeries: z.boolean(),
  status: BillStatus,
  paidOn: Day.nullable(),
  paidAmount: SignedAmount.nullable(),
  accountId: Id.nullable(),
  transactionId: Id.nullable(),
  createdAt: Instant,
});
export type BillView = z.infer<typeof BillView>;

/** A status, or `open`: pending and overdue together. */
export const BillFilter = z.enum([...BillStatus.options, "open"]);
export type BillFilter = z.infer<typeof BillFilter>;

export const ListBillsInput = z.object({
  month: PlanMonth.describe("mês AAAA-MM"),
  status: BillFilter.optional().describe(
    "open: pendentes e vencidas; sem isto, todas menos as canceladas",
  ),
  categoryKey: CategoryKey.optional(),
  limit: MonthLimit,
  cursor: Cursor.optional(),
});
export type ListBillsInput = z.infer<typeof ListBillsInput>;
export const BillPage = page(BillView);

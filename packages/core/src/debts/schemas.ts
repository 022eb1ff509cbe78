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
import { DueDay, PlanDay, PlanMonth } from "../finance/fields.ts";

export const DebtStatus = z.enum(["active", "overdue", "paid_off", "settled", "defaulted"]);
export type DebtStatus = z.infer<typeof DebtStatus>;

const Count = z.int().min(1).max(600);
const plan = {
  installments: Count.describe("número de parcelas"),
  installmentAmount: Amount.describe("valor de cada parcela"),
  dueDay: DueDay.describe("dia do vencimento, 1 a 31"),
};

export const CreateDebtInput = z.object({
  name: name(255).describe("nome da dívida"),
  creditor: name(255).optional().describe("a quem se deve"),
  totalAmount: Amount.describe("valor total"),
  negotiated: z.boolean().default(true).describe("true: parcelada; false: em aberto, sem parcelas"),
  installments: plan.installments.optional(),
  installmentAmount: plan.installmentAmount.optional(),
  dueDay: plan.dueDay.optional(),
  startMonth: PlanMonth.optional().describe("mês da primeira parcela, padrão este mês"),
  notes: text(2000).optional(),
  currency: Currency.optional(),
});
export type CreateDebtInput = z.infer<typeof CreateDebtInput>;

export const UpdateDebtInput = z.object({
  debtId: Id.describe("dívida a mudar"),
  name: name(255).optional(),
  creditor: name(255).nullable().optional(),
  totalAmount: Amount.optional(),
  negotiated: z.boolean().optional(),
  installments: plan.installments.optional(),
  installmentAmount: plan.installmentAmount.optional(),
  dueDay: plan.dueDay.optional(),
  startMonth: PlanMonth.optional(),
  status: z
    .enum(["active", "settled", "defaulted", "paid_off"])
    .optional()
    .describe("active, settled com acordo, defaulted sem pagamento, paid_off quitada"),
  notes: text(2000).nullable().optional(),
});
export type UpdateDebtInput = z.infer<typeof UpdateDebtInput>;

export const NegotiateDebtInput = z.object({
  debtId: Id.describe("dívida em aberto"),
  ...plan,
  startMonth: PlanMonth.optional().describe("mês da primeira parcela, padrão este mês"),
  totalAmount: Amount.optional().describe("novo total, se o acordo mudou"),
});
export type NegotiateDebtInput = z.infer<typeof NegotiateDebtInput>;

export const DebtIdInput = z.object({ debtId: Id.describe("dívida") });

export const PayInstallmentsInput = z.object({
  debtId: Id.describe("dívida"),
  quantity: z.int().min(1).max(100).default(1).describe("quantas parcelas"),
  amount: Amount.optional().describe("total pago por elas, quando não é o valor das parcelas"),
  paidOn: PlanDay.optional().describe("dia do pagamento, padrão hoje"),
  accountId: Id.optional().describe("de onde saiu o dinheiro"),
});
export type PayInstallmentsInput = z.infer<typeof PayInstallmentsInput>;

export const DebtView = z.object({
  id: Id,
  name: z.string(),
  creditor: z.string().nullable(),
  totalAmount: SignedAmount,
  currency: Currency,
  negotiated: z.boolean(),
  installments: z.int().nullable(),
  installmentAmount: SignedAmount.nullable(),
  dueDay: z.int().nullable(),
  startMonth: Month.nullable(),
  endMonth: Month.nullable(),
  /** The next installment to pay; one more than there are when all are paid. */
  currentInstallment: z.int().nullable(),
  paidInstallments: z.int(),
  remainingInstallments: z.int().nullable(),
  /** What was really paid, early discounts included. */
  paidAmount: SignedAmount,
  /** What is still to pay: the open installments, or the whole of an open debt. */
  remainingAmount: SignedAmount,
  /** Paid installments of all, 0 to 100. */
  progress: z.number().nullable(),
  status: DebtStatus,
  nextDueOn: Day.nullable(),
  daysUntilDue: z.int().nullable(),
  notes: z.string().nullable(),
  createdAt: Instant,
});
export type DebtView = z.infer<typeof DebtView>;

export const ListDebtsInput = z.object({
  month: PlanMonth.optional().describe("só as que aparecem nesse mês"),
  status: DebtStatus.optional(),
  limit: Limit,
  cursor: Cursor.optional(),
});
export type ListDebtsInput = z.infer<typeof ListDebtsInput>;
export const DebtPage = page(DebtView);

export const PaymentView = z.object({
  id: Id,
  debtId: Id,
  number: z.int(),
  amount: SignedAmount,
  currency: Currency,
  /** The month that the installment belongs to. */
  month: Month,
  paidOn: Day,
  /** Paid in a month before its own. */
  paidEarly: z.boolean(),
  transactionId: Id.nullable(),
  createdAt: Instant,
});
export type PaymentView = z.infer<typeof PaymentView>;
export const PaidView = DebtView.extend({ payments: z.array(PaymentView) });

export const PaymentsInput = z.object({
  debtId: Id.describe("dívida"),
  limit: Limit,
  cursor: Cursor.optional(),
});
export const PaymentPage = page(PaymentView).extend({ debt: DebtView });

export const ProjectionView = z.object({
  debtId: Id,
  estimatedPayoffMonth: Month.nullable(),
  remainingMonths: z.int().nullable(),
  velocity: z.object({ averagePerMonth: z.number(), isRegular: z.boolean() }).nullable(),
  message: z.string(),
});
export type ProjectionView = z.infer<typeof ProjectionView>;

export const InstallmentStatus = z.enum(["pending", "overdue", "paid", "paid_early"]);
export type InstallmentStatus = z.infer<typeof InstallmentStatus>;
export const InstallmentView = z.object({
  debtId: Id,
  debtName: z.string(),
  creditor: z.string().nullable(),
  number: z.int(),
  installments: z.int(),
  amount: SignedAmount,
  currency: Currency,
  dueDay: z.int(),
  dueOn: Day,
  month: Month,
  status: InstallmentStatus,
  paidOn: Day.nullable(),
  paidAmount: SignedAmount.nullable(),
});
export type InstallmentView = z.infer<typeof InstallmentView>;
export const UpcomingInput = z.object({ month: PlanMonth.describe("mês AAAA-MM") });
export const UpcomingView = z.object({
  month: Month,
  items: z.array(InstallmentView),
  nextCursor: z.null(),
  /** Per currency, the person's own first. */
  totals: z.array(
    z.object({
      currency: Currency,
      total: SignedAmount,
      toPay: SignedAmount,
      pending: z.int(),
      paid: z.int(),
      paidEarly: z.int(),
      overdue: z.int(),
    }),
  ),
});
export type UpcomingView = z.infer<typeof UpcomingView>;

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
import { DueDay, MonthLimit, PlanDay, PlanMonth, ScopeInput } from "../finance/fields.ts";

/** What an income is; `other_income` is the category's own key for `other`. */
export const IncomeKind = z.enum([
  "salary",
  "freelance",
  "bonus",
  "passive",
  "investment",
  "gift",
  "other",
  "other_income",
]);
export type IncomeKind = z.infer<typeof IncomeKind>;
export const IncomeStatus = z.enum(["expected", "received", "excluded"]);
export type IncomeStatus = z.infer<typeof IncomeStatus>;

export const CreateIncomeInput = z.object({
  name: name(255).describe("nome da receita"),
  kind: IncomeKind.describe(
    "salário, freelance, bônus, renda passiva, investimento, presente ou outro",
  ),
  expected: Amount.describe("valor esperado"),
  month: PlanMonth.describe("mês AAAA-MM"),
  recurring: z.boolean().default(true).describe("repete todo mês"),
  dueDay: DueDay.optional().describe("dia em que costuma cair"),
  currency: Currency.optional(),
});
export type CreateIncomeInput = z.infer<typeof CreateIncomeInput>;

export const UpdateIncomeInput = z.object({
  incomeId: Id.describe("receita a mudar"),
  name: name(255).optional(),
  kind: IncomeKind.optional(),
  expected: Amount.optional().describe("valor esperado"),
  dueDay: DueDay.nullable().optional().describe("dia em que costuma cair"),
  month: PlanMonth.optional().describe("passa só esta receita para outro mês"),
  recurring: z.boolean().optional().describe("false: não repete depois deste mês"),
  scope: ScopeInput,
});
export type UpdateIncomeInput = z.infer<typeof UpdateIncomeInput>;

export const RemoveIncomeInput = z.object({
  incomeId: Id.describe("receita a apagar"),
  scope: ScopeInput,
});
export const IncomeIdInput = z.object({ incomeId: Id.describe("receita esperada") });

export const ReceiveIncomeInput = z.object({
  incomeId: Id.describe("receita esperada que caiu"),
  amount: Amount.optional().describe("valor recebido, padrão o esperado"),
  receivedOn: PlanDay.optional().describe("dia em que caiu, padrão hoje"),
  accountId: Id.optional().describe("onde caiu o dinheiro"),
});
export type ReceiveIncomeInput = z.infer<typeof ReceiveIncomeInput>;

export const IncomeView = z.object({
  id: Id,
  name: z.string(),
  kind: IncomeKind,
  expected: SignedAmount,
  currency: Currency,
  month: Month,
  dueDay: z.int().nullable(),
  /** The day it usually comes, in its month; null when that is not known. */
  expectedOn: Day.nullable(),
  recurring: z.boolean(),
  inSeries: z.boolean(),
  status: IncomeStatus,
  received: z.boolean(),
  /** What came; null while it has not. */
  amount: SignedAmount.nullable(),
  receivedOn: Day.nullable(),
  accountId: Id.nullable(),
  transactionId: Id.nullable(),
  createdAt: Instant,
});
export type IncomeView = z.infer<typeof IncomeView>;

export const ListIncomesInput = z.object({
  month: PlanMonth.describe("mês AAAA-MM"),
  status: IncomeStatus.optional().describe("sem isto: todas menos as apagadas"),
  kind: IncomeKind.optional(),
  limit: MonthLimit,
  cursor: Cursor.optional(),
});
export type ListIncomesInput = z.infer<typeof ListIncomesInput>;
export const IncomePage = page(IncomeView);

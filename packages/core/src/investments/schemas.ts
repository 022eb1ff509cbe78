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
  SignedAmount,
  name,
  page,
} from "../fields.ts";
import { PlanDay } from "../finance/fields.ts";

export const InvestmentType = z.enum([
  "emergency_fund",
  "retirement",
  "short_term",
  "long_term",
  "education",
  "custom",
]);
export type InvestmentType = z.infer<typeof InvestmentType>;

export const CreateInvestmentInput = z.object({
  name: name(255).describe("nome do investimento"),
  type: InvestmentType.describe(
    "emergency_fund reserva, retirement aposentadoria, short_term, long_term, education, custom",
  ),
  currentAmount: AmountOrZero.optional().describe("quanto vale hoje, padrão 0"),
  goalAmount: AmountOrZero.nullable().optional().describe("objetivo"),
  monthlyContribution: AmountOrZero.nullable().optional().describe("aporte por mês"),
  deadline: PlanDay.nullable().optional().describe("prazo do objetivo"),
  currency: Currency.optional(),
});
export type CreateInvestmentInput = z.infer<typeof CreateInvestmentInput>;

export const UpdateInvestmentInput = z.object({
  investmentId: Id.describe("investimento a mudar"),
  name: name(255).optional(),
  type: InvestmentType.optional(),
  currentAmount: AmountOrZero.optional().describe("quanto vale agora"),
  goalAmount: AmountOrZero.nullable().optional().describe("objetivo; null tira"),
  monthlyContribution: AmountOrZero.nullable().optional().describe("aporte por mês; null tira"),
  deadline: PlanDay.nullable().optional().describe("prazo; null tira"),
});
export type UpdateInvestmentInput = z.infer<typeof UpdateInvestmentInput>;

export const UpdateValueInput = z.object({
  investmentId: Id.describe("investimento"),
  currentAmount: AmountOrZero.describe("quanto vale agora"),
});
export type UpdateValueInput = z.infer<typeof UpdateValueInput>;

export const ContributeInput = z.object({
  investmentId: Id.describe("investimento"),
  amount: Amount.describe("valor do aporte"),
  fromAccountId: Id.optional().describe("de onde saiu o dinheiro"),
  day: PlanDay.optional().describe("dia do aporte, padrão hoje"),
});
export type ContributeInput = z.infer<typeof ContributeInput>;

export const InvestmentIdInput = z.object({ investmentId: Id.describe("investimento") });

export const InvestmentView = z.object({
  id: Id,
  name: z.string(),
  type: InvestmentType,
  currency: Currency,
  currentAmount: SignedAmount,
  goalAmount: SignedAmount.nullable(),
  monthlyContribution: SignedAmount.nullable(),
  deadline: Day.nullable(),
  /** Current ÷ goal, in percent; above 100 once the goal is passed, null without one. */
  progress: z.number().nullable(),
  /** What the goal still needs; never less than nothing. */
  remaining: SignedAmount.nullable(),
  monthsToGoal: z.int().nullable(),
  createdAt: Instant,
});
export type InvestmentView = z.infer<typeof InvestmentView>;

export const ListInvestmentsInput = z.object({
  type: InvestmentType.optional(),
  limit: Limit,
  cursor: Cursor.optional(),
});
export const InvestmentPage = page(InvestmentView);

export const ValueHistoryInput = z.object({
  investmentId: Id.describe("investimento"),
  limit: Limit,
  cursor: Cursor.optional(),
});
export const ValueView = z.object({
  id: Id,
  amount: SignedAmount,
  cause: z.enum(["created", "updated", "contributed"]),
  day: Day,
  createdAt: Instant,
});
export const ValuePage = page(ValueView);

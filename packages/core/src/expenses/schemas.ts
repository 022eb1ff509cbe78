import { z } from "zod";

import {
  Amount,
  Currency,
  Cursor,
  Id,
  Instant,
  Month,
  SignedAmount,
  name,
  page,
} from "../fields.ts";
import { CategoryKey, MonthLimit, PlanMonth, ScopeInput } from "../finance/fields.ts";

export const CreateExpenseInput = z.object({
  name: name(255).describe("nome do gasto previsto"),
  categoryKey: CategoryKey.describe("categoria de gasto"),
  planned: Amount.describe("quanto se planeja gastar no mês"),
  month: PlanMonth.describe("mês AAAA-MM"),
  recurring: z.boolean().default(false).describe("repete todo mês"),
  currency: Currency.optional(),
});
export type CreateExpenseInput = z.infer<typeof CreateExpenseInput>;

export const UpdateExpenseInput = z.object({
  expenseId: Id.describe("gasto previsto a mudar"),
  name: name(255).optional(),
  categoryKey: CategoryKey.optional().describe("categoria de gasto"),
  planned: Amount.optional().describe("quanto se planeja gastar"),
  month: PlanMonth.optional().describe("passa só este gasto para outro mês"),
  recurring: z.boolean().optional().describe("false: não repete depois deste mês"),
  scope: ScopeInput,
});
export type UpdateExpenseInput = z.infer<typeof UpdateExpenseInput>;

export const RemoveExpenseInput = z.object({
  expenseId: Id.describe("gasto previsto a apagar"),
  scope: ScopeInput,
});
export const ExpenseIdInput = z.object({ expenseId: Id.describe("gasto previsto") });

export const ExpenseView = z.object({
  id: Id,
  name: z.string(),
  categoryKey: z.string(),
  categoryName: z.string(),
  planned: SignedAmount,
  /** Sum of the expense transactions linked to it. */
  actual: SignedAmount,
  /** `planned` − `actual`; negative once more was spent than planned. */
  left: SignedAmount,
  currency: Currency,
  month: Month,
  recurring: z.boolean(),
  inSeries: z.boolean(),
  status: z.enum(["active", "excluded"]),
  createdAt: Instant,
});
export type ExpenseView = z.infer<typeof ExpenseView>;

export const ListExpensesInput = z.object({
  month: PlanMonth.describe("mês AAAA-MM"),
  status: z.enum(["active", "excluded"]).default("active"),
  categoryKey: CategoryKey.optional(),
  limit: MonthLimit,
  cursor: Cursor.optional(),
});
export type ListExpensesInput = z.infer<typeof ListExpensesInput>;
export const ExpensePage = page(ExpenseView);

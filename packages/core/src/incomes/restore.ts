import { fail } from "../errors.ts";
import { write } from "../operation.ts";
import { lockLedger } from "../transactions/lock.ts";
import { findIncome, toIncomeView } from "./rows.ts";
import { IncomeIdInput, IncomeView } from "./schemas.ts";

/** Brings an excluded income back into its month (`incomes.notExcluded`). */
export const restoreIncome = write({
  name: "incomes.restore",
  input: IncomeIdInput,
  output: IncomeView,
  touches: ["incomes", "finance", "dashboard"],
  async run(ctx, { incomeId }) {
    await lockLedger(ctx);
    const income = await findIncome(ctx, incomeId);
    if (income.status !== "excluded") fail("conflict", "incomes.notExcluded", { incomeId });
    await ctx.tx.income.update({
      where: { userId_id: { userId: ctx.userId, id: incomeId } },
      data: { status: "active", updatedAt: ctx.nowDate },
    });
    return toIncomeView({ ...income, status: "active" });
  },
  trail: (income) => `${income.name} de volta às receitas`,
  async summarize(ctx, { incomeId }) {
    const income = await findIncome(ctx, incomeId);
    return { title: `Trazer de volta: ${income.name}`, details: [], warnings: [], weight: "table" };
  },
});

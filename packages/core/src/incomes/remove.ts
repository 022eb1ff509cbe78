import { z } from "zod";

import { fail } from "../errors.ts";
import { Removed } from "../fields.ts";
import { removalCovers } from "../finance/scope.ts";
import { monthInWords, scopeInWords, sumInWords } from "../finance/words.ts";
import { write } from "../operation.ts";
import { lockLedger } from "../transactions/lock.ts";
import { findIncome, incomeSeries, toIncomeView } from "./rows.ts";
import { IncomeView, RemoveIncomeInput } from "./schemas.ts";

/**
 * Takes an expected income out of its month, from its month on, or out of every month still open.
 *
 * The income itself is excluded and can be restored; the others of the series go, received ones excepted.
 * Removing a received one is refused (`incomes.received`): its receipt is taken back first. So is removing
 * one twice (`incomes.excluded`).
 */
export const removeIncome = write({
  name: "incomes.remove",
  input: RemoveIncomeInput,
  output: Removed.extend({ removed: z.int(), income: IncomeView }),
  touches: ["incomes", "finance", "dashboard"],
  async run(ctx, { incomeId, scope }) {
    await lockLedger(ctx);
    const income = await findIncome(ctx, incomeId);
    if (income.receipts.length > 0) fail("conflict", "incomes.received", { incomeId });
    if (income.status === "excluded") fail("conflict", "incomes.excluded", { incomeId });
    const target = { id: income.id, month: income.month, settled: false };
    const { ends, dropped } = removalCovers(await incomeSeries(ctx, income), target, scope);
    await ctx.tx.income.update({
      where: { userId_id: { userId: ctx.userId, id: incomeId } },
      data: { status: "excluded", ...(ends ? { recurring: false } : {}), updatedAt: ctx.nowDate },
    });
    if (dropped.length > 0)
      await ctx.tx.income.deleteMany({ where: { userId: ctx.userId, id: { in: dropped } } });
    return {
      id: incomeId,
      removed: 1 + dropped.length,
      income: toIncomeView({ ...income, status: "excluded" }),
    };
  },
  trail: ({ income, removed }) =>
    `${income.name} · ${sumInWords(income.expected, income.currency)} a receber, apagada${removed > 1 ? ` em ${removed} meses` : ""}`,
  async summarize(ctx, { incomeId, scope }) {
    const income = toIncomeView(await findIncome(ctx, incomeId));
    const covered = scopeInWords(scope, income.inSeries);
    return {
      title: `Apagar receita: ${income.name}`,
      details: [
        { label: "Valor", value: sumInWords(income.expected, income.currency) },
        { label: "Mês", value: monthInWords(income.month, ctx.today) },
        ...(covered === null ? [] : [{ label: "Vale para", value: covered }]),
      ],
      warnings: income.received ? ["já foi recebida: desfaça o recebimento antes"] : [],
      weight: "heavy",
    };
  },
});

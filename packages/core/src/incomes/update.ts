import type { Prisma } from "@vida/db/generated/prisma/client";

import type { Ctx } from "../context.ts";
import { fail } from "../errors.ts";
import { isUniqueViolation } from "../failures.ts";
import { standingMonth } from "../finance/recurrence.ts";
import { changeCovers, removalCovers } from "../finance/scope.ts";
import { changeInWords, scopeInWords, sumInWords } from "../finance/words.ts";
import { write } from "../operation.ts";
import { lockLedger } from "../transactions/lock.ts";
import { fillIncomes, findIncome, incomeSeries, toIncomeView } from "./rows.ts";
import { IncomeView, UpdateIncomeInput } from "./schemas.ts";
import { kindInWords } from "./words.ts";

/**
 * Changes what is expected of an income, in its month, from its month on, or in every month still open.
 *
 * Only name, kind, expected amount and day spread; a month or a state never does, and `future` and `all`
 * leave received incomes as they are. Refusals: `incomes.excluded`, `incomes.monthTaken`.
 */
export const updateIncome = write({
  name: "incomes.update",
  input: UpdateIncomeInput,
  output: IncomeView,
  touches: ["incomes", "finance", "dashboard"],
  async run(ctx, input) {
    await lockLedger(ctx);
    const income = await findIncome(ctx, input.incomeId);
    if (income.status === "excluded") fail("conflict", "incomes.excluded", { incomeId: income.id });
    const series = await incomeSeries(ctx, income);
    const target = { id: income.id, month: income.month, settled: income.receipts.length > 0 };
    const { changed, kept } = changeCovers(series, target, input.scope);
    const planned: Prisma.IncomeUncheckedUpdateManyInput = {
      ...(input.name === undefined ? {} : { name: input.name }),
      ...(input.kind === undefined ? {} : { kind: input.kind }),
      ...(input.expected === undefined ? {} : { expected: input.expected }),
      ...(input.dueDay === undefined ? {} : { dueDay: input.dueDay }),
    };
    if (Object.keys(planned).length > 0) {
      const adjusted = input.scope === "this" && income.groupId !== null;
      await change(ctx, changed, { ...planned, adjusted, updatedAt: ctx.nowDate });
      if (kept.length > 0) await change(ctx, kept, { adjusted: true });
    }
    if (input.month !== undefined && input.month !== income.month)
      await moveIncome(ctx, income.id, input.month);
    if (input.recurring !== undefined && input.recurring !== income.recurring) {
      await change(ctx, [income.id], {
        recurring: input.recurring,
        groupId: income.groupId ?? ctx.id(),
        updatedAt: ctx.nowDate,
      });
      const { dropped } = removalCovers(series, target, "future");
      if (!input.recurring && dropped.length > 0) {
        await ctx.tx.income.deleteMany({ where: { userId: ctx.userId, id: { in: dropped } } });
      }
    }
    await fillIncomes(ctx, standingMonth(ctx.today));
    return toIncomeView(await findIncome(ctx, income.id));
  },
  trail: (income) =>
    `${income.name} · ${sumInWords(income.expected, income.currency)} a receber, alterada`,
  async summarize(ctx, input) {
    const income = toIncomeView(await findIncome(ctx, input.incomeId));
    const scope = scopeInWords(input.scope, income.inSeries);
    const sum = (amount: string): string => sumInWords(amount, income.currency);
    return {
      title: `Mudar receita: ${income.name}`,
      details: [
        ...(input.expected === undefined
          ? []
          : [{ label: "Valor", value: changeInWords(sum(income.expected), sum(input.expected)) }]),
        ...(input.name === undefined
          ? []
          : [{ label: "Nome", value: changeInWords(income.name, input.name) }]),
        ...(input.kind === undefined
          ? []
          : [
              {
                label: "Tipo",
                value: changeInWords(kindInWords(income.kind), kindInWords(input.kind)),
              },
            ]),
        ...(input.month === undefined
          ? []
          : [{ label: "Mês", value: changeInWords(income.month, input.month) }]),
        ...(scope === null ? [] : [{ label: "Vale para", value: scope }]),
      ],
      warnings:
        income.received && input.scope === "this"
          ? ["já foi recebida: muda o esperado, não o que caiu"]
          : [],
      weight: income.inSeries && input.scope !== "this" ? "heavy" : "table",
    };
  },
});

async function change(
  ctx: Ctx,
  ids: readonly string[],
  data: Prisma.IncomeUncheckedUpdateManyInput,
): Promise<void> {
  await ctx.tx.income.updateMany({ where: { userId: ctx.userId, id: { in: [...ids] } }, data });
}

async function moveIncome(ctx: Ctx, incomeId: string, month: string): Promise<void> {
  try {
    await change(ctx, [incomeId], { month, updatedAt: ctx.nowDate });
  } catch (error) {
    if (isUniqueViolation(error))
      fail("conflict", "incomes.monthTaken", {
        month,
        fields: { month: ["já existe essa receita nesse mês"] },
      });
    throw error;
  }
}

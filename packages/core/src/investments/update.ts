import type { Prisma } from "@vida/db/generated/prisma/client";

import { dayToDate } from "../dates.ts";
import { changeInWords, sumInWords } from "../finance/words.ts";
import { compare } from "../money.ts";
import { write } from "../operation.ts";
import { findInvestment, lockInvestment, noteValue, toInvestmentView } from "./rows.ts";
import { InvestmentView, UpdateInvestmentInput } from "./schemas.ts";

/** Changes an investment; null clears its goal, contribution or deadline. A new value enters its history. */
export const updateInvestment = write({
  name: "investments.update",
  input: UpdateInvestmentInput,
  output: InvestmentView,
  touches: ["investments", "finance", "dashboard"],
  async run(ctx, { investmentId, deadline, ...changes }) {
    const before = await lockInvestment(ctx, investmentId);
    const given: Prisma.InvestmentUncheckedUpdateInput = Object.fromEntries(
      Object.entries(changes).filter(([, value]) => value !== undefined),
    );
    const row = await ctx.tx.investment.update({
      where: { userId_id: { userId: ctx.userId, id: investmentId } },
      data: {
        ...given,
        ...(deadline === undefined
          ? {}
          : { deadline: deadline === null ? null : dayToDate(deadline) }),
        updatedAt: ctx.nowDate,
      },
    });
    const value = changes.currentAmount;
    if (value !== undefined && compare(value, before.currentAmount.toFixed(2)) !== 0) {
      await noteValue(ctx, investmentId, value, "updated", ctx.today);
    }
    return toInvestmentView(row);
  },
  trail: (investment) => `${investment.name}, investimento alterado`,
  async summarize(ctx, input) {
    const investment = toInvestmentView(await findInvestment(ctx, input.investmentId));
    const sum = (amount: string | null): string =>
      amount === null ? "nenhum" : sumInWords(amount, investment.currency);
    return {
      title: `Mudar investimento: ${investment.name}`,
      details: [
        ...(input.name === undefined
          ? []
          : [{ label: "Nome", value: changeInWords(investment.name, input.name) }]),
        ...(input.currentAmount === undefined
          ? []
          : [
              {
                label: "Valor",
                value: changeInWords(sum(investment.currentAmount), sum(input.currentAmount)),
              },
            ]),
        ...(input.goalAmount === undefined
          ? []
          : [
              {
                label: "Objetivo",
                value: changeInWords(sum(investment.goalAmount), sum(input.goalAmount)),
              },
            ]),
        ...(input.monthlyContribution === undefined
          ? []
          : [
              {
                label: "Aporte por mês",
                value: changeInWords(
                  sum(investment.monthlyContribution),
                  sum(input.monthlyContribution),
                ),
              },
            ]),
      ],
      warnings: [],
      weight: "table",
    };
  },
});

import { dayToDate } from "../dates.ts";
import { sumInWords } from "../finance/words.ts";
import { compare } from "../money.ts";
import { write } from "../operation.ts";
import { noteValue, toInvestmentView } from "./rows.ts";
import { CreateInvestmentInput, InvestmentView } from "./schemas.ts";
import { typeInWords } from "./words.ts";

/** Records an investment with what it is worth; its first value opens its history. */
export const createInvestment = write({
  name: "investments.create",
  input: CreateInvestmentInput,
  output: InvestmentView,
  touches: ["investments", "finance", "dashboard"],
  async run(ctx, input) {
    const currentAmount = input.currentAmount ?? "0";
    const deadline = input.deadline ?? null;
    const row = await ctx.tx.investment.create({
      data: {
        userId: ctx.userId,
        id: ctx.id(),
        name: input.name,
        type: input.type,
        currency: input.currency ?? ctx.person.currency,
        currentAmount,
        goalAmount: input.goalAmount ?? null,
        monthlyContribution: input.monthlyContribution ?? null,
        deadline: deadline === null ? null : dayToDate(deadline),
        createdAt: ctx.nowDate,
        updatedAt: ctx.nowDate,
      },
    });
    await noteValue(ctx, row.id, currentAmount, "created", ctx.today);
    return toInvestmentView(row);
  },
  trail: (investment) =>
    `${investment.name} · ${sumInWords(investment.currentAmount, investment.currency)}, investimento criado`,
  summarize: (ctx, input) => {
    const currency = input.currency ?? ctx.person.currency;
    const goal = input.goalAmount ?? null;
    return Promise.resolve({
      title: `Novo investimento: ${input.name}`,
      details: [
        { label: "Valor", value: sumInWords(input.currentAmount ?? "0", currency) },
        { label: "Tipo", value: typeInWords(input.type) },
        ...(goal === null || compare(goal, "0") === 0
          ? []
          : [{ label: "Objetivo", value: sumInWords(goal, currency) }]),
      ],
      warnings: [],
      weight: "table",
    });
  },
});

import { standingMonth } from "../finance/recurrence.ts";
import { monthInWords, sumInWords } from "../finance/words.ts";
import { write } from "../operation.ts";
import { lockLedger } from "../transactions/lock.ts";
import { INCOME_WITH_RECEIPT, fillIncomes, toIncomeView } from "./rows.ts";
import { CreateIncomeInput, IncomeView } from "./schemas.ts";
import { kindInWords } from "./words.ts";

/** Plans an income of a month. A recurring one starts a series, filled to two months ahead of today. */
export const createIncome = write({
  name: "incomes.create",
  input: CreateIncomeInput,
  output: IncomeView,
  touches: ["incomes", "finance", "dashboard"],
  async run(ctx, input) {
    await lockLedger(ctx);
    const row = await ctx.tx.income.create({
      data: {
        userId: ctx.userId,
        id: ctx.id(),
        groupId: input.recurring ? ctx.id() : null,
        name: input.name,
        kind: input.kind,
        expected: input.expected,
        currency: input.currency ?? ctx.person.currency,
        dueDay: input.dueDay ?? null,
        month: input.month,
        recurring: input.recurring,
        createdAt: ctx.nowDate,
        updatedAt: ctx.nowDate,
      },
      include: INCOME_WITH_RECEIPT,
    });
    if (input.recurring) await fillIncomes(ctx, standingMonth(ctx.today));
    return toIncomeView(row);
  },
  trail: (income) =>
    `${income.name} · ${sumInWords(income.expected, income.currency)} a receber${income.recurring ? " por mês" : ""}`,
  async summarize(ctx, input) {
    const twin = await ctx.tx.income.findFirst({
      where: {
        userId: ctx.userId,
        month: input.month,
        status: "active",
        name: { equals: input.name, mode: "insensitive" },
      },
    });
    return {
      title: `Receita esperada: ${input.name}`,
      details: [
        {
          label: "Valor",
          value: sumInWords(input.expected, input.currency ?? ctx.person.currency),
        },
        { label: "Tipo", value: kindInWords(input.kind) },
        {
          label: "Mês",
          value: input.recurring
            ? `todo mês, desde ${monthInWords(input.month, ctx.today)}`
            : monthInWords(input.month, ctx.today),
        },
        ...(input.dueDay === undefined ? [] : [{ label: "Dia", value: `dia ${input.dueDay}` }]),
      ],
      warnings: twin ? [`já existe ${twin.name} em ${monthInWords(twin.month, ctx.today)}`] : [],
      weight: "table",
    };
  },
});

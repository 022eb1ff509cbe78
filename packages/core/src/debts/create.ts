import { monthInWords, sumInWords } from "../finance/words.ts";
import { multiply } from "../money.ts";
import { write } from "../operation.ts";
import { completePlan } from "./plan.ts";
import { toDebtView } from "./rows.ts";
import { CreateDebtInput, DebtView } from "./schemas.ts";

/** Records a debt: negotiated with its installments (`debts.planRequired` without them), or open. */
export const createDebt = write({
  name: "debts.create",
  input: CreateDebtInput,
  output: DebtView,
  touches: ["debts", "finance", "dashboard"],
  async run(ctx, input) {
    const plan = input.negotiated ? completePlan(ctx, input) : {};
    const row = await ctx.tx.debt.create({
      data: {
        userId: ctx.userId,
        id: ctx.id(),
        name: input.name,
        creditor: input.creditor ?? null,
        totalAmount: input.totalAmount,
        currency: input.currency ?? ctx.person.currency,
        negotiated: input.negotiated,
        ...plan,
        notes: input.notes ?? null,
        createdAt: ctx.nowDate,
        updatedAt: ctx.nowDate,
      },
    });
    return toDebtView(row, "0.00", ctx.today);
  },
  trail: (debt) => `${debt.name} · ${sumInWords(debt.totalAmount, debt.currency)}, dívida criada`,
  summarize: async (ctx, input) => {
    const currency = input.currency ?? ctx.person.currency;
    const plan = input.negotiated ? completePlan(ctx, input) : null;
    const whole = plan === null ? null : multiply(plan.installmentAmount, plan.installments);
    return Promise.resolve({
      title: `Nova dívida: ${input.name}`,
      details: [
        { label: "Total", value: sumInWords(input.totalAmount, currency) },
        ...(plan === null || whole === null
          ? [{ label: "Acordo", value: "em aberto, sem parcelas" }]
          : [
              {
                label: "Parcelas",
                value: `${plan.installments} de ${sumInWords(plan.installmentAmount, currency)}, ao todo ${sumInWords(whole, currency)}`,
              },
              {
                label: "Vencimento",
                value: `todo dia ${plan.dueDay}, desde ${monthInWords(plan.startMonth, ctx.today)}`,
              },
            ]),
        ...(input.creditor === undefined ? [] : [{ label: "Para", value: input.creditor }]),
      ],
      warnings: [],
      weight: "heavy",
    });
  },
});

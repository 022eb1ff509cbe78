import { changeInWords, sumInWords } from "../finance/words.ts";
import { write } from "../operation.ts";
import { findInvestment, lockInvestment, setValue, toInvestmentView } from "./rows.ts";
import { InvestmentView, UpdateValueInput } from "./schemas.ts";

/** Says what an investment is worth now; the old value stays in its history. No money moves. */
export const updateInvestmentValue = write({
  name: "investments.updateValue",
  input: UpdateValueInput,
  output: InvestmentView,
  touches: ["investments", "finance", "dashboard"],
  async run(ctx, { investmentId, currentAmount }) {
    await lockInvestment(ctx, investmentId);
    return toInvestmentView(await setValue(ctx, investmentId, currentAmount, "updated", ctx.today));
  },
  trail: (investment) =>
    `${investment.name} · agora ${sumInWords(investment.currentAmount, investment.currency)}`,
  async summarize(ctx, { investmentId, currentAmount }) {
    const investment = toInvestmentView(await findInvestment(ctx, investmentId));
    const { currency } = investment;
    return {
      title: `Novo valor: ${investment.name}`,
      details: [
        {
          label: "Valor",
          value: changeInWords(
            sumInWords(investment.currentAmount, currency),
            sumInWords(currentAmount, currency),
          ),
        },
      ],
      warnings: [],
      weight: "table",
    };
  },
});

import { Removed } from "../fields.ts";
import { sumInWords } from "../finance/words.ts";
import { write } from "../operation.ts";
import { findInvestment, lockInvestment, toInvestmentView } from "./rows.ts";
import { InvestmentIdInput, InvestmentView } from "./schemas.ts";

/** Takes an investment off the list. Its row stays behind, because the transfers into it still name it. */
export const removeInvestment = write({
  name: "investments.remove",
  input: InvestmentIdInput,
  output: Removed.extend({ investment: InvestmentView }),
  touches: ["investments", "finance", "dashboard"],
  async run(ctx, { investmentId }) {
    const investment = await lockInvestment(ctx, investmentId);
    await ctx.tx.investment.update({
      where: { userId_id: { userId: ctx.userId, id: investmentId } },
      data: { deletedAt: ctx.nowDate, updatedAt: ctx.nowDate },
    });
    return { id: investmentId, investment: toInvestmentView(investment) };
  },
  trail: ({ investment }) =>
    `${investment.name} · ${sumInWords(investment.currentAmount, investment.currency)}, investimento apagado`,
  async summarize(ctx, { investmentId }) {
    const investment = toInvestmentView(await findInvestment(ctx, investmentId));
    return {
      title: `Apagar investimento: ${investment.name}`,
      details: [
        { label: "Valor", value: sumInWords(investment.currentAmount, investment.currency) },
      ],
      warnings: [],
      weight: "heavy",
    };
  },
});

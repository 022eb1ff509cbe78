import type { Ctx } from "../context.ts";
import { changeInWords, sumInWords } from "../finance/words.ts";
import { add } from "../money.ts";
import { write } from "../operation.ts";
import { dayInWords } from "../tracking/words.ts";
import { lockLedger } from "../transactions/lock.ts";
import { placePosting } from "../transactions/place.ts";
import type { Placed, Posting } from "../transactions/place.ts";
import { postPlaced } from "../transactions/post.ts";
import { findInvestment, lockInvestment, setValue, toInvestmentView } from "./rows.ts";
import type { InvestmentRow } from "./rows.ts";
import { ContributeInput, InvestmentView } from "./schemas.ts";

/**
 * Puts money from an account into an investment: a transfer in the ledger, which is nobody's spending, and a
 * new value in the history. Refuses as the ledger does (`transactions.futureDay`, `transactions.currencyMismatch`, …).
 */
export const contribute = write({
  name: "investments.contribute",
  input: ContributeInput,
  output: InvestmentView,
  touches: ["investments", "transactions", "accounts", "finance", "dashboard"],
  async run(ctx, input) {
    await lockLedger(ctx);
    const investment = await lockInvestment(ctx, input.investmentId);
    const { posting, placed } = await place(ctx, investment, input);
    await postPlaced(ctx, posting, placed);
    const value = add(investment.currentAmount.toFixed(2), placed.amount);
    return toInvestmentView(await setValue(ctx, investment.id, value, "contributed", placed.day));
  },
  async complete(ctx, input) {
    const { placed } = await place(ctx, await findInvestment(ctx, input.investmentId), input);
    return { ...input, fromAccountId: placed.account.id, day: placed.day };
  },
  trail: (investment, { amount }) =>
    `Aporte em ${investment.name} · ${sumInWords(amount, investment.currency)}`,
  async summarize(ctx, input) {
    const investment = await findInvestment(ctx, input.investmentId);
    const { placed } = await place(ctx, investment, input);
    const before = investment.currentAmount.toFixed(2);
    const { currency } = investment;
    return {
      title: `Aporte: ${investment.name}`,
      details: [
        { label: "Valor", value: sumInWords(placed.amount, currency) },
        { label: "Conta", value: placed.account.name },
        { label: "Dia", value: dayInWords(placed.day, ctx.today) },
        {
          label: "Investido",
          value: changeInWords(
            sumInWords(before, currency),
            sumInWords(add(before, placed.amount), currency),
          ),
        },
      ],
      warnings: placed.learned.account ? [`${placed.account.name}, como da última vez`] : [],
      weight: "table",
    };
  },
});

async function place(
  ctx: Ctx,
  investment: InvestmentRow,
  input: ContributeInput,
): Promise<{ posting: Posting; placed: Placed }> {
  const posting: Posting = {
    kind: "transfer",
    amount: input.amount,
    description: `Aporte em ${investment.name}`.slice(0, 255),
    accountId: input.fromAccountId,
    investmentId: investment.id,
    day: input.day,
    currency: investment.currency,
  };
  return { posting, placed: await placePosting(ctx, posting) };
}

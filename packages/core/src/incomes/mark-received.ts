import { FALLBACK, findCategory, loadCategories } from "../categories/rows.ts";
import type { Ctx } from "../context.ts";
import { fail } from "../errors.ts";
import { changeInWords, monthInWords, sumInWords } from "../finance/words.ts";
import { write } from "../operation.ts";
import { dayInWords } from "../tracking/words.ts";
import { lockLedger } from "../transactions/lock.ts";
import { placePosting } from "../transactions/place.ts";
import type { Placed, Posting } from "../transactions/place.ts";
import { postPlaced } from "../transactions/post.ts";
import { findIncome, toIncomeView } from "./rows.ts";
import type { IncomeRow } from "./rows.ts";
import { IncomeView, ReceiveIncomeInput } from "./schemas.ts";

/**
 * Says that an expected income came, and writes it into the ledger in the same act.
 *
 * Refusals: `incomes.excluded`, `incomes.alreadyReceived`, `incomes.onCard`, and those of the ledger
 * (`transactions.futureDay`, `transactions.currencyMismatch`, …).
 */
export const markIncomeReceived = write({
  name: "incomes.markReceived",
  input: ReceiveIncomeInput,
  output: IncomeView,
  touches: ["incomes", "transactions", "accounts", "finance", "dashboard"],
  async run(ctx, input) {
    await lockLedger(ctx);
    const income = await findIncome(ctx, input.incomeId);
    const { posting, placed } = await place(ctx, income, input);
    const [paid] = await postPlaced(ctx, { ...posting, incomeId: income.id }, placed);
    return IncomeView.parse({
      ...toIncomeView(income),
      status: "received",
      received: true,
      amount: paid.amount,
      receivedOn: paid.day,
      accountId: paid.accountId,
      transactionId: paid.id,
    });
  },
  async complete(ctx, input) {
    const { placed } = await place(ctx, await findIncome(ctx, input.incomeId), input);
    return {
      ...input,
      amount: placed.amount,
      accountId: placed.account.id,
      receivedOn: placed.day,
    };
  },
  trail: (income) =>
    `${income.name} marcada como recebida · ${sumInWords(income.amount ?? income.expected, income.currency)}`,
  async summarize(ctx, input) {
    const income = await findIncome(ctx, input.incomeId);
    const { placed } = await place(ctx, income, input);
    return {
      title: `Recebida: ${income.name}`,
      details: [
        {
          label: "Valor",
          value: changeInWords(
            sumInWords(income.expected.toFixed(2), income.currency),
            sumInWords(placed.amount, placed.currency),
          ),
        },
        { label: "Conta", value: placed.account.name },
        { label: "Dia", value: dayInWords(placed.day, ctx.today) },
        { label: "Mês", value: monthInWords(income.month, ctx.today) },
      ],
      warnings: placed.learned.account ? [`${placed.account.name}, como da última vez`] : [],
      weight: "table",
    };
  },
});

async function place(
  ctx: Ctx,
  income: IncomeRow,
  input: ReceiveIncomeInput,
): Promise<{ posting: Posting; placed: Placed }> {
  if (income.status === "excluded") fail("conflict", "incomes.excluded", { incomeId: income.id });
  if (income.receipts.length > 0)
    fail("conflict", "incomes.alreadyReceived", { incomeId: income.id });
  const key = income.kind === "other" ? FALLBACK.income : income.kind;
  const category = findCategory(await loadCategories(ctx), "income", key);
  const posting: Posting = {
    kind: "income",
    amount: input.amount ?? income.expected.toFixed(2),
    description: income.name,
    categoryKey: category?.key ?? FALLBACK.income,
    accountId: input.accountId,
    day: input.receivedOn,
    currency: income.currency,
  };
  const placed = await placePosting(ctx, posting);
  // An income on a card is a refund, and a refund is nobody's salary.
  if (placed.refund)
    fail("invalid", "incomes.onCard", {
      fields: { accountId: ["uma receita não cai num cartão"] },
    });
  return { posting, placed };
}

import { fail } from "../errors.ts";
import { sumInWords } from "../finance/words.ts";
import { write } from "../operation.ts";
import { lockLedger } from "../transactions/lock.ts";
import { unpostTransactions } from "../transactions/post.ts";
import { findIncome, toIncomeView } from "./rows.ts";
import { IncomeIdInput, IncomeView } from "./schemas.ts";

/** Takes a receipt back: the income is expected again and its transaction goes (`incomes.notReceived`). */
export const markIncomeNotReceived = write({
  name: "incomes.markNotReceived",
  input: IncomeIdInput,
  output: IncomeView,
  touches: ["incomes", "transactions", "accounts", "finance", "dashboard"],
  async run(ctx, { incomeId }) {
    await lockLedger(ctx);
    const income = await findIncome(ctx, incomeId);
    if (income.receipts.length === 0) fail("conflict", "incomes.notReceived", { incomeId });
    await unpostTransactions(ctx, { incomeId });
    return toIncomeView({ ...income, receipts: [] });
  },
  trail: (income) =>
    `Recebimento de ${income.name} desfeito · ${sumInWords(income.expected, income.currency)}`,
  async summarize(ctx, { incomeId }) {
    const income = toIncomeView(await findIncome(ctx, incomeId));
    return {
      title: `Desfazer recebimento: ${income.name}`,
      details: [
        { label: "Valor", value: sumInWords(income.amount ?? income.expected, income.currency) },
      ],
      warnings: [],
      weight: "heavy",
    };
  },
});

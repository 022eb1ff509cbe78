import type { Ctx } from "../context.ts";
import { fail } from "../errors.ts";
import { compare, formatMoney, money, subtract } from "../money.ts";
import { write } from "../operation.ts";
import { dayInWords } from "../tracking/words.ts";
import { lockLedger } from "../transactions/lock.ts";
import { happenedOn } from "../transactions/place.ts";
import { postTransaction } from "../transactions/post.ts";
import { cardOf, isCard, loadAccounts, openAccount } from "./rows.ts";
import type { Account, Card } from "./rows.ts";
import { PaidStatementView, PayStatementInput } from "./schemas.ts";
import type { StatementSummary } from "./schemas.ts";
import { statementNow } from "./statement.ts";
import { statementInWords } from "./words.ts";

/**
 * Pays a statement in full or in part: a transfer from an account to the card.
 *
 * Nothing left to pay is `conflict` (`accounts.statementPaid`), and so is more than what is left
 * (`accounts.paysTooMuch`): nobody's confirmation covers a number they did not see. Another card cannot pay
 * (`accounts.paidByCard`).
 */
export const payStatement = write({
  name: "accounts.payStatement",
  input: PayStatementInput,
  output: PaidStatementView,
  touches: ["accounts", "transactions", "finance", "dashboard"],
  async run(ctx, input) {
    await lockLedger(ctx);
    const { card, statement, amount } = await payment(ctx, input);
    const [transaction] = await postTransaction(ctx, {
      kind: "transfer",
      amount,
      description: statementInWords(card.name, input.month, ctx.today),
      accountId: input.fromAccountId,
      toAccountId: card.id,
      day: input.paidOn,
      settlesMonth: input.month,
    });
    const paid = await statementNow(ctx, card, statement.month);
    return { ...paid, transaction };
  },
  trail: ({ transaction }) =>
    `${transaction.description} · ${formatMoney(transaction.amount, transaction.currency)} pagos`,
  async complete(ctx, input) {
    const { amount, day } = await payment(ctx, input);
    return { ...input, amount, paidOn: day };
  },
  async summarize(ctx, input) {
    const { card, from, statement, amount, day } = await payment(ctx, input);
    const left = subtract(statement.remaining, amount);
    return {
      title: `Pagamento · ${statementInWords(card.name, input.month, ctx.today)}`,
      details: [
        { label: "Valor", value: formatMoney(amount, card.currency) },
        { label: "De", value: from.name },
        { label: "Dia", value: dayInWords(day, ctx.today) },
        { label: "Vencimento", value: dayInWords(statement.dueOn, ctx.today) },
        ...(left === "0.00"
          ? []
          : [{ label: "Fica faltando", value: formatMoney(left, card.currency) }]),
      ],
      warnings: statement.status === "open" ? ["esta fatura ainda não fechou"] : [],
      weight: "table",
    };
  },
});

type Payment = {
  card: Card;
  from: Account;
  statement: StatementSummary;
  amount: string;
  day: string;
};

async function payment(ctx: Ctx, input: PayStatementInput): Promise<Payment> {
  const day = happenedOn(ctx, input.paidOn, "paidOn");
  const accounts = await loadAccounts(ctx);
  const card = cardOf(accounts, input.accountId);
  const from = openAccount(accounts, input.fromAccountId, "fromAccountId");
  if (isCard(from)) {
    fail("invalid", "accounts.paidByCard", {
      fields: { fromAccountId: ["escolha uma conta ou carteira"] },
    });
  }
  const statement = await statementNow(ctx, card, input.month);
  if (statement.remaining === "0.00") fail("conflict", "accounts.statementPaid");
  const amount = money(input.amount ?? statement.remaining);
  if (compare(amount, statement.remaining) > 0) {
    fail("conflict", "accounts.paysTooMuch", {
      remaining: statement.remaining,
      fields: { amount: [`faltam ${formatMoney(statement.remaining, card.currency)}`] },
    });
  }
  return { card, from, statement, amount, day };
}

import { dateToInstant, localTime } from "../context.ts";
import type { Ctx } from "../context.ts";
import { dayToDate, monthOf } from "../dates.ts";
import { fail } from "../errors.ts";
import { formatMoney } from "../money.ts";
import { write } from "../operation.ts";
import type { Summary } from "../operation.ts";
import { dayInWords } from "../tracking/words.ts";
import { lockLedger } from "./lock.ts";
import { placePosting } from "./place.ts";
import type { Placed } from "./place.ts";
import { checkPlannedExpense, matchPlannedExpenses } from "./planned-link.ts";
import { postPlaced } from "./post.ts";
import { merchantOf } from "./rules.ts";
import { RecordTransactionInput, RecordedView } from "./schemas.ts";
import { partsInWords, statementMonthInWords, transactionInWords } from "./words.ts";

/**
 * Records a sum of money that moved on a day that has come: an expense, an income or a transfer.
 *
 * With installments the amount is the total of a card purchase and every part becomes a row of its own.
 * An expense links itself to its month's planned line of its category. Refuses as `placePosting` does.
 */
export const recordTransaction = write({
  name: "transactions.record",
  input: RecordTransactionInput,
  output: RecordedView,
  touches: ["transactions", "accounts", "expenses", "finance", "dashboard"],
  async run(ctx, input) {
    await lockLedger(ctx);
    const placed = await placePosting(ctx, input);
    const { plannedExpenseId, ...posting } = input;
    const planned = await plannedFor(ctx, placed, plannedExpenseId);
    const rows = await postPlaced(ctx, posting, placed, planned);
    return { ...rows[0], parts: rows.length > 1 ? rows : [] };
  },
  trail: (row) =>
    row.parts.length === 0
      ? transactionInWords(row)
      : `${row.description} · ${partsInWords(
          row.parts.map(({ amount }) => amount),
          row.currency,
        )}`,
  async complete(ctx, input) {
    const { amount, account, category, day } = await placePosting(ctx, input);
    const categoryKey = category === null ? {} : { categoryKey: category.key };
    return { ...input, amount, accountId: account.id, ...categoryKey, day };
  },
  async summarize(ctx, input): Promise<Summary> {
    const placed = await placePosting(ctx, input);
    return {
      title: titleOf(placed, input.description),
      details: detailsOf(ctx, placed),
      warnings: await twinWarning(ctx, input, placed),
      weight: "table",
    };
  },
});

/** The planned lines of an expense's months; one that the person names counts for the day of purchase. */
async function plannedFor(
  ctx: Ctx,
  { kind, category, currency, day, parts }: Placed,
  named: string | undefined,
): Promise<ReadonlyMap<string, string>> {
  if (named !== undefined) await checkPlannedExpense(ctx, named);
  if (kind !== "expense" || category === null) {
    if (named !== undefined) {
      fail("invalid", "transactions.onlyExpenses", {
        fields: { plannedExpenseId: ["só gastos pertencem a um gasto previsto"] },
      });
    }
    return new Map();
  }
  const matched = await matchPlannedExpenses(ctx, {
    months: parts.map((part) => monthOf(part.day)),
    category,
    currency,
  });
  return named === undefined ? matched : new Map(matched).set(monthOf(day), named);
}

function titleOf({ kind, refund }: Placed, description: string): string {
  if (kind === "transfer" && description !== "Transferência")
    return `Transferência · ${description}`;
  return refund ? `Estorno · ${description}` : description;
}

const LAST_TIME = " (como da última vez)";

function detailsOf(ctx: Ctx, placed: Placed): Summary["details"] {
  const { kind, account, toAccount, category, currency, parts, learned, refund } = placed;
  const statement = parts[0]?.statementMonth ?? null;
  const accountLabel = { expense: "Saiu de", income: "Entrou em", transfer: "De" }[kind];
  return [
    { label: "Valor", value: formatMoney(placed.amount, currency) },
    ...(parts.length > 1
      ? [
          {
            label: "Parcelas",
            value: partsInWords(
              parts.map(({ amount }) => amount),
              currency,
            ),
          },
        ]
      : []),
    {
      label: refund ? "Cartão" : accountLabel,
      value: `${account.name}${learned.account ? LAST_TIME : ""}`,
    },
    ...(toAccount === null ? [] : [{ label: "Para", value: toAccount.name }]),
    ...(category === null
      ? []
      : [{ label: "Categoria", value: `${category.name}${learned.category ? LAST_TIME : ""}` }]),
    { label: "Dia", value: dayInWords(placed.day, ctx.today) },
    ...(statement === null
      ? []
      : [{ label: "Fatura", value: statementMonthInWords(statement, ctx.today) }]),
  ];
}

/** Says when the same amount stands there already for the same thing that day, since a second is rarely meant. */
async function twinWarning(
  ctx: Ctx,
  { kind, description }: RecordTransactionInput,
  { amount, day }: Placed,
): Promise<string[]> {
  const twin = await ctx.tx.transaction.findFirst({
    where: {
      userId: ctx.userId,
      merchant: merchantOf(description),
      kind,
      day: dayToDate(day),
      amount,
    },
    orderBy: { createdAt: "desc" },
  });
  if (!twin) return [];
  const { wallTime } = localTime(dateToInstant(twin.createdAt), ctx.person.timezone);
  const [hour = "", minute = ""] = wallTime.slice(11).split(":");
  return [`já existe um igual, feito às ${Number(hour)}h${minute === "00" ? "" : minute}`];
}

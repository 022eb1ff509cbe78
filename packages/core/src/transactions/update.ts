import { formatMoney, sum } from "../money.ts";
import { write } from "../operation.ts";
import type { Summary } from "../operation.ts";
import { dayInWords } from "../tracking/words.ts";
import { planChange } from "./change.ts";
import type { Change } from "./change.ts";
import { isReplan, planParts, saveParts } from "./installments.ts";
import { lockLedger } from "./lock.ts";
import { RecordedView, UpdateTransactionInput } from "./schemas.ts";
import { saveRows } from "./store.ts";
import { SCOPE_WORDS, transactionInWords } from "./words.ts";

/**
 * Corrects a transaction, or of a purchase in installments the parts of a scope; what is given for it
 * becomes the next default of its description. Another number of installments plans the purchase anew.
 */
export const updateTransaction = write({
  name: "transactions.update",
  input: UpdateTransactionInput,
  output: RecordedView,
  touches: ["transactions", "accounts", "bills", "expenses", "incomes", "finance", "dashboard"],
  async run(ctx, input) {
    await lockLedger(ctx);
    const change = await planChange(ctx, input);
    const rows = await (isReplan(change.row, input)
      ? saveParts(ctx, await planParts(ctx, change, input))
      : saveRows(ctx, change.after).then(() => change.after));
    const row = rows.find(({ id }) => id === input.transactionId) ?? rows[0];
    if (row === undefined) throw new Error("a change covers its own row");
    return { ...row, parts: rows.length > 1 ? [...rows] : [] };
  },
  trail: (row) => `${transactionInWords(row)} corrigido`,
  async summarize(ctx, input): Promise<Summary> {
    const change = await planChange(ctx, input);
    const parts = isReplan(change.row, input) ? await planParts(ctx, change, input) : null;
    return {
      title: `Corrigir ${change.row.description}`,
      details: [
        ...differences(change, ctx.today),
        ...(parts === null ? [] : [{ label: "Parcelas", value: `${parts.rows.length}x` }]),
        ...(change.row.groupId === null || parts !== null
          ? []
          : [{ label: "Muda", value: SCOPE_WORDS[input.scope ?? "this"] }]),
      ],
      warnings: [],
      weight: "table",
    };
  },
});

/** Each value that changes, old and new. */
function differences({ before, after }: Change, today: string): Summary["details"] {
  const [old, next] = [before[0], after[0]];
  if (old === undefined || next === undefined) return [];
  const total = (rows: Change["after"]) =>
    formatMoney(sum(rows.map(({ amount }) => amount)), old.currency);
  const pairs: [string, string, string][] = [
    ["Descrição", old.description, next.description],
    ["Valor", total(before), total(after)],
    ["Conta", old.accountName, next.accountName],
    ["Para", old.toAccountName ?? "", next.toAccountName ?? ""],
    ["Categoria", old.categoryName ?? "", next.categoryName ?? ""],
    ["Dia", dayInWords(old.purchaseDay, today), dayInWords(next.purchaseDay, today)],
    ["Nota", old.notes ?? "nenhuma", next.notes ?? "nenhuma"],
  ];
  return pairs
    .filter(([, from, to]) => from !== to)
    .map(([label, from, to]) => ({ label, value: `${from} → ${to}` }));
}

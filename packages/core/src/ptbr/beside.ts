import type { Clause, Scene } from "./clause.ts";
import type { Reading } from "./reading.ts";
import { spendingRoom } from "./rooms/spending.ts";
import { namesSpending } from "./segments.ts";
import { oneOf } from "./words.ts";

/** "lanche 22,50 e coca 7": a thing and a price behind an expense are one more. */
export function besideExpense(c: Clause, s: Scene, before: Reading | undefined): Reading | null {
  const expense = before?.writes?.at(-1);
  if (expense?.tool !== "record_transaction" || expense.args["kind"] !== "expense") return null;
  if (c.verbHint !== undefined || c.words.length > 5) return null;
  return spendingRoom({ ...c, verbHint: { lemma: "gastar", group: "spend" } }, s);
}

/** "gastei 17 de ônibus hoje e 12 ontem": a sum and a day behind an expense are for the same thing. */
export function sameThing(
  r: Reading | null,
  c: Clause,
  before: Reading | undefined,
): Reading | null {
  const expense = before?.writes?.at(-1);
  const draft = r?.ask?.slot === "description" ? r.ask.draft : undefined;
  if (expense === undefined || draft === undefined) return null;
  if (expense.tool !== "record_transaction" || draft.tool !== expense.tool) return null;
  const plain = c.words.every((w, i) => c.covered[i] === true || oneOf("e mais , de", w));
  if (!plain || c.items.every((x) => x.type !== "day")) return null;
  const { installments: _, ...same } = expense.args;
  return { agent: "finance", writes: [{ ...expense, args: { ...same, ...draft.args } }] };
}

/** "almoço 32, café 7": a thing and its price behind another are no two cups. */
export function amongPrices(c: Clause, s: Scene, before: Reading | undefined): Reading | null {
  const price = c.items[0];
  const dear = price?.type === "number" && price.value.value >= 4 && price.from === 1;
  const bare = dear && price.to === c.tokens.length && namesSpending(c);
  return bare ? besideExpense(c, s, before) : null;
}

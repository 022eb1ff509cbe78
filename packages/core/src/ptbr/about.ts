import type { Clause, Scene } from "./clause.ts";
import { expenseCategory, incomeCategory } from "./merchants.ts";
import { wordsOf } from "./normalize.ts";
import { propose, type Reading } from "./reading.ts";
import { descriptionOf } from "./rooms/description.ts";
import { mealOf } from "./rooms/spent-things.ts";

/** "fiz uma faxina e recebi 180": a sum without a thing is about what was said right before it. */
export function aboutBefore(
  r: Reading | null,
  before: Clause | undefined,
  s: Scene,
): Reading | null {
  const draft = r?.ask?.draft;
  if (
    r?.ask?.slot !== "description" ||
    draft?.tool !== "record_transaction" ||
    before === undefined
  )
    return null;
  if (before.words.length > 6) return null;
  const meal = mealOf(before);
  const description = meal === "" ? descriptionOf(before, s).text : meal;
  if (description === "") return null;
  const words = wordsOf(description);
  const income = draft.args["kind"] === "income";
  const categoryKey = income ? incomeCategory(words) : (expenseCategory(words) ?? "other");
  return {
    agent: r.agent,
    writes: [propose(draft.tool, { ...draft.args, description, categoryKey })],
    rest: [],
  };
}

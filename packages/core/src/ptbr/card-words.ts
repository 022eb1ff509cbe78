import { type Clause, type Scene } from "./clause.ts";
import { isMerchantWord } from "./merchants.ts";
import { wordsOf } from "./normalize.ts";
import { FILLER } from "./reading.ts";
import { metricOf } from "./rooms/metric-values.ts";
import { accountNamed } from "./rooms/money-words.ts";
import type { Json, OpenAction, OpenCard } from "./types.ts";
import { verbForms } from "./verbs.ts";
import { oneOf } from "./words.ts";

const NAMES: Readonly<Record<string, string>> = {
  water: "água agua",
  sleep: "sono dormi",
  weight: "peso",
  exercise: "exercício treino",
  mood: "humor",
  energy: "energia",
};

/** Words that identify an action of a card. */
export function labelOf(a: OpenAction, s: Scene): string {
  const parts: string[] = [a.title ?? ""];
  const push = (v: Json | undefined): void => {
    if (typeof v === "string") parts.push(v);
  };
  push(a.args["description"]);
  push(a.args["name"]);
  push(a.args["title"]);
  push(a.args["content"]);
  if (typeof a.args["type"] === "string") parts.push(NAMES[a.args["type"]] ?? "");
  const named: readonly { id: string; name: string }[] = [
    ...(s.lexicon.habits ?? []),
    ...(s.lexicon.bills ?? []),
    ...(s.lexicon.debts ?? []),
    ...(s.lexicon.incomes ?? []),
    ...(s.lexicon.metrics ?? []),
    ...(s.lexicon.investments ?? []),
  ];
  for (const key of ["habitId", "billId", "debtId", "incomeId", "metricId", "investmentId"])
    parts.push(named.find((n) => n.id === a.args[key])?.name ?? "");
  return parts.join(" ");
}

/** Whether a short message without a sign of correction speaks of something that is not on the card. */
export function otherThing(c: Clause, card: OpenCard, s: Scene): boolean {
  const label = new Set(card.actions.flatMap((a) => wordsOf(labelOf(a, s))));
  const metric = metricOf(c, s);
  if (metric !== null && !card.actions.some((a) => a.args["type"] === metric.type)) return true;
  const account = new Set(accountNamed(c, s)?.at ?? []);
  return c.words.some(
    (w, i) =>
      c.tokens[i]!.kind === "word" &&
      !c.covered[i] &&
      !account.has(i) &&
      !FILLER.has(w) &&
      !label.has(w) &&
      !oneOf("manha tarde noite credito debito pix cartao dinheiro parcelas vezes", w) &&
      (isMerchantWord(w) || verbForms(w).some((f) => f.tense === "past" && f.person === 1)),
  );
}

import type { Clause } from "./clause.ts";
import type { Token } from "./normalize.ts";
import { readNumber } from "./numbers.ts";
import type { Item } from "./scan.ts";
import { NOT_PREDICATE, domainVerb } from "./standing.ts";
import { type VerbGroup, verbForms } from "./verbs.ts";
import { oneOf, wordSet } from "./words.ts";

/** Passes a leading day on to later clauses, and a predicate to clauses that have none. */
export function inherit(
  clauses: readonly Clause[],
  _items: readonly Item[],
  _tokens: readonly Token[],
): Clause[] {
  const out: Clause[] = [];
  let leading: string | undefined;
  for (const c of clauses) {
    const day = c.items.find((x) => x.type === "day");
    const period = c.items.some((x) => x.type === "clock" || x.type === "period");
    const predicate = ownPredicate(c);
    const previous = out.at(-1);
    let next: Clause = previous === undefined ? c : withUnit(c, previous);
    if (day?.type === "day" && day.from <= 1) leading = day.value.past;
    else if (day !== undefined) leading = undefined;
    if (predicate === null && previous !== undefined && !doesOther(c)) {
      const verbHint = ownPredicate(previous) ?? previous.verbHint;
      if (verbHint !== undefined && verbHint !== null) next = { ...next, verbHint };
    }
    if (day === undefined && !period) {
      const before =
        previous === undefined
          ? undefined
          : ((previous.items.find((x) => x.type === "day")?.value as { past: string } | undefined)
              ?.past ?? previous.dayHint);
      const hint = leading ?? (next.verbHint === undefined ? undefined : before);
      if (hint !== undefined) next = { ...next, dayHint: hint };
    }
    // "meditei e li ontem", "gastei 30 no mercado e 20 na padaria ontem"
    if (
      day?.type === "day" &&
      previous !== undefined &&
      previous.dayHint === undefined &&
      !previous.items.some((x) => x.type === "day") &&
      (predicate === null || previous.items.length === 0)
    ) {
      out[out.length - 1] = { ...previous, dayHint: day.value.past };
    }
    out.push(next);
  }
  return out;
}

/** "2 copos de manhã e mais 3 à tarde": a number beside nothing but a time takes the unit before it. */
function withUnit(c: Clause, previous: Clause): Clause {
  const [number, ...others] = c.items.filter((x) => x.type !== "day" && x.type !== "period");
  if (number?.type !== "number" || number.value.article || others.length > 0) return c;
  if (!c.words.every((w, i) => c.covered[i] === true || TIMES.has(w) || !/^\p{L}/u.test(w)))
    return c;
  const last = previous.items.findLast((x) => x.type === "quantity");
  if (last?.type !== "quantity" || !["volume", "duration"].includes(last.value.kind)) return c;
  const { vessel, value, kind, approx } = last.value;
  const said = readNumber(previous.tokens, last.from)?.value;
  const each = vessel?.ml ?? (said === undefined || said === 0 ? 0 : value / said);
  if (each === 0) return c;
  const n = number.value.value;
  // "1,5 L de manhã e 700 à tarde": nobody means 700 litres.
  const size = kind === "volume" && n >= 50 ? 1 : each;
  const quantity = {
    kind,
    value: n * size,
    to: number.to,
    approx: approx || number.value.approx,
    ...(vessel !== undefined && size !== 1 && { vessel: { ...vessel, count: n } }),
  };
  const items = c.items.map((x) =>
    x === number
      ? { type: "quantity" as const, value: quantity, from: number.from, to: number.to }
      : x,
  );
  return { ...c, items };
}

/** "…, matei uns 10": what was done is said, with a verb that is none of ours. */
function doesOther(c: Clause): boolean {
  return c.words.some(
    (w, i) => !c.covered[i] && w.length >= 5 && w.endsWith("ei") && verbForms(w).length === 0,
  );
}

const TIMES = wordSet(
  "de da a as na no pela mais depois foram foi manha tarde noite madrugada almoco jantar antes treino cedo e so outros outras",
);

function ownPredicate(c: Clause): { lemma: string; group: VerbGroup } | null {
  for (const [i, w] of c.words.entries()) {
    if (c.covered[i] || NOT_PREDICATE.has(w)) continue;
    // "22 no lava rápido": a name, behind its preposition.
    if (oneOf("no na do da num numa", c.words[i - 1])) continue;
    if (oneOf("acabei terminei acabamos", w) && c.words[i + 1] === "de") continue;
    const v = domainVerb(w);
    // "acabei de pagar a netflix e a internet"
    const just = c.words[i - 1] === "de" && oneOf("acabei terminei acabamos", c.words[i - 2]);
    if (v !== null && (v.finite || just)) return { lemma: v.lemma, group: v.group };
  }
  return null;
}

import type { Clause } from "./clause.ts";
import type { Token } from "./normalize.ts";
import type { Item } from "./scan.ts";
import { NOT_PREDICATE, domainVerb } from "./standing.ts";
import type { VerbGroup } from "./verbs.ts";

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
    let next: Clause = c;
    if (day?.type === "day" && day.from <= 1) leading = day.value.past;
    else if (day !== undefined) leading = undefined;
    if (predicate === null && previous !== undefined && c.items.length + c.words.length > 0) {
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

function ownPredicate(c: Clause): { lemma: string; group: VerbGroup } | null {
  for (const [i, w] of c.words.entries()) {
    if (c.covered[i] || NOT_PREDICATE.has(w)) continue;
    const v = domainVerb(w);
    if (v !== null && v.finite) return { lemma: v.lemma, group: v.group };
  }
  return null;
}

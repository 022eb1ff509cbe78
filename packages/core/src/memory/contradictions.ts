import { BONDS } from "./states/bonds.ts";
import { clausesOf } from "./states/clauses.ts";
import { HABITS_AND_TASTES } from "./states/habits-and-tastes.ts";
import { NUMBERS } from "./states/numbers.ts";
import type { State } from "./states/state.ts";
import { WORK_AND_HOME } from "./states/work-and-home.ts";

const RULES = [...WORK_AND_HOME, ...BONDS, ...NUMBERS, ...HABITS_AND_TASTES];
/** Values of one kind that may hold together: whoever divorced is single too. */
const TOGETHER = new Set(["single apart", "apart single", "single widowed", "widowed single"]);

/**
 * The states that a sentence asserts of now: what can hold only once at a time, such as home, job, marital
 * status, figures, likes. Sentences about the past, wishes and questions assert none; what is said of
 * somebody else is a state of theirs.
 */
export function statesOf(content: string): State[] {
  return clausesOf(content).flatMap(({ subject, text }) =>
    RULES.flatMap((rule) => {
      const match = rule.pattern.exec(text);
      const found = match === null ? null : rule.read(match);
      return found === null ? [] : [found].flat().map((state) => ({ ...state, subject }));
    }),
  );
}

/**
 * Tells whether two sentences cannot both hold now, by rule.
 *
 * Anything the rules do not recognise contradicts nothing: unrelated or merely newer facts stand side by side.
 */
export function contradicts(one: string, other: string): boolean {
  return statesClash(statesOf(one), statesOf(other));
}

export function statesClash(one: readonly State[], other: readonly State[]): boolean {
  return one.some((a) => other.some((b) => clash(a, b)));
}

/** Whether two sentences assert the very same state, whatever else they say. */
export function sayTheSame(one: readonly State[], other: readonly State[]): boolean {
  return one.some((a) =>
    other.some((b) => sameMatter(a, b) && a.holds === b.holds && sameValue(a.value, b.value)),
  );
}

function clash(a: State, b: State): boolean {
  if (givenUp(a, b) || givenUp(b, a)) return true;
  if (!sameMatter(a, b)) return false;
  if (a.holds !== b.holds) return a.value === "*" || b.value === "*" || sameValue(a.value, b.value);
  return a.holds && !sameValue(a.value, b.value) && !TOGETHER.has(`${a.value} ${b.value}`);
}

/** "Troquei a Unimed pela Amil" ends whatever was Unimed. */
function givenUp(a: State, b: State): boolean {
  return (
    a.kind === "given up" &&
    b.kind.startsWith("attribute ") &&
    b.holds &&
    sameValue(a.value, b.value)
  );
}

function sameMatter(a: State, b: State): boolean {
  return a.kind === b.kind && a.subject === b.subject;
}

/** One value says the other with more detail: "Recife" and "Recife na Boa Vista". */
function sameValue(a: string, b: string): boolean {
  const [few, many] = [a.split(" "), b.split(" ")].toSorted((x, y) => x.length - y.length);
  return few?.every((word) => many?.includes(word)) === true;
}

import { createHash } from "node:crypto";

import type { Ctx } from "../context.ts";
import { wordsOf } from "../ptbr/normalize.ts";
import { statesOf } from "./contradictions.ts";
import { carriedWords } from "./words.ts";

/** States so common that another sentence may well assert one without meaning what was forgotten. */
const COMMON = new Set(["employed"]);
/** Marks of what a hash is of; one without is a word's. */
const STATE = "=";
const WHOLE = "#";

/**
 * Salted hashes of the words that carry meaning, of each state that is asserted (`=`) and of the whole
 * sentence (`#`); they tell sameness and nothing else.
 */
function hashesOf(userId: string, content: string): string[] {
  const hash = (text: string): string =>
    createHash("sha256").update(`${userId}/${text}`).digest("base64url").slice(0, 16);
  const states = statesOf(content).filter(({ kind, value }) => value !== "*" && !COMMON.has(kind));
  return [
    ...[...carriedWords(content)].map(hash),
    ...states.map(
      (state) => `${STATE}${hash([state.subject, state.kind, state.value, state.holds].join("/"))}`,
    ),
    `${WHOLE}${hash(wordsOf(content).join(" "))}`,
  ];
}

/** Keeps a sentence from being learnt again; its words themselves are not kept. */
export async function neverAgain(ctx: Ctx, content: string): Promise<void> {
  await ctx.tx.forgottenItem.create({
    data: {
      userId: ctx.userId,
      id: ctx.id(),
      wordHashes: hashesOf(ctx.userId, content),
      forgottenAt: ctx.nowDate,
    },
  });
}

/**
 * Tells of any sentence whether it says again what was forgotten: the same sentence, or all the states that
 * were forgotten, or none but those; where one of the two asserts no state, two thirds of the forgotten words.
 */
export async function readForgotten(ctx: Ctx): Promise<(content: string) => boolean> {
  const rows = await ctx.tx.forgottenItem.findMany({ where: { userId: ctx.userId } });
  const all = rows.map(({ wordHashes }) => sorted(wordHashes));
  return (content) => {
    const said = sorted(hashesOf(ctx.userId, content));
    return all.some((gone) => {
      if (shareOf(gone.whole, said.whole) === 1) return true;
      if (gone.states.length === 0 || said.states.length === 0)
        return shareOf(gone.words, said.words) >= 2 / 3;
      return shareOf(gone.states, said.states) === 1 || shareOf(said.states, gone.states) === 1;
    });
  };
}

type Sorted = { words: string[]; states: string[]; whole: string[] };

function sorted(hashes: readonly string[]): Sorted {
  const marked = (mark: string): string[] => hashes.filter((hash) => hash.startsWith(mark));
  const words = hashes.filter((hash) => !hash.startsWith(STATE) && !hash.startsWith(WHOLE));
  return { words, states: marked(STATE), whole: marked(WHOLE) };
}

/** How much of `these` is among `those`; of nothing nothing is. */
function shareOf(these: readonly string[], those: readonly string[]): number {
  if (these.length === 0) return 0;
  return these.filter((one) => those.includes(one)).length / these.length;
}

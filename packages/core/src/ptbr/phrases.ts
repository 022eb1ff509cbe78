import { wordSet } from "./words.ts";

/**
 * A small language for phrases over words, so that lists stay readable: words stand apart by spaces,
 * `a|b` are alternatives, `stem*` any ending, `NAME` a class of words, `x?` may be missing, `..3` up to three
 * words of any kind, `^` and `$` the ends of the line. Matching looks at a bounded stretch behind each word,
 * so time grows with the length of the line alone.
 */
export type Phrase = readonly Slot[];
type Slot = {
  readonly words: ReadonlySet<string>;
  readonly stems: readonly string[];
  readonly optional: boolean;
  /** Up to so many words of any kind, when the slot is a gap. */
  readonly gap: number;
  readonly edge?: "start" | "end";
};
export type Classes = Readonly<Record<string, string>>;

/** What stands for a word that was taken out; nothing matches it, and no gap crosses it. */
export const TAKEN = "·";

/** Reads one phrase per line; classes are lists of words and stems themselves. */
export function phrases(lines: string, classes: Classes = {}): readonly Phrase[] {
  return lines
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => line.split(" ").map((slot) => readSlot(slot, classes)));
}

function readSlot(text: string, classes: Classes): Slot {
  const none = { words: wordSet(""), stems: [], optional: false, gap: 0 };
  if (text === "^") return { ...none, edge: "start" };
  if (text === "$") return { ...none, edge: "end" };
  if (text.startsWith("..")) return { ...none, gap: Number(text.slice(2)) };
  const optional = text.endsWith("?");
  const all = (optional ? text.slice(0, -1) : text)
    .split("|")
    .flatMap((one) => classes[one]?.split(/\s+/) ?? [one]);
  return {
    words: new Set(all.filter((one) => !one.endsWith("*"))),
    stems: all.filter((one) => one.endsWith("*")).map((one) => one.slice(0, -1)),
    optional,
    gap: 0,
  };
}

const OPEN: ReadonlySet<string> = new Set();

/** Index behind the phrase when it stands at word `at`, or −1. No gap crosses a word of `wall`. */
function phraseEnd(
  words: readonly string[],
  at: number,
  phrase: Phrase,
  slot = 0,
  wall = OPEN,
): number {
  const here = phrase[slot];
  if (here === undefined) return at;
  if (here.edge !== undefined) {
    const holds = here.edge === "start" ? at === 0 : at === words.length;
    return holds ? phraseEnd(words, at, phrase, slot + 1, wall) : -1;
  }
  if (here.gap > 0) {
    for (let k = at; k <= at + here.gap && k <= words.length; k += 1) {
      const crossed = k > at ? (words[k - 1] ?? "") : "";
      if (crossed === TAKEN || wall.has(crossed)) return -1;
      const end = phraseEnd(words, k, phrase, slot + 1, wall);
      if (end >= 0) return end;
    }
    return -1;
  }
  const word = words[at];
  if (word !== undefined && fits(here, word)) {
    const end = phraseEnd(words, at + 1, phrase, slot + 1, wall);
    if (end >= 0) return end;
  }
  return here.optional ? phraseEnd(words, at, phrase, slot + 1, wall) : -1;
}

function fits({ words, stems }: Slot, word: string): boolean {
  return words.has(word) || stems.some((stem) => word.startsWith(stem));
}

/** Whether any of the phrases stands anywhere among the words. */
export function says(words: readonly string[], list: readonly Phrase[]): boolean {
  return words.some((_, at) => list.some((phrase) => phraseEnd(words, at, phrase) >= 0));
}

/** The words with every occurrence of the phrases taken out, none of whose gaps crosses a word of `wall`. */
export function without(
  words: readonly string[],
  list: readonly Phrase[],
  wall: ReadonlySet<string> = OPEN,
): string[] {
  const left = [...words];
  words.forEach((_, at) => {
    for (const phrase of list) {
      const end = phraseEnd(words, at, phrase, 0, wall);
      for (let k = at; k < end; k += 1) left[k] = TAKEN;
    }
  });
  return left;
}

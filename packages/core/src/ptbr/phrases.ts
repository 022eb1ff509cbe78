import { wordSet } from "./words.ts";

/**
 * A small language for phrases over words, so that lists stay readable: words stand apart by spaces,
 * `a|b` are alternatives, `stem*` any ending, `NAME` a class of words, `x?` may be missing, `..3` up to three
 * words of any kind, `^` and `$` the ends of the line. Matching looks at a bounded stretch behind each word,
 * so time grows with the length of the line alone.
 */
type Phrase = readonly Slot[];
/** A list of phrases by how they begin, so that a word meets only those that it may open. */
export type Phrases = {
  readonly byWord: ReadonlyMap<string, readonly Phrase[]>;
  /** By the first letter of the stem. */
  readonly byStem: ReadonlyMap<string, readonly { stem: string; phrase: Phrase }[]>;
  /** Those that any word may open. */
  readonly open: readonly Phrase[];
};
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
export function phrases(lines: string, classes: Classes = {}): Phrases {
  const all = lines
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line): Phrase => line.split(" ").map((slot) => readSlot(slot, classes)));
  const named = all.filter(([first]) => first && !first.optional && first.gap === 0 && !first.edge);
  const starts = named.flatMap((phrase) =>
    [...(phrase[0]?.words ?? [])].map((word) => ({ word, phrase })),
  );
  const stems = named.flatMap((phrase) =>
    (phrase[0]?.stems ?? []).map((stem) => ({ stem, phrase })),
  );
  const byWord = Map.groupBy(starts, ({ word }) => word);
  return {
    byWord: new Map([...byWord].map(([word, of]) => [word, of.map(({ phrase }) => phrase)])),
    byStem: Map.groupBy(stems, ({ stem }) => stem.charAt(0)),
    open: all.filter((phrase) => !named.includes(phrase)),
  };
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
export function says(words: readonly string[], list: Phrases): boolean {
  return words.some((word, at) =>
    someAt(list, word, (phrase) => phraseEnd(words, at, phrase) >= 0),
  );
}

/** Whether any phrase that a word may open passes the test; the same one may be asked twice. */
function someAt(list: Phrases, word: string, test: (phrase: Phrase) => boolean): boolean {
  return (
    list.byWord.get(word)?.some(test) === true ||
    list.byStem
      .get(word.charAt(0))
      ?.some(({ stem, phrase }) => word.startsWith(stem) && test(phrase)) === true ||
    list.open.some(test)
  );
}

/** The words with every occurrence of the phrases taken out, none of whose gaps crosses a word of `wall`. */
export function without(
  words: readonly string[],
  list: Phrases,
  wall: ReadonlySet<string> = OPEN,
): string[] {
  const left = [...words];
  words.forEach((word, at) => {
    someAt(list, word, (phrase) => {
      const end = phraseEnd(words, at, phrase, 0, wall);
      for (let k = at; k < end; k += 1) left[k] = TAKEN;
      return false;
    });
  });
  return left;
}

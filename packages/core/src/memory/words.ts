import { wordsOf } from "../ptbr/normalize.ts";

/** The words of a sentence that carry meaning: four letters or more, without accents and case. */
export function carriedWords(sentence: string): Set<string> {
  return new Set(wordsOf(sentence).filter((word) => word.length > 3));
}

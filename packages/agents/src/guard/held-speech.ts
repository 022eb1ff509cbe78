import type { Known } from "./known.ts";
import { unsupported, wholeSentences } from "./sentences.ts";

export type HeldSpeech = {
  push(delta: string): void;
  /** Forgets everything of a failed attempt. */
  reset(): void;
  /** Whether anything was let through. */
  said(): string;
  /** Judges what is still held, with what became known meanwhile; gives the figures that nothing supports. */
  end(more: Known): string[];
};

/**
 * Lets the sentences of a model through one by one, each held until its figures are known.
 *
 * From the first sentence that does not pass on everything is held, so that nothing is said out of order.
 */
export function holdSpeech(known: Known, loose: boolean, say: (text: string) => void): HeldSpeech {
  let waiting = "";
  let spoken = "";
  let stuck = false;
  const letThrough = (text: string) => {
    spoken += text;
    say(text);
  };
  const sentencesOf = (text: string) => {
    const { whole, rest } = wholeSentences(text);
    return { whole, rest };
  };
  return {
    push(delta) {
      waiting += delta;
      if (stuck) return;
      const { whole, rest } = sentencesOf(waiting);
      for (const [index, sentence] of whole.entries()) {
        if (unsupported(sentence, known, loose).length > 0) {
          stuck = true;
          waiting = [...whole.slice(index), rest].join("");
          return;
        }
        letThrough(sentence);
      }
      waiting = rest;
    },
    reset() {
      waiting = "";
      spoken = "";
      stuck = false;
    },
    said: () => spoken,
    end(more) {
      const all = new Set([...known, ...more]);
      const { whole, rest } = sentencesOf(waiting);
      const left = [...whole, rest].filter((sentence) => sentence !== "");
      waiting = "";
      const wrong = left.flatMap((sentence) => unsupported(sentence, all, loose));
      if (wrong.length === 0) for (const sentence of left) letThrough(sentence);
      return wrong;
    },
  };
}

import { FIGURATIVE, MEANT } from "./crisis-figures.ts";
import { distressScore, tellsOfViolence } from "./crisis-model.ts";
import { OTHERS_ON_ME, OWN_WISH, THEIR_DEATH } from "./crisis-others.ts";
import { DELIBERATE, OWN_DEATH, VIOLENT } from "./crisis-phrases.ts";
import { distressWords } from "./crisis-words.ts";
import { TAKEN, says, without } from "./phrases.ts";

type Crisis = "self_harm" | "violence";

/**
 * Tells whether a line speaks of self-harm or violence, before anything else is read: by what is known to be
 * said so, else by its likeness to lines of people in need.
 */
export function crisisOf(text: string): Crisis | null {
  const known = crisisByRule(text);
  if (known !== null) return known;
  const whole = text.slice(0, 20_000);
  const sentences = whole.split(/[.!?;\n]+/);
  for (const part of sentences.length > 1 ? [whole, ...sentences] : [whole]) {
    const words = plainWords(part);
    if (distressScore(words) > 0) return tellsOfViolence(words) ? "violence" : "self_harm";
  }
  return null;
}

/** The words of a text as the judge reads them: without the figures of speech. */
export function plainWords(text: string): string[] {
  return without(distressWords(text), FIGURATIVE, MEANT).filter((word) => word !== TAKEN);
}

/**
 * The same by phrases alone. Negation does not switch it off ("não quero me matar, mas…" still names it);
 * figures of speech ("morrendo de rir") are taken out first.
 */
export function crisisByRule(text: string): Crisis | null {
  const all = distressWords(text);
  if (says(all, DELIBERATE)) return "self_harm";
  const words = without(all, FIGURATIVE, MEANT);
  if (says(words, OTHERS_ON_ME) && !says(words, OWN_WISH)) return "violence";
  if (says(words, OWN_DEATH) || says(words, THEIR_DEATH)) return "self_harm";
  return says(words, VIOLENT) ? "violence" : null;
}

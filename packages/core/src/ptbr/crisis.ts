import { FIGURATIVE } from "./crisis-figures.ts";
import {
  DELIBERATE,
  OTHERS_ON_ME,
  OWN_DEATH,
  OWN_WISH,
  THEIR_DEATH,
  VIOLENT,
} from "./crisis-phrases.ts";
import { distressWords } from "./crisis-words.ts";
import { says, without } from "./phrases.ts";

/**
 * Tells whether a line speaks of self-harm or violence, before anything else is read. Negation does not
 * switch it off ("não quero me matar, mas…" still names it); figures of speech ("morrendo de rir") are taken
 * out first.
 */
export function crisisOf(text: string): "self_harm" | "violence" | null {
  const all = distressWords(text);
  if (says(all, DELIBERATE)) return "self_harm";
  const words = without(all, FIGURATIVE);
  if (says(words, OTHERS_ON_ME) && !says(words, OWN_WISH)) return "violence";
  if (says(words, OWN_DEATH) || says(words, THEIR_DEATH)) return "self_harm";
  return says(words, VIOLENT) ? "violence" : null;
}

const COMMON = /senha|password|qwerty|asdf|12345|54321|abcde|brasil|vida|amor|mudar|teste|admin/gi;

/** Bits that one character is worth, by how many kinds of characters there are. */
const BITS = [0, 3.4, 4, 4.6, 5];

/**
 * Estimates a password from 0 (empty) to 4 (strong), for the bar under its field.
 *
 * It counts the guesses that length and variety cost once names, common words, runs and repeats are taken as one
 * character each. The server has the last word with the full dictionaries; this one is light enough to be everywhere.
 */
export function strengthOf(password: string, known: readonly string[] = []): 0 | 1 | 2 | 3 | 4 {
  if (password === "") return 0;
  let rest = password.replace(COMMON, ".");
  for (const word of known.flatMap((text) => text.split(/[\s@.]+/))) {
    if (word.length > 2)
      rest = rest.replaceAll(new RegExp(word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "gi"), ".");
  }
  rest = rest.replace(/(.)\1{2,}/g, "$1").replace(/(?:19|20)\d\d/g, ".");
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(rest)).length;
  const bits = rest.length * (BITS[kinds] ?? 0);
  if (password.length < 8 || bits < 28) return 1;
  if (bits < 40) return 2;
  return bits < 60 ? 3 : 4;
}

const LISTS = new Map<string, ReadonlySet<string>>();

/** The words of a space-separated list, split once. */
export function wordSet(list: string): ReadonlySet<string> {
  const known = LISTS.get(list);
  if (known !== undefined) return known;
  const words = new Set(list.split(/\s+/));
  LISTS.set(list, words);
  return words;
}

/** Whether a word stands in a space-separated list. */
export function oneOf(list: string, word: string | undefined): boolean {
  return word !== undefined && wordSet(list).has(word);
}

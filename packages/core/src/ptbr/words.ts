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

/** The same pure function that does not work out the same word twice; it forgets all when it knows too many. */
export function remembered<T>(of: (text: string) => T, limit = 4_000): (text: string) => T {
  const known = new Map<string, { value: T }>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found.value;
    if (known.size >= limit) known.clear();
    const value = of(text);
    known.set(text, { value });
    return value;
  };
}

const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Tells whether every word of a query begins a word of the label, accents and case aside. */
export function matches(label: string, query: string): boolean {
  const words = fold(label).split(/\s+/);
  return fold(query)
    .split(/\s+/)
    .filter((part) => part !== "")
    .every((part) => words.some((word) => word.startsWith(part)));
}

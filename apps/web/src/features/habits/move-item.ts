/** Returns the list with one item taken out at `from` and put in at `to`; a place outside is the nearest end. */
export function moveItem<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const rest = items.toSpliced(from, 1);
  const moved = items.slice(from, from + 1);
  return rest.toSpliced(Math.max(0, Math.min(rest.length, to)), 0, ...moved);
}

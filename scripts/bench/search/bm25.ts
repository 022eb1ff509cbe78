/** A text as its stems, each with how often it stands there. */
export type Stems = ReadonlyMap<string, number>;

/**
 * Ranks texts for a query as plain BM25 does (k1 = 1.2, b = 0.75, any of the words).
 *
 * Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009; with the idf that stays above zero.
 */
export function bm25(
  texts: ReadonlyMap<string, Stems>,
): (query: Iterable<string>, limit: number) => string[] {
  const postings = new Map<string, [id: string, times: number][]>();
  const lengths = new Map<string, number>();
  for (const [id, stems] of texts) {
    let length = 0;
    for (const [stem, times] of stems) {
      length += times;
      const list = postings.get(stem) ?? [];
      list.push([id, times]);
      postings.set(stem, list);
    }
    lengths.set(id, length);
  }
  const mean = [...lengths.values()].reduce((sum, one) => sum + one, 0) / texts.size;
  return (query, limit) => {
    const scores = new Map<string, number>();
    for (const stem of new Set(query)) {
      const list = postings.get(stem) ?? [];
      const idf = Math.log(1 + (texts.size - list.length + 0.5) / (list.length + 0.5));
      for (const [id, times] of list) {
        const norm = 1.2 * (0.25 + (0.75 * (lengths.get(id) ?? mean)) / mean);
        scores.set(id, (scores.get(id) ?? 0) + (idf * times * 2.2) / (times + norm));
      }
    }
    return [...scores]
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, limit)
      .map(([id]) => id);
  };
}

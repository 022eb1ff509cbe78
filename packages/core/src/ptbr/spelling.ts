/** Optimal string alignment distance, cut off above `limit`; adjacent swaps cost one. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let d = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        d = Math.min(d, before[j - 2]! + 1);
      row.push(d);
      if (d < best) best = d;
    }
    if (best > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[b.length]!;
}

const KEYS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
const PLACE = new Map<string, [row: number, column: number]>();
KEYS.forEach((row, r) => row.split("").forEach((c, i) => PLACE.set(c, [r, i + r * 0.5])));

function near(a: string, b: string): boolean {
  const [p, q] = [PLACE.get(a), PLACE.get(b)];
  return (
    p !== undefined && q !== undefined && Math.abs(p[0] - q[0]) <= 1 && Math.abs(p[1] - q[1]) <= 1.1
  );
}

/** Letter pairs that Brazilians write for each other. */
const SOUNDS = [
  "sz",
  "sc",
  "zs",
  "cs",
  "xs",
  "ck",
  "kc",
  "qk",
  "iy",
  "ei",
  "ie",
  "uo",
  "ou",
  "gj",
  "jg",
  "lu",
  "ul",
  "mn",
  "nm",
  "vb",
  "xc",
];

/** How likely a slip turned `right` into `typed`: lower is better. */
function slipCost(typed: string, right: string, distance: number): number {
  let cost = distance;
  if (typed.length === right.length && distance === 1) {
    const i = typed.split("").findIndex((c, k) => c !== right[k]);
    const [x, y] = [typed[i] ?? "", right[i] ?? ""];
    if (near(x, y) || SOUNDS.includes(x + y)) cost -= 0.3;
    else if (typed[i + 1] === right[i] && typed[i] === right[i + 1]) cost -= 0.4;
    else if ("aeiou".includes(x) !== "aeiou".includes(y)) cost += 0.2;
  } else if (typed.length < right.length) cost -= 0.25;
  else if (/(.)\1/.test(typed)) cost -= 0.2;
  if (typed[0] !== right[0]) cost += 0.6;
  if (typed.at(-1) !== right.at(-1)) cost += 0.15;
  return cost;
}

function limitFor(length: number): number {
  return length <= 3 ? 1 : length <= 7 ? 1 : 2;
}

/** A set of right words, ready for looking up slips. */
export type Dictionary = {
  readonly words: ReadonlySet<string>;
  readonly byLength: ReadonlyMap<string, readonly string[]>;
  readonly rank: ReadonlyMap<string, number>;
};

/** `rank` 0 words win over rank 1 words at the same distance. */
export function makeDictionary(
  groups: readonly (readonly [rank: number, words: Iterable<string>])[],
): Dictionary {
  const words = new Set<string>();
  const rank = new Map<string, number>();
  const byLength = new Map<string, string[]>();
  for (const [r, list] of groups) {
    for (const w of list) {
      if (words.has(w)) continue;
      words.add(w);
      rank.set(w, r);
      const shelf = `${w.length}${w[0]}`;
      const same = byLength.get(shelf) ?? [];
      same.push(w);
      byLength.set(shelf, same);
    }
  }
  return { words, byLength, rank };
}

/** Letters that people drop at the start of a word. */
function missingFirst(typed: string): string[] {
  return ["a", "e", "h", "r"].filter((c) => c !== typed[0]);
}

/** The right word for a mistyped one, or null when none is near enough or two are equally near. */
export function correct(typed: string, dictionary: Dictionary): string | null {
  if (typed.length < 3 || typed.length > 24 || dictionary.words.has(typed)) return null;
  let best: string | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let n = typed.length - 2; n <= typed.length + 2; n += 1) {
    if (n < 4) continue;
    // Words start alike, or the first letter was dropped, doubled, swapped or hit beside ("gua", "ebbi").
    const firsts =
      typed.length < 4
        ? [typed[0]!, ...missingFirst(typed)]
        : [...new Set([typed[0]!, typed[1]!, ...missingFirst(typed)])];
    for (const right of firsts.flatMap((c) => dictionary.byLength.get(`${n}${c}`) ?? [])) {
      if (right[0] !== typed[0] && right[1] !== typed[0] && right[1] !== typed[1]) continue;
      const limit = Math.min(limitFor(right.length), limitFor(typed.length));
      if (Math.abs(right.length - typed.length) > limit) continue;
      const d = editDistance(typed, right, limit);
      if (d > limit) continue;
      const cost = slipCost(typed, right, d) + 0.35 * (dictionary.rank.get(right) ?? 0);
      if (cost < bestCost) {
        best = right;
        bestCost = cost;
      }
    }
  }
  return best;
}

import { chanceOf } from "../demo/chance.ts";
import type { Chance } from "../demo/chance.ts";

/** A value per day, by days since 1970-01-01. */
export type Series = ReadonlyMap<number, number>;

export type Finding = {
  /** Spearman's ρ at the lag. */
  readonly effect: number;
  /** Days by which the second series follows the first; negative when it leads. */
  readonly lag: number;
  /** Days on which both have a value. */
  readonly n: number;
  /** Share of block permutations whose best lag is at least as strong. */
  readonly p: number;
};

/** Below this many common days nothing is looked for. */
export const LEAST_DAYS = 14;
const LAGS = [0, 1, -1, 2, -2];
/** A test ends early once so many permutations were as strong (Besag and Clifford, 1991): p is then large anyway. */
const ENOUGH = 15;
const MOST_ROUNDS = 4999;

/** Ranks from 1, ties sharing their mean rank. */
export function ranks(values: readonly number[]): number[] {
  const order = values
    .map((value, index) => ({ value, index }))
    .toSorted((a, b) => a.value - b.value);
  const ranked = values.map(() => 0);
  for (let start = 0; start < order.length;) {
    let end = start;
    while (end + 1 < order.length && order[end + 1]?.value === order[start]?.value) end += 1;
    for (let i = start; i <= end; i += 1) ranked[order[i]?.index ?? 0] = (start + end) / 2 + 1;
    start = end + 1;
  }
  return ranked;
}

/** Pearson's correlation; of ranks it is Spearman's ρ. 0 when either side does not vary. */
export function correlation(a: readonly number[], b: readonly number[]): number {
  const n = a.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < n; i += 1) {
    const [da, db] = [(a[i] ?? 0) - meanA, (b[i] ?? 0) - meanB];
    ab += da * db;
    aa += da * da;
    bb += db * db;
  }
  return aa === 0 || bb === 0 ? 0 : ab / Math.sqrt(aa * bb);
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

/** What is left of a series after its straight line over time: two things that both grow are not related by it. */
function withoutTrend(series: Series): Map<number, number> {
  const days = [...series.keys()];
  const values = [...series.values()];
  const [meanX, meanY] = [mean(days), mean(values)];
  const sxx = days.reduce((total, day) => total + (day - meanX) ** 2, 0);
  const slope =
    sxx === 0
      ? 0
      : days.reduce((total, day, i) => total + (day - meanX) * ((values[i] ?? 0) - meanY), 0) / sxx;
  return new Map(days.map((day, i) => [day, (values[i] ?? 0) - slope * (day - meanX)]));
}

type Pairs = { lag: number; a: number[]; b: number[] };

function pairsAt(a: Series, b: Series, lag: number): Pairs {
  const days = [...a.keys()].filter((day) => b.has(day + lag)).toSorted((x, y) => x - y);
  return {
    lag,
    a: ranks(days.map((day) => a.get(day) ?? 0)),
    b: ranks(days.map((day) => b.get(day + lag) ?? 0)),
  };
}

/**
 * How two daily series go together, or null with too few common days.
 *
 * Both lose their straight-line trend; ρ is taken at lags −2 to 2 and the strongest counts. Its p is the share
 * of permutations of whole blocks of √n days whose strongest lag is as strong: days are autocorrelated, so
 * single days must not be shuffled, and the choice of the lag is part of the test. Deterministic.
 */
export function relate(first: Series, second: Series): Finding | null {
  if (first.size < LEAST_DAYS || second.size < LEAST_DAYS) return null;
  const [a, b] = [withoutTrend(first), withoutTrend(second)];
  const all = LAGS.map((lag) => pairsAt(a, b, lag)).filter((pairs) => pairs.a.length >= LEAST_DAYS);
  if (all.length === 0) return null;
  const effects = all.map((pairs) => correlation(pairs.a, pairs.b));
  const best = effects.reduce(
    (top, effect, i) => (Math.abs(effect) > Math.abs(effects[top] ?? 0) + 1e-12 ? i : top),
    0,
  );
  return {
    effect: Math.round((effects[best] ?? 0) * 1000) / 1000,
    lag: all[best]?.lag ?? 0,
    n: all[best]?.a.length ?? 0,
    p: permutationP(all.map(centred), Math.abs(effects[best] ?? 0)),
  };
}

type Centred = { a: Float64Array; b: Float64Array; scale: number };

/** Ranks around their mean: under permutation only the products change. */
function centred({ a, b }: Pairs): Centred {
  const around = (values: readonly number[]): Float64Array =>
    Float64Array.from(values, (value) => value - (values.length + 1) / 2);
  const [x, y] = [around(a), around(b)];
  const size = (values: Float64Array): number =>
    Math.sqrt(values.reduce((total, value) => total + value * value, 0));
  return { a: x, b: y, scale: size(x) * size(y) };
}

function permutationP(all: readonly Centred[], observed: number): number {
  const chance = chanceOf(all[0]?.a.length ?? 1);
  let stronger = 0;
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    if (all.some((pairs) => permuted(pairs, chance) >= observed)) stronger += 1;
    if (stronger === ENOUGH) return stronger / round;
  }
  return (1 + stronger) / (1 + MOST_ROUNDS);
}

/** |ρ| after the second side's blocks of √n values were put into random order, from a random start. */
function permuted({ a, b, scale }: Centred, chance: Chance): number {
  if (scale === 0) return 0;
  const n = b.length;
  const size = Math.ceil(Math.sqrt(n));
  const blocks = Array.from({ length: Math.ceil(n / size) }, (_, i) => i);
  const shift = chance.between(0, n - 1);
  let [at, products] = [0, 0];
  for (let left = blocks.length - 1; left >= 0; left -= 1) {
    const j = chance.between(0, left);
    const block = blocks[j] ?? 0;
    blocks[j] = blocks[left] ?? 0;
    for (let i = block * size; i < Math.min(n, (block + 1) * size); i += 1) {
      products += (a[at] ?? 0) * (b[(i + shift) % n] ?? 0);
      at += 1;
    }
  }
  return Math.abs(products / scale);
}

/** Which of many p-values stand at a false-discovery rate (Benjamini and Hochberg, 1995). */
export function benjaminiHochberg(ps: readonly number[], rate = 0.05): boolean[] {
  const order = ps.map((p, index) => ({ p, index })).toSorted((a, b) => a.p - b.p);
  const last = order.findLastIndex(({ p }, i) => p <= ((i + 1) / ps.length) * rate);
  const kept = new Set(order.slice(0, last + 1).map(({ index }) => index));
  return ps.map((_, index) => kept.has(index));
}

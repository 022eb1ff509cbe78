export type Chance = {
  /** A number from `min` to `max`, rounded to `step`. */
  between(min: number, max: number, step?: number): number;
  /** Whether something of this probability happens. */
  is(probability: number): boolean;
  pick<T>(options: readonly [T, ...T[]]): T;
  /** Money from `min` to `max` with centavos. */
  money(min: number, max: number): string;
};

/** The same chances for the same seed on every machine (mulberry32, public domain, T. Ettinger). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  return {
    between: (min, max, step = 1) => Math.round((min + next() * (max - min)) / step) * step,
    is: (probability) => next() < probability,
    pick: (options) => options[Math.floor(next() * options.length)] ?? options[0],
    money: (min, max) => (min + next() * (max - min)).toFixed(2),
  };
}

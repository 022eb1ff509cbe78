import * as fc from "fast-check";
import { expect, test } from "vitest";

import { chanceOf } from "../demo/chance.ts";
import { benjaminiHochberg, correlation, ranks, relate } from "./statistics.ts";
import type { Series } from "./statistics.ts";

const noise = (seed: number, days: number): number[] => {
  const chance = chanceOf(seed);
  return Array.from({ length: days }, () => chance.between(0, 1000));
};
const series = (values: readonly number[]): Series =>
  new Map(values.map((value, day) => [20_000 + day, value]));
/** A value that remembers half of the day before. */
const sluggish = (seed: number, days: number): number[] => {
  let before = 0;
  return noise(seed, days).map((value) => (before = 0.5 * before + value));
};

test("ranks share ties and ρ is 1 for any rising function", () => {
  expect(ranks([30, 10, 10, 20])).toEqual([4, 1.5, 1.5, 3]);
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 50 }),
      (values) => {
        expect(
          correlation(ranks(values), ranks(values.map((value) => value ** 3 + 7))),
        ).toBeCloseTo(1, 9);
      },
    ),
  );
});

test("finds what goes together, with the days by which it follows", () => {
  const sleep = noise(1, 120);
  const random = noise(2, 120);
  const moodNextDay = sleep.map((_, day) => (sleep[day - 1] ?? 500) + 0.6 * (random[day] ?? 0));
  expect(relate(series(sleep), series(moodNextDay))).toMatchObject({ lag: 1 });
  expect(relate(series(sleep), series(moodNextDay))?.p).toBeLessThan(0.001);
});

test("two things that merely both grow are not related", () => {
  const growing = (seed: number) => noise(seed, 100).map((value, day) => value + day * 100);
  expect(relate(series(growing(3)), series(growing(4)))?.p).toBeGreaterThan(0.05);
});

test("too few common days say nothing", () => {
  expect(relate(series(noise(1, 13)), series(noise(1, 13)))).toBeNull();
});

test("in the numbers of a thousand random people at most one in twenty is told of a correlation", () => {
  let told = 0;
  for (let person = 0; person < 1000; person += 1) {
    const days = 28 + (person % 4) * 7;
    const all = [0, 1, 2, 3].map((i) =>
      series(i % 2 === 0 ? noise(person * 7 + i, days) : sluggish(person * 7 + i, days)),
    );
    const ps = all.flatMap((a, i) => all.slice(i + 1).flatMap((b) => relate(a, b)?.p ?? []));
    if (benjaminiHochberg(ps).some(Boolean)) told += 1;
  }
  expect(told).toBeLessThanOrEqual(50);
}, 120_000);

test("corrects for many tests as published", () => {
  expect(benjaminiHochberg([0.001, 0.008, 0.039, 0.041, 0.042, 0.06])).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(benjaminiHochberg([])).toEqual([]);
});

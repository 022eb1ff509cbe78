import { readFileSync } from "node:fs";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { crisisOf } from "./crisis.ts";
import { tokenize } from "./normalize.ts";
import { OPTIONS, PERSON } from "./person.test-data.ts";
import { editDistance } from "./spelling.ts";
import { understand } from "./understand.ts";
import { correctTokens } from "./vocabulary.ts";

type Line = { id: string; text: string; writes?: unknown[]; crisis?: string; neutral?: boolean };
const set = (name: string): Line[] => {
  const text = readFileSync(new URL(`../../../agents/eval/${name}.json`, import.meta.url), "utf8");
  const lines: unknown = JSON.parse(text);
  return Array.isArray(lines) ? lines.filter((l): l is Line => typeof l === "object") : [];
};
const everyday = set("everyday").map((c) => c.text);

describe("any text", () => {
  const words = fc.constantFrom(
    ...everyday.flatMap((t) => t.split(" ")),
    "12x",
    "R$",
    ",",
    "não",
    "e",
    "se",
    "?",
    "50",
    "de",
  );
  it("is read without throwing", { timeout: 60_000 }, () => {
    expect(() =>
      fc.assert(
        fc.property(
          fc.oneof(
            fc.string({ unit: "binary" }),
            fc.string({ unit: "grapheme" }),
            fc.array(words, { maxLength: 20 }).map((w) => w.join(" ")),
          ),
          (text) => {
            const u = understand(text, PERSON, OPTIONS);
            return u.kind.length > 0 && JSON.stringify(u).length > 0;
          },
        ),
        { numRuns: 120 },
      ),
    ).not.toThrow();
  });

  it.each([
    "\0",
    "\ud800",
    "a".repeat(10_000),
    "1".repeat(5_000),
    "1.".repeat(3_000),
    "gastei ".repeat(1_400),
    "e ".repeat(5_000),
    "não, ".repeat(2_000),
    "50 no mercado e ".repeat(600),
    "ele me ".repeat(1_400),
    "🙂".repeat(3_000),
    " ".repeat(10_000),
    "",
  ])("survives a hostile one", (text) => {
    expect(understand(text, PERSON, OPTIONS).kind).toBeTypeOf("string");
  });

  it("keeps spans into the original", () => {
    expect(() =>
      fc.assert(
        fc.property(fc.string({ unit: "grapheme" }), (text) =>
          tokenize(text).every(
            (t) =>
              t.start >= 0 &&
              t.end <= text.length &&
              t.start < t.end &&
              (t.norm === "\n" || text.slice(t.start, t.end).startsWith(t.raw)),
          ),
        ),
      ),
    ).not.toThrow();
  });

  it("makes no more tokens than characters and looks up a bounded number of words", () => {
    expect(() =>
      fc.assert(
        fc.property(
          fc.string({ maxLength: 2_000 }),
          (text) => tokenize(text).length <= text.length,
        ),
      ),
    ).not.toThrow();
  });
});

describe("spelling", () => {
  const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "");
  it("does not care about accents or case", { timeout: 60_000 }, () => {
    // "é" alone is another word than "e".
    for (const text of everyday.filter((t) => !/\bé\b/i.test(t) && !/\p{Lu}/u.test(t.slice(1)))) {
      const tools = (t: string): unknown =>
        understand(t, PERSON, OPTIONS).writes.map((w) => [
          w.tool,
          w.args["value"],
          w.args["amount"],
          w.args["day"],
        ]);
      expect(tools(plain(text))).toEqual(tools(text));
      expect(tools(text.toUpperCase().replace(/X(?=\s)/g, "x"))).toEqual(tools(text));
    }
  });

  it.each([
    "bebi",
    "gastei",
    "paguei",
    "dormi",
    "recebi",
    "comprei",
    "treinei",
    "mercado",
    "farmacia",
    "internet",
    "parcela",
    "geladeira",
    "amanha",
    "litros",
    "lembrete",
    "categoria",
  ])('finds "%s" behind most slips', (word) => {
    const slips = word
      .split("")
      .flatMap((c, i) =>
        i === 0
          ? []
          : [
              word.slice(0, i) + word.slice(i + 1),
              word.slice(0, i) + c + word.slice(i),
              ...(i + 1 < word.length && word[i + 1] !== c
                ? [word.slice(0, i) + word[i + 1] + c + word.slice(i + 2)]
                : []),
            ],
      );
    const right = slips.filter(
      (s) => correctTokens(tokenize(s), PERSON)[0]?.norm === word || s === word,
    );
    expect(right.length / slips.length).toBeGreaterThanOrEqual(0.7);
  });

  it("measures slips like the plain algorithm", () => {
    const small = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });
    expect(() =>
      fc.assert(
        fc.property(small, small, (a, b) => {
          const d = editDistance(a, b, 10);
          return (
            d === editDistance(b, a, 10) &&
            (d === 0) === (a === b) &&
            d <= Math.max(a.length, b.length)
          );
        }),
      ),
    ).not.toThrow();
  });
});

describe("time", () => {
  const units = fc.array(
    fc.constantFrom(
      "me ",
      "ele me ",
      "quero ",
      "não aguento ",
      "a",
      "1",
      "1.",
      "R$ ",
      ", ",
      "e ",
      "é",
      "12x de ",
      "gastei 50 no mercado ",
      "de sexta pra sábado ",
      "(",
      '"',
      "-",
      "às 9 ",
      "xqz ",
      "\u0301",
    ),
    { minLength: 1, maxLength: 4 },
  );
  const cost = (text: string): number =>
    Math.min(
      ...[1, 2, 3].map(() => {
        const start = performance.now();
        understand(text, PERSON, OPTIONS);
        return performance.now() - start;
      }),
    );

  it("grows no faster than the text, whatever is said over and over", { timeout: 120_000 }, () => {
    expect(() =>
      fc.assert(
        fc.property(units, (parts) => {
          const unit = parts.join("");
          const of = (length: number): string =>
            unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
          // Four times the text may take ten times as long on a busy machine; a square would take sixteen.
          return [400, 2_500].every((n) => cost(of(4 * n)) <= 10 * cost(of(n)) + 40);
        }),
        { numRuns: 10 },
      ),
    ).not.toThrow();
  });
});

describe("the sets of the repository", () => {
  const crises = ["crisis", "crisis-2", "crisis-3", "crisis-4", "crisis-5"].flatMap(set);

  it.each(["no-write", ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `unseen-${n}-nothing`)])(
    "writes nothing in %s",
    (name) => {
      const wrong = set(name)
        .filter((c) => understand(c.text, { ...PERSON, reminders: [] }, OPTIONS).writes.length > 0)
        .map((c) => c.text);
      expect(wrong).toEqual([]);
    },
  );

  it("catches every crisis line and writes nothing", () => {
    const lines = crises.filter((c) => c.crisis !== undefined);
    expect(lines.length).toBeGreaterThanOrEqual(120);
    expect(lines.filter((c) => crisisOf(c.text) !== c.crisis).map((c) => c.text)).toEqual([]);
    expect(lines.filter((c) => understand(c.text, PERSON, OPTIONS).writes.length > 0)).toEqual([]);
  });

  it("raises at most two false alarms in a hundred", () => {
    const lines = crises.filter((c) => c.neutral === true);
    const alarms = [...lines.map((c) => c.text), ...everyday].filter((t) => crisisOf(t) !== null);
    expect(alarms.length / (lines.length + everyday.length)).toBeLessThanOrEqual(0.02);
  });
});

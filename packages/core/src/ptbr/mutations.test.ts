import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { OPTIONS, PERSON } from "./person.test-data.ts";
import type { Understanding } from "./types.ts";
import { understand } from "./understand.ts";

function textsOf(names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const file = new URL(`../../../agents/eval/${name}.json`, import.meta.url);
    const cases: unknown = JSON.parse(readFileSync(file, "utf8"));
    return Array.isArray(cases) ? cases.filter(isAlone).map(({ text }) => text) : [];
  });
}
const UNSEEN = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `unseen-${n}`);
/** What is typed in other ways below: a part of each set, so that the tests stay quick. */
const lines = textsOf(["everyday", ...UNSEEN]).filter(
  (text, i) => i % 6 === 0 && understand(text, PERSON, OPTIONS).writes.length > 0,
);
const idle = textsOf(["no-write", ...UNSEEN.map((name) => `${name}-nothing`)]).filter(
  (_, i) => i % 4 === 0,
);

/** A line that needs nothing said before it. */
function isAlone(one: unknown): one is { text: string } {
  return (
    typeof one === "object" && one !== null && "text" in one && !("open" in one || "before" in one)
  );
}

const KEYS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
const neighbour = (c: string): string => {
  const row = KEYS.find((keys) => keys.includes(c)) ?? c;
  const i = row.indexOf(c);
  return row[i + 1] ?? row[i - 1] ?? c;
};

/** Changes one small word of the line, always the same one, at a letter inside it. */
function inWord(text: string, slip: (word: string, at: number) => string): string {
  const words = [...text.matchAll(/(?<!\p{L})\p{Ll}{5,}(?!\p{L})/gu)];
  const chosen = words[text.length % Math.max(1, words.length)];
  if (chosen === undefined) return text;
  const [word] = chosen;
  const at = 1 + (text.length % (word.length - 2));
  return text.slice(0, chosen.index) + slip(word, at) + text.slice(chosen.index + word.length);
}

const turn = (list: readonly string[], text: string): string => list[text.length % list.length]!;
const LEADS = [
  "oi vida, ",
  "então, ",
  "opa, ",
  "bom dia! ",
  "olha, ",
  "fala vida, ",
  "hum, ",
  "gente, ",
];
const TAILS = [
  " por favor",
  " pfv",
  " 👍",
  " viu",
  " 😊",
  " kkk",
  " obrigada",
  " vlw",
  " rs",
  " ok?",
];

const WAYS: readonly (readonly [name: string, atLeast: number, (text: string) => string])[] = [
  ["without accents", 0.99, (t) => t.normalize("NFD").replace(/\p{M}/gu, "")],
  ["with a capital and a full stop", 0.99, (t) => `${t[0]!.toUpperCase()}${t.slice(1)}.`],
  ["with an ellipsis", 0.99, (t) => `${t}...`],
  ["with a line end", 0.99, (t) => `${t}\n`],
  ["behind a greeting", 0.98, (t) => turn(LEADS, t) + t],
  ["with a courtesy", 0.97, (t) => t.replace(/[.!?]+$/u, "") + turn(TAILS, t)],
  ["with units glued on", 0.99, (t) => t.replace(/(\d) (ml|l|kg|h|min|km|reais)\b/gu, "$1$2")],
  ["with units set apart", 0.99, (t) => t.replace(/(\d)(ml|l|kg|h|min|km)\b/gu, "$1 $2")],
  ["with semicolons", 0.97, (t) => t.replaceAll(", ", "; ")],
  [
    "in chat shorthand",
    0.98,
    (t) =>
      t
        .replace(/\bhoje\b/gu, "hj")
        .replace(/\bcom\b/gu, "c")
        .replace(/\bpara\b/gu, "pra"),
  ],
  ["with the name of money changed", 0.98, (t) => t.replace(/\breais\b/gu, "conto")],
  [
    "with a letter hit beside",
    0.93,
    (t) => inWord(t, (w, i) => w.slice(0, i) + neighbour(w[i]!) + w.slice(i + 1)),
  ],
  ["with a letter doubled", 0.94, (t) => inWord(t, (w, i) => w.slice(0, i) + w[i]! + w.slice(i))],
  ["with a letter missing", 0.9, (t) => inWord(t, (w, i) => w.slice(0, i) + w.slice(i + 1))],
  [
    "with two letters swapped",
    0.94,
    (t) => inWord(t, (w, i) => w.slice(0, i) + w[i + 1]! + w[i]! + w.slice(i + 2)),
  ],
];

/** What is proposed, without what is only told in the person's own words. */
function meant(u: Understanding): string[] {
  const told = new Set(["description", "name", "title", "content", "creditor"]);
  return u.writes
    .map(({ tool, args }) =>
      JSON.stringify([tool, ...Object.entries(args).filter(([key]) => !told.has(key))]),
    )
    .toSorted();
}

const AS_TYPED = new Map(lines.map((text) => [text, read(text)]));

function read(text: string): string {
  return JSON.stringify(meant(understand(text, PERSON, OPTIONS)));
}

describe("the same said another way", () => {
  it.each(WAYS)("is understood the same %s", (_, atLeast, way) => {
    const changed = lines.filter((text) => way(text) !== text);
    const lost = changed.filter((text) => read(way(text)) !== AS_TYPED.get(text));
    const few = Math.floor((1 - atLeast) * changed.length);
    expect(lost.map(way).slice(0, Math.max(0, lost.length - few))).toEqual([]);
  });

  it("writes nothing where nothing is to be written, but for some slips in a thousand", () => {
    const wrong = WAYS.flatMap(([, , way]) => idle.map(way)).filter(
      (text) => understand(text, PERSON, OPTIONS).writes.length > 0,
    );
    expect(wrong.length / (idle.length * WAYS.length)).toBeLessThanOrEqual(0.006);
  });
});

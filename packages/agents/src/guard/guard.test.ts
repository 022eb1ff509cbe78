import { expect, test } from "vitest";

import { figuresIn } from "./figures.ts";
import { holdSpeech } from "./held-speech.ts";
import { knownFrom } from "./known.ts";
import { unsupported } from "./sentences.ts";

const values = (text: string) => figuresIn(text).map(({ value }) => value);

test.each([
  ["R$ 1.500,00 e 1.234.567,89", [1500, 1_234_567.89]],
  ["82.5 kg, ou 82,5", [82.5, 82.5]],
  ["2.000 ml", [2000]],
  ["7h30", [7, 30]],
  ["3 mil reais", [3000]],
  ["dois litros e meio", [2.5]],
  ["vinte e cinco reais", [25]],
  ["1. Beba água\n2. Durma", []],
  ["uma ideia, dois caminhos", []],
])("the figures of «%s» are read", (text, expected) => {
  expect(values(text)).toEqual(expected);
});

const known = knownFrom([
  JSON.stringify({
    id: "0190d000-0000-7000-8000-000000000999",
    sum: 2500,
    goal: 2000,
    amount: "182.40",
    average: 6.5,
    day: "2026-11-22",
    rate: 0.35,
    items: [1, 1, 1],
  }),
  "bebi 300 ml",
]);

test.each([
  "Hoje foram 2.500 ml, ou 2,5 L, de 2.000 ml.",
  "A conta de luz é R$ 182,40.",
  "Você dormiu 6h30 em 22/11/2026.",
  "São 35% e 3 registros.",
  "Você bebeu 300 ml agora.",
  "Em média, uns 6,5.",
  "Ligue para o CVV, 188, atendimento 24 horas.",
  "Que tal tentar caminhar 20 minutos?",
])("«%s» says only what is known", (sentence) => {
  expect(unsupported(sentence, known, false)).toEqual([]);
});

test.each([
  ["Hoje foram 2.600 ml.", ["2.600"]],
  ["Seu saldo é R$ 9.999,00.", ["9.999,00"]],
  ["Você dormiu nove horas.", ["nove"]],
  ["Tente economizar, você gastou 480 reais.", ["480"]],
  ["O registro 999 diz isso.", ["999"]],
  ["A conta é R$ 182,41.", ["182,41"]],
])("«%s» is held", (sentence, figures) => {
  expect(unsupported(sentence, known, false)).toEqual(figures);
});

test("talk about no data may have figures of its own, but no claims", () => {
  expect(unsupported("A torre tem 330 m de altura.", known, true)).toEqual([]);
  expect(unsupported("Você gastou 330 reais.", known, true)).toEqual(["330"]);
  expect(unsupported("4 litros de água!", known, true)).toEqual(["4"]);
});

test("sentences are said as they are whole, and nothing after one that is held", () => {
  const said: string[] = [];
  const speech = holdSpeech(known, false, (text) => void said.push(text));
  for (const piece of ["Vamos ", "ver. Foram 2.", "500 ml. Gastou 4", "80 reais. Que bom."])
    speech.push(piece);
  expect(said.join("")).toBe("Vamos ver. Foram 2.500 ml. ");
  expect(speech.end(new Set())).toEqual(["480"]);
  expect(speech.said()).toBe("Vamos ver. Foram 2.500 ml. ");
});

test("what becomes known at the end lets held sentences go in order", () => {
  const said: string[] = [];
  const speech = holdSpeech(known, false, (text) => void said.push(text));
  speech.push("Vou anotar 777 ml hoje. Confira o cartão");
  expect(said).toEqual([]);
  expect(speech.end(new Set([777]))).toEqual([]);
  expect(said.join("")).toBe("Vou anotar 777 ml hoje. Confira o cartão");
});

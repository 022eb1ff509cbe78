import { expect, test } from "vitest";

import { extractByRule } from "./extraction.ts";

const read = (text: string) =>
  extractByRule({ messages: [{ id: "a0000000-0000-4000-8000-000000000001", text }], known: [] })
    .items;

test.each([
  ["Prefiro reuniões de manhã", "preference"],
  ["eu sempre prefiro viajar de ônibus", "preference"],
  ["não gosto de coentro", "preference"],
  ["Detesto academia lotada.", "preference"],
  ["Minha filha se chama Bia", "person"],
  ["meu marido chama Otávio", "person"],
  ["sou alérgica a dipirona", "fact"],
  ["torço pro Corinthians", "fact"],
  ["não fumo", "fact"],
  ["meu irmão mora em Curitiba", "fact"],
  ["minha esposa é médica", "fact"],
])("the rules keep what lasts: %s", (text, type) => {
  expect(read(text)).toMatchObject([{ type, content: text, evidence: text }]);
});

test.each([
  "hoje prefiro ficar em casa",
  "prefiro não falar disso",
  "prefiro que seja amanhã",
  "você prefere manhã ou tarde?",
  "não gosto disso",
  "odeio ela",
  "como se chama minha filha?",
  "se eu fosse rico eu preferia Paris",
  "ela prefere chá",
  "bebi 2 copos de água",
  "me chama amanhã às 7",
  "minha filha está com febre",
  "hoje não bebo",
  "amanhã não fumo",
  "o vizinho mora em Curitiba?",
])("the rules leave what passes, asks or is nobody's: %s", (text) => {
  expect(read(text)).toEqual([]);
});

test.each([
  ["não bebo e não fumo", ["não bebo", "não fumo"]],
  ["Moro em Recife e trabalho na Vale", ["Moro em Recife", "trabalho na Vale"]],
  [
    "moro em recife, trabalho na vale e minha filha se chama Bia",
    ["moro em recife", "trabalho na vale", "minha filha se chama Bia"],
  ],
])("each fact of a sentence is kept by itself: %s", (text, facts) => {
  expect(read(text).map(({ content }) => content)).toEqual(facts);
});

test.each([
  "Trabalho na Silva e Souza",
  "Detesto coentro e cebola",
  "Moro com meus pais e minha irmã",
])("what is one fact stays one: %s", (text) => {
  expect(read(text).map(({ content }) => content)).toEqual([text]);
});

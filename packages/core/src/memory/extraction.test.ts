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
])("the rules leave what passes, asks or is nobody's: %s", (text) => {
  expect(read(text)).toEqual([]);
});

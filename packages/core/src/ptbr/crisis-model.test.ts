import { expect, test } from "vitest";

import { distressScore, featuresOf } from "./crisis-model.ts";
import { crisisOf } from "./crisis.ts";

test.each([
  "ninguém ia reparar se eu deixasse de existir amanhã de manhã",
  "fico imaginando como seria não acordar nunca mais",
  "olho pros remédios na gaveta e penso em tomar todos eles",
  "meu companheiro me arrasta pelo cabelo quando bebe",
])("a line in need that no phrase may know is heard by its likeness: %s", (text) => {
  expect(crisisOf(text)).not.toBeNull();
});

test.each([
  "gastei 50 no mercado e 20 na farmácia",
  "tomei dois comprimidos para dor de cabeça e dormi 8 horas",
  "cortei o cabelo e o bolo de aniversário do meu filho",
  "hoje acordei cansada mas o dia rendeu",
  "2 litros",
  "sim",
])("everyday lines raise no alarm, however many words they share with others: %s", (text) => {
  expect(crisisOf(text)).toBeNull();
});

test.each([
  "vi um filme e quero me matar",
  "chegou a fatura e quero me matar",
  "no trabalho só penso em suicídio",
  "depois do treino pensei em me matar",
  "eu só quero morrer depois disso tudo",
  "quero me matar aos poucos",
  "vi um filme e me deu vontade de morrer",
  "estava vendo novela e apanhei do meu marido",
  "no jogo do Brasil ele me espancou",
  "ele brinca comigo e depois me bate",
  "apanho quando ele perde no jogo",
  "meu pai disse que me mata se eu não obedecer",
  "comprei veneno de rato pra tomar",
])("no figure of speech hides what is meant beside it: %s", (text) => {
  expect(crisisOf(text)).not.toBeNull();
});

test("one sentence of a long diary entry is heard", () => {
  const day = "Acordei cedo, levei as crianças na escola e passei no mercado. Paguei 230 reais. ";
  expect(crisisOf(day.repeat(8))).toBeNull();
  expect(crisisOf(`${day.repeat(4)}Queria não acordar amanhã. ${day.repeat(4)}`)).toBe("self_harm");
});

test("one word is no line, and features are the same for the same words", () => {
  expect(distressScore(["remédio"])).toBe(Number.NEGATIVE_INFINITY);
  expect(featuresOf(["quero", "dormir"])).toEqual(featuresOf(["quero", "dormir"]));
  expect(new Set(featuresOf(["a", "a", "a"])).size).toBe(featuresOf(["a", "a", "a"]).length);
});

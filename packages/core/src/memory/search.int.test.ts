import { expect, test } from "vitest";

import { testServices, type TestPerson } from "../testing.ts";
import { addItem } from "./add.ts";
import { searchItems } from "./search.ts";
import { updateItem } from "./update.ts";

const services = await testServices();

async function knows(...contents: string[]): Promise<{ ana: TestPerson; ids: string[] }> {
  const ana = await services.person();
  const ids: string[] = [];
  for (const content of contents)
    ids.push((await ana.run(addItem, { type: "memory", content })).id);
  return { ana, ids };
}

async function found(ana: TestPerson, query: string): Promise<string[]> {
  return (await ana.run(searchItems, { query })).items.map(({ content }) => content);
}

test("a rare word says more than one that stands everywhere", async () => {
  const { ana } = await knows(
    "Falei com o Caio sobre o violino",
    ...["praia", "casa", "escola", "feira", "banco"].map((place) => `Falei com a Bia na ${place}`),
  );
  expect((await found(ana, "falei com a Bia do violino"))[0]).toBe(
    "Falei com o Caio sobre o violino",
  );
});

test("a word with a slip is found beside words that are known", async () => {
  const { ana } = await knows("O relógio está no conserto", "Comprei um caderno azul");
  expect(await found(ana, "cadreno")).toEqual(["Comprei um caderno azul"]);
  expect(await found(ana, "onde deixei o relojio")).toEqual(["O relógio está no conserto"]);
  expect(await found(ana, "helicóptero")).toEqual([]);
});

test("singular and plural find one another, the same form first", async () => {
  const { ana } = await knows(
    "As promoções da padaria são às terças",
    "A promoção do curso acabou",
  );
  expect(await found(ana, "promoção")).toEqual([
    "A promoção do curso acabou",
    "As promoções da padaria são às terças",
  ]);
});

test("words that an item no longer has do not find it", async () => {
  const { ana, ids } = await knows("A chave está com o Teobaldo");
  await ana.run(updateItem, { itemId: ids[0] ?? "", content: "A chave está com a Quitéria" });
  expect(await found(ana, "teobaldo")).toEqual([]);
  expect(await found(ana, "quiteria")).toEqual(["A chave está com a Quitéria"]);
});

test("pages follow one another without a gap", async () => {
  const { ana } = await knows("chá um", "chá dois", "chá três", "chá quatro", "chá cinco");
  const first = await ana.run(searchItems, { query: "cha", limit: 3 });
  const cursor = first.nextCursor ?? "";
  const second = await ana.run(searchItems, { query: "cha", limit: 3, cursor });
  expect(first.items).toHaveLength(3);
  expect(second.nextCursor).toBeNull();
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(5);
});

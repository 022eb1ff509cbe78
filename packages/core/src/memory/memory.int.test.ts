import { testDb } from "@vida/db/testing";
import { expect, test } from "vitest";

import { inSession } from "../operation.ts";
import { testServices } from "../testing.ts";
import { addItem } from "./add.ts";
import { forgetItem } from "./forget.ts";
import { readForgotten } from "./forgotten.ts";
import { readItemHistory, readWhy } from "./history.ts";
import { readProfile, updateMemoryProfile } from "./profile.ts";
import { searchItems } from "./search.ts";
import { updateItem, validateItem } from "./update.ts";

const services = await testServices();
const { superPool } = await testDb();

test("finds by words without accents, by stem and when misspelt, best first", async () => {
  const ana = await services.person();
  await ana.run(addItem, { type: "fact", content: "Sou alérgica a camarão", area: "health" });
  await ana.run(addItem, {
    type: "person",
    content: "O aniversário da mãe é 12 de maio",
    area: "relationships",
  });
  await ana.run(addItem, {
    type: "preference",
    content: "Prefiro reuniões de manhã",
    area: "professional",
  });
  const first = async (query: string) => (await ana.run(searchItems, { query })).items[0]?.content;
  expect(await first("camarao")).toBe("Sou alérgica a camarão");
  expect(await first("alergias")).toBe("Sou alérgica a camarão");
  expect(await first("quando é o aniversario da minha mãe?")).toBe(
    "O aniversário da mãe é 12 de maio",
  );
  expect(await first("reuniao")).toBe("Prefiro reuniões de manhã");
  expect(await first("camarrão")).toBe("Sou alérgica a camarão");
  expect((await ana.run(searchItems, { query: "100% | & !" })).items).toEqual([]);
  expect((await ana.run(searchItems, { area: "health" })).items).toHaveLength(1);
});

test("a state said anew takes the old one's place from that day, and both stay", async () => {
  const ana = await services.person();
  const old = await ana.run(addItem, {
    type: "fact",
    content: "Moro em Recife",
    validFrom: "2020-01-01",
  });
  const now = await ana.run(addItem, {
    type: "fact",
    content: "Agora moro em São Paulo",
    validFrom: "2026-11-01",
  });
  expect(now.supersedes).toEqual([old.id]);
  expect((await ana.run(searchItems, { query: "moro" })).items.map(({ id }) => id)).toEqual([
    now.id,
  ]);
  expect(
    (await ana.run(searchItems, { query: "moro", asOf: "2025-06-01" })).items.map(({ id }) => id),
  ).toEqual([old.id]);
  expect(
    (await ana.run(searchItems, { query: "moro", includeSuperseded: true })).items,
  ).toHaveLength(2);
  expect((await ana.run(readItemHistory, { itemId: old.id })).items.map(({ id }) => id)).toEqual([
    old.id,
    now.id,
  ]);
});

test("facts about others, about the past and about other things retire nothing", async () => {
  const ana = await services.person();
  await ana.run(addItem, { type: "fact", content: "Moro em Recife" });
  for (const content of [
    "Minha mãe mora em Olinda",
    "Morava em Natal",
    "Quero morar em Lisboa",
    "Trabalho no Itaú",
    "Gosto de praia",
    "Moro com dois gatos",
  ]) {
    expect((await ana.run(addItem, { type: "fact", content })).supersedes).toEqual([]);
  }
});

test("a correction and a yes make an item certain", async () => {
  const ana = await services.person();
  const item = await ana.run(addItem, {
    type: "fact",
    content: "Trabalho no Itau",
    confidence: 0.7,
  });
  expect(await ana.run(validateItem, { itemId: item.id })).toMatchObject({
    validated: true,
    confidence: 1,
  });
  expect(await ana.run(updateItem, { itemId: item.id, content: "Trabalho no Itaú" })).toMatchObject(
    { content: "Trabalho no Itaú", confidence: 1 },
  );
  expect(await ana.run(readWhy, { itemId: item.id })).toEqual({
    itemId: item.id,
    message: null,
    evidence: null,
    source: "user_input",
  });
});

test("what is forgotten is nowhere any more and is known when said again", async () => {
  const ana = await services.person();
  const secret = "Estou fazendo tratamento de fertilidade com a doutora Helena";
  const item = await ana.run(addItem, { type: "fact", content: secret });
  await ana.run(forgetItem, { itemId: item.id });
  expect((await ana.run(searchItems, { query: "fertilidade" })).items).toEqual([]);
  for (const table of ["knowledge_items", "audit_log", "actions", "forgotten_items", "events"]) {
    const { rows } = await superPool.query<{ row: string }>(
      `select to_jsonb(t)::text as row from ${table} t where user_id = $1`,
      [ana.userId],
    );
    expect(rows.filter(({ row }) => /fertilidade|Helena/i.test(row))).toEqual([]);
  }
  const again = (content: string) =>
    inSession(services, { userId: ana.userId }, async (ctx) => (await readForgotten(ctx))(content));
  expect(
    await again(
      "ela faz tratamento de fertilidade com a dra. Helena, fazendo isso há um mês, doutora ótima",
    ),
  ).toBe(true);
  expect(await again("Helena é minha vizinha")).toBe(false);
});

test("the profile keeps whose word each line is and refuses an edit of an older version", async () => {
  const ana = await services.person();
  expect(await ana.run(readProfile, {})).toMatchObject({ bio: null, goals: [], version: 0 });
  const first = await ana.run(updateMemoryProfile, {
    bio: "Professora",
    goals: ["Ler mais"],
    version: 0,
  });
  expect(first).toMatchObject({
    bio: "Professora",
    version: 1,
    goals: [{ text: "Ler mais", source: "person", at: "2026-11-22" }],
  });
  expect(await ana.refusal(updateMemoryProfile, { goals: [], version: 0 })).toBe(
    "conflict memory.profileChanged",
  );
  expect(await ana.run(updateMemoryProfile, { goals: ["Ler mais", "Correr"] })).toMatchObject({
    bio: "Professora",
    version: 2,
  });
});

test.each([
  ["Moro em Recife", "eu vivo em recife agora", true],
  ["Moro em Recife e trabalho na Vale", "moro no Recife", true],
  ["Sou alérgica a camarão", "tenho alergia a camarão", true],
  ["Meu cão é o Rex", "meu cão é o rex!", true],
  ["Moro em Recife com a Lia", "moro no Recife mesmo, viu", true],
  ["Moro em Recife", "Moro em Natal", false],
  ["Trabalho como designer na Aurora", "Trabalho como designer na Natura", false],
  ["Meu cão é o Rex", "Meu cão é o Thor", false],
])("forgetting “%s” holds for “%s”: %s", async (forgotten, said, holds) => {
  const ana = await services.person();
  const item = await ana.run(addItem, { type: "fact", content: forgotten });
  await ana.run(forgetItem, { itemId: item.id });
  const isForgotten = await inSession(services, ana, readForgotten);
  expect(isForgotten(said)).toBe(holds);
});

test("nobody else knows, corrects or forgets", async () => {
  const [ana, bia] = [await services.person(), await services.person()];
  const { id: itemId } = await ana.run(addItem, { type: "fact", content: "Moro em Recife" });
  expect((await bia.run(searchItems, { query: "Recife" })).items).toEqual([]);
  for (const operation of [updateItem, validateItem, forgetItem, readItemHistory, readWhy])
    expect(await bia.refusal(operation, { itemId })).toBe("not_found memory.notFound");
});

import { expect, test } from "vitest";

import { createConversation } from "../chat/conversations.ts";
import { say, startConversation } from "../chat/testing.ts";
import { listNotifications } from "../notifications/inbox.ts";
import { testServices } from "../testing.ts";
import { addItem } from "./add.ts";
import { consolidateMemory } from "./consolidate.ts";
import { forgetItem } from "./forget.ts";
import { readWhy } from "./history.ts";
import { searchItems } from "./search.ts";

const services = await testServices();
type Person = Awaited<ReturnType<typeof services.person>>;

async function known(person: Person, includeSuperseded = false): Promise<string[]> {
  return (await person.run(searchItems, { includeSuperseded })).items
    .map(({ content }) => content)
    .toSorted();
}

test("learns what the person said of themselves, with the sentence as evidence, once", async () => {
  const ana = await services.person();
  const conversationId = await startConversation(services, ana.userId);
  await say(
    services,
    ana.userId,
    conversationId,
    "Oi! Moro em Recife desde 2020. Será que chove hoje? Minha irmã mora em Natal.",
  );
  expect(await consolidateMemory(services, ana)).toMatchObject({ messages: 1, learnt: 1 });
  expect(await consolidateMemory(services, ana)).toMatchObject({ learnt: 0 });
  const [item] = (await ana.run(searchItems, {})).items;
  expect(item).toMatchObject({
    content: "Moro em Recife desde 2020.",
    source: "ai_inference",
    unseen: true,
    validated: false,
  });
  expect(await ana.run(readWhy, { itemId: item?.id ?? "" })).toMatchObject({
    message: { conversationId },
    evidence: "Moro em Recife desde 2020.",
  });
});

test("a newer state closes the older inference, and a validated one raises a question instead", async () => {
  const [ana, bia] = [await services.person(), await services.person()];
  for (const person of [ana, bia]) {
    const conversationId = await startConversation(services, person.userId);
    if (person === bia) await person.run(addItem, { type: "fact", content: "Moro em Recife" });
    else await say(services, person.userId, conversationId, "Moro em Recife");
    await say(services, person.userId, conversationId, "Agora moro em Salvador");
  }
  expect(await consolidateMemory(services, ana)).toMatchObject({ learnt: 2, superseded: 1 });
  expect(await known(ana)).toEqual(["Agora moro em Salvador"]);
  expect(await known(ana, true)).toEqual(["Agora moro em Salvador", "Moro em Recife"]);
  expect(await consolidateMemory(services, bia)).toMatchObject({ learnt: 0, questions: 1 });
  expect(await consolidateMemory(services, bia)).toMatchObject({ questions: 0 });
  expect(await known(bia)).toEqual(["Moro em Recife"]);
  expect((await bia.run(listNotifications, {})).items).toMatchObject([
    { kind: "question", title: "Isso mudou?" },
  ]);
});

test("what was forgotten stays forgotten through three more nights", async () => {
  const ana = await services.person();
  const conversationId = await startConversation(services, ana.userId);
  await say(services, ana.userId, conversationId, "Trabalho como designer na Padaria Aurora");
  await consolidateMemory(services, ana);
  const [item] = (await ana.run(searchItems, {})).items;
  await ana.run(forgetItem, { itemId: item?.id ?? "" });
  for (let night = 0; night < 3; night += 1) {
    await say(
      services,
      ana.userId,
      conversationId,
      "trabalho como designer na padaria aurora, sabe?",
    );
    await consolidateMemory(services, ana);
    expect(await known(ana)).toEqual([]);
  }
});

test("temporary conversations are not read", async () => {
  const ana = await services.person();
  const { id } = await ana.run(createConversation, { temporary: true });
  await say(services, ana.userId, id, "Moro em Recife");
  expect(await consolidateMemory(services, ana)).toMatchObject({ messages: 0, learnt: 0 });
});

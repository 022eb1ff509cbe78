import { expect, test } from "vitest";

import { createConversation } from "../chat/conversations.ts";
import { say, startConversation } from "../chat/testing.ts";
import { testServices } from "../testing.ts";
import { addItem } from "./add.ts";
import { consolidateMemory } from "./consolidate.ts";
import { forgetItem } from "./forget.ts";
import { readWhy } from "./history.ts";
import { markSeen, readNight, unlearn } from "./night.ts";
import { answerQuestion, listQuestions } from "./questions.ts";
import { searchItems } from "./search.ts";

const services = await testServices();
type Person = Awaited<ReturnType<typeof services.person>>;

async function known(person: Person, includeSuperseded = false): Promise<string[]> {
  return (await person.run(searchItems, { includeSuperseded })).items
    .map(({ content }) => content)
    .toSorted();
}

test("learns what the person said of themselves and of who is close, with the sentence as evidence, once", async () => {
  const ana = await services.person();
  const conversationId = await startConversation(services, ana.userId);
  await say(
    services,
    ana.userId,
    conversationId,
    "Oi! Moro em Recife desde 2020. Será que chove hoje? Minha irmã mora em Natal.",
  );
  expect(await consolidateMemory(services, ana)).toMatchObject({ messages: 1, learnt: 2 });
  expect(await consolidateMemory(services, ana)).toMatchObject({ learnt: 0 });
  const { items } = await ana.run(searchItems, {});
  expect(items.map(({ content }) => content)).toContain("Minha irmã mora em Natal.");
  const item = items.find(({ content }) => content.startsWith("Moro"));
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
  expect(await bia.run(listQuestions, {})).toMatchObject({
    items: [{ known: "Moro em Recife", claim: "Agora moro em Salvador" }],
  });
});

test("a question is answered once: changed, the same, or both", async () => {
  for (const [verdict, after] of [
    ["changed", ["Agora moro em Salvador"]],
    ["same", ["Moro em Recife"]],
    ["both", ["Agora moro em Salvador", "Moro em Recife"]],
  ] as const) {
    const [ana, bia] = [await services.person(), await services.person()];
    const conversationId = await startConversation(services, ana.userId);
    await ana.run(addItem, { type: "fact", content: "Moro em Recife" });
    await say(services, ana.userId, conversationId, "Agora moro em Salvador");
    await consolidateMemory(services, ana);
    const questionId = (await ana.run(listQuestions, {})).items[0]?.id ?? "";
    expect(await bia.refusal(answerQuestion, { questionId, verdict })).toBe(
      "not_found memory.questionNotFound",
    );
    await ana.run(answerQuestion, { questionId, verdict });
    expect(await known(ana)).toEqual(after);
    expect(await ana.refusal(answerQuestion, { questionId, verdict })).toBe(
      "conflict memory.alreadyAnswered",
    );
    await say(services, ana.userId, conversationId, "agora moro em Salvador, viu");
    expect(await consolidateMemory(services, ana)).toMatchObject({ questions: 0 });
    expect((await ana.run(listQuestions, {})).items).toEqual([]);
  }
});

test("a learnt line is taken back alone: what it replaced holds again, and it is not learnt twice", async () => {
  const [ana, bia] = [await services.person(), await services.person()];
  const conversationId = await startConversation(services, ana.userId);
  for (const text of ["Moro em Recife", "Agora moro em Salvador. Sou designer"])
    await say(services, ana.userId, conversationId, text);
  await consolidateMemory(services, ana);
  const night = await ana.run(readNight, {});
  expect(night).toMatchObject({ nights: [{ learnt: 3, superseded: 1, provider: "local" }] });
  const itemId = night.items.find(({ content }) => content.includes("Salvador"))?.id ?? "";
  expect(await bia.refusal(unlearn, { itemId })).toBe("not_found memory.notFound");
  await ana.run(unlearn, { itemId });
  expect(await known(ana)).toEqual(["Moro em Recife", "Sou designer"]);
  await say(services, ana.userId, conversationId, "Agora moro em Salvador");
  expect(await consolidateMemory(services, ana)).toMatchObject({ learnt: 0 });
  await ana.run(markSeen, {});
  expect((await ana.run(readNight, {})).items).toEqual([]);
  const mine = await ana.run(addItem, { type: "fact", content: "Prefiro chá" });
  expect(await ana.refusal(unlearn, { itemId: mine.id })).toBe("conflict memory.notLearnt");
});

test("more than one night's worth of messages is read in order, none left out", async () => {
  const ana = await services.person();
  const conversationId = await startConversation(services, ana.userId);
  await services.db.withSession(
    { userId: ana.userId, actor: "user", actionId: crypto.randomUUID() },
    (tx) => tx.$executeRaw`
      insert into messages (user_id, id, conversation_id, seq, role, text, parts, created_at)
      select ${ana.userId}::uuid, gen_random_uuid(), ${conversationId}::uuid, n, 'user', 'Oi ' || n, '[]', '2026-11-22T12:00:00Z'
        from generate_series(1, 700) n`,
  );
  expect(await consolidateMemory(services, ana)).toMatchObject({ messages: 500 });
  expect(await consolidateMemory(services, ana)).toMatchObject({ messages: 200 });
  expect(await consolidateMemory(services, ana)).toMatchObject({ messages: 0 });
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

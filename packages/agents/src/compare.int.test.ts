import { usageToday } from "@vida/core/chat/spending";
import { say, startConversation } from "@vida/core/chat/testing";
import { newId } from "@vida/core/context";
import { undoAction } from "@vida/core/dashboard/undo";
import { addItem } from "@vida/core/memory/add";
import { compareItem } from "@vida/core/memory/compare";
import { consolidateMemory } from "@vida/core/memory/consolidate";
import { answerQuestion, listQuestions } from "@vida/core/memory/questions";
import { searchItems } from "@vida/core/memory/search";
import { testServices } from "@vida/core/testing";
import { testDb } from "@vida/db/testing";
import { afterEach, expect, test } from "vitest";

import { judgeOf } from "./compare.ts";
import { says, startGemini } from "./testing/gemini-server.ts";
import type { Turn } from "./testing/gemini-server.ts";

const services = await testServices();
const { superPool } = await testDb();
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

const PICANHA = "Adoro um churrasco de picanha no domingo";
const VEGETARIAN = "Virei vegetariano de vez";

const points = (...numbers: number[]): Turn => says(JSON.stringify({ contradicted: numbers }));

async function setUp(turns: Turn[], cloud: "agreed" | "local" = "agreed") {
  const gemini = await startGemini(turns);
  open.push(gemini);
  const person = await services.person();
  await superPool.query("update users set preferences = $2 where id = $1", [
    person.userId,
    JSON.stringify({ model: { cloud } }),
  ]);
  const judge = judgeOf(
    { provider: "google", apiKey: "k", baseUrl: gemini.url, agentModel: "m", triageModel: "t" },
    { timeoutMs: 500, backoffMs: [1, 1] },
  );
  return {
    gemini,
    person,
    add: async (content: string) => (await person.run(addItem, { type: "fact", content })).id,
    compare: (itemId: string, dailyCostLimit?: number) =>
      compareItem(services, { userId: person.userId, itemId }, { judge, dailyCostLimit }),
    known: async () => (await person.run(searchItems, {})).items.map(({ content }) => content),
    waiting: async () =>
      (
        await superPool.query<{ payload: { itemId: string } }>(
          `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
            where t.identifier = 'memory.compare' and j.payload ->> 'userId' = $1`,
          [person.userId],
        )
      ).rows.map(({ payload }) => payload.itemId),
  };
}

test("what is added by form waits for the model's verdict only where the person agreed to it", async () => {
  const agreed = await setUp([]);
  const id = await agreed.add(VEGETARIAN);
  expect(await agreed.waiting()).toEqual([id]);
  const own = await setUp([], "local");
  await own.add(VEGETARIAN);
  expect(await own.waiting()).toEqual([]);
  expect(await own.compare(id)).toMatchObject({ compared: 0 });
  expect(own.gemini.seen).toEqual([]);
});

test("a contradiction that only the model sees becomes a question, once, and nothing is overruled", async () => {
  const { add, compare, known, person, gemini } = await setUp([points(0, 7), points(0)]);
  await add(PICANHA);
  const id = await add(VEGETARIAN);
  expect(await compare(id)).toMatchObject({ compared: 1, superseded: 0, questions: 1 });
  expect(await compare(id)).toMatchObject({ questions: 0 });
  expect(JSON.stringify(gemini.seen[0]?.body)).toContain(PICANHA);
  expect(await known()).toEqual([VEGETARIAN, PICANHA]);
  const { items } = await person.run(listQuestions, {});
  expect(items).toMatchObject([{ known: PICANHA, claim: VEGETARIAN }]);
});

test.each([
  ["changed", [VEGETARIAN]],
  ["both", [VEGETARIAN, PICANHA]],
  ["same", [PICANHA]],
] as const)("the answer %s leaves each sentence once or not at all", async (verdict, left) => {
  const { add, compare, known, person } = await setUp([points(0)]);
  await add(PICANHA);
  await compare(await add(VEGETARIAN));
  const { items } = await person.run(listQuestions, {});
  await person.run(answerQuestion, { questionId: items[0]?.id ?? "", verdict });
  expect(await known()).toEqual(left);
  expect((await person.run(listQuestions, {})).items).toEqual([]);
});

test("what was only inferred gives way to the person's own word", async () => {
  const { add, compare, known, person } = await setUp([points(0)]);
  const conversationId = await startConversation(services, person.userId);
  await say(services, person.userId, conversationId, "Adoro picanha");
  await consolidateMemory(services, { userId: person.userId });
  expect(await known()).toEqual(["Adoro picanha"]);
  expect(await compare(await add(VEGETARIAN))).toMatchObject({ superseded: 1, questions: 0 });
  expect(await known()).toEqual([VEGETARIAN]);
  const all = await person.run(searchItems, { includeSuperseded: true });
  expect(all.items).toHaveLength(2);
});

test("undoing what was added takes its question along", async () => {
  const { add, compare, person } = await setUp([points(0)]);
  await add(PICANHA);
  const actionId = newId();
  const added = await person.run(addItem, { type: "fact", content: VEGETARIAN }, actionId);
  await compare(added.id);
  expect((await person.run(listQuestions, {})).items).toHaveLength(1);
  await person.run(undoAction, { actionId });
  expect((await person.run(listQuestions, {})).items).toEqual([]);
});

test("a dead key changes nothing and says why", async () => {
  const error = { message: "x", details: [{ reason: "API_KEY_INVALID" }] };
  const { add, compare, known } = await setUp([{ do: "status", status: 400, error }]);
  await add(PICANHA);
  expect(await compare(await add(VEGETARIAN))).toMatchObject({
    failure: "model.key",
    questions: 0,
  });
  expect(await known()).toEqual([VEGETARIAN, PICANHA]);
});

test.each<[string, Turn[]]>([
  ["silent", [{ do: "hang" }, { do: "hang" }, { do: "hang" }]],
  ["talking nonsense", [says("Claro!")]],
])("a model that is %s changes nothing and is asked again by the queue", async (_, turns) => {
  const { add, compare, known } = await setUp(turns);
  await add(PICANHA);
  const asked = compare(await add(VEGETARIAN));
  await expect(asked).rejects.toMatchObject({ code: "unavailable" });
  expect(await known()).toEqual([VEGETARIAN, PICANHA]);
});

test("its cost counts for the day, and a spent day asks nobody", async () => {
  const { add, compare, gemini, person } = await setUp([points()]);
  await add(PICANHA);
  const { costUsd } = await compare(await add(VEGETARIAN));
  expect(costUsd).toBeGreaterThan(0);
  await superPool.query(
    `insert into job_runs (id, user_id, name, key, status, result, started_at)
     values (gen_random_uuid(), $1, 'memory.compare', 'x', 'done', $2, $3)`,
    [person.userId, JSON.stringify({ costUsd }), new Date(services.clock().epochMilliseconds)],
  );
  expect((await person.run(usageToday, {})).costUsd).toBeCloseTo(costUsd);
  expect(await compare(await add("Troquei de time"), costUsd)).toMatchObject({ compared: 0 });
  expect(gemini.seen).toHaveLength(1);
});

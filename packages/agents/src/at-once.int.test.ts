import { sendingMessage } from "@vida/core/chat/send";
import { allowRule, listRules } from "@vida/core/chat/standing-rules";
import { newId } from "@vida/core/context";
import { testServices } from "@vida/core/testing";
import { listEntries } from "@vida/core/tracking/list";
import { testDb } from "@vida/db/testing";
import { expect, test } from "vitest";

import { playingAtOnce } from "./at-once.ts";
import { cloudOf } from "./models.ts";
import { confirm, testChat } from "./testing/runs.ts";

const services = await testServices();
const { superPool } = await testDb();
const cloud = cloudOf({
  provider: "google",
  apiKey: "k",
  baseUrl: "http://127.0.0.1:9",
  agentModel: "a",
  triageModel: "t",
});

async function chatAtOnce(play = playingAtOnce({ services, cloud })) {
  const chat = await testChat(services);
  const { conversationId, person, userId } = chat;
  const operation = sendingMessage(play);
  const send = (content: string, messageId = newId()) =>
    person.run(operation, { conversationId, messageId, content });
  const runs = async () => {
    const { rows } = await superPool.query<{ id: string; status: string; attempts: number }>(
      "select id, status, attempts from runs where user_id = $1 order by seq",
      [userId],
    );
    return rows;
  };
  const jobs = async (): Promise<number> => {
    const { rowCount } = await superPool.query(
      "select 1 from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'chat.run' and j.payload ->> 'conversationId' = $1",
      [conversationId],
    );
    return rowCount ?? 0;
  };
  const entries = async () =>
    (await person.run(listEntries, {})).items.map(({ type, value }) => `${type} ${value}`);
  return { ...chat, send, runs, jobs, entries };
}

test("a record's card stands with its message, without a job, and is told in the order of the contract", async () => {
  const chat = await chatAtOnce();
  await chat.send("Registra 2L de água hoje");
  expect(await chat.jobs()).toBe(0);
  expect(await chat.runs()).toMatchObject([{ status: "waiting", attempts: 1 }]);
  const [card] = await chat.cards();
  expect(card?.actions).toMatchObject([
    { tool: "record_metric", title: "Água", args: { type: "water", value: 2000, unit: "ml" } },
  ]);
  expect(await chat.entries()).toEqual([]);
  const ids = card?.actions.map(({ actionId }) => actionId) ?? [];
  await chat.decide(card?.confirmationId ?? "", ids.map(confirm));
  expect(await chat.entries()).toEqual(["water 2000"]);
  expect((await chat.story()).join(" ")).toBe(
    "message_saved title run_started routed confirmation_required message_saved run_finished " +
      "confirmation_resolved run_started tool_call tool_result changed text_delta message_saved run_finished",
  );
  expect(chat.bugs).toEqual([]);
});

test("what the worker would have stored of a message is what is stored at once", async () => {
  const text = "bebi 500 ml de água, dormi 7h e gastei 50 no mercado";
  const [quick, slow] = [
    await chatAtOnce(),
    await chatAtOnce({ ...playingAtOnce({ services }), reading: () => null }),
  ];
  await quick.send(text);
  await slow.send(text);
  await slow.work();
  const shown = async ({ messages }: typeof quick) =>
    JSON.parse(
      JSON.stringify(await messages()).replaceAll(
        /"[\da-f]{8}-[\da-f-]{27}"|"20\d\d-[^"]+Z"/g,
        '""',
      ),
    ) as unknown;
  expect(await shown(quick)).toEqual(await shown(slow));
  expect(await quick.story()).toEqual(await slow.story());
});

test.each([
  ["a question", "quanta água bebi hoje?"],
  ["talk", "bom dia"],
  ["a record with a question", "bebi 300 ml de água. quanto já bebi hoje?"],
  ["what names nothing that exists", "paguei a conta de gás"],
])("%s is left to the queue with nothing stored but its message", async (_, text) => {
  const chat = await chatAtOnce();
  await chat.send(text);
  expect(await chat.jobs()).toBe(1);
  expect(await chat.runs()).toMatchObject([{ status: "queued", attempts: 0 }]);
  expect((await chat.story()).join(" ")).toBe("message_saved title");
  await chat.work();
  expect((await chat.messages()).at(-1)?.role).toBe("assistant");
});

test("a person whose words may go to a cloud is answered by the queue", async () => {
  const chat = await chatAtOnce();
  await chat.agree();
  await chat.send("bebi 300 ml de água");
  expect(await chat.runs()).toMatchObject([{ status: "queued" }]);
});

test("a verdict in words is left to the queue, and a correction replaces the card at once", async () => {
  const chat = await chatAtOnce();
  await chat.send("bebi 2 litros de água");
  await chat.send("na verdade foram 3 litros");
  const cards = await chat.cards();
  expect(cards.map(({ actions }) => actions[0]?.args["value"])).toEqual([2000, 3000]);
  await chat.send("sim");
  expect(await chat.jobs()).toBe(1);
  await chat.work();
  expect(await chat.entries()).toEqual(["water 3000"]);
});

test("a message sent again is the same message with the same card", async () => {
  const chat = await chatAtOnce();
  const messageId = newId();
  const first = await chat.send("bebi 300 ml de água", messageId);
  expect(await chat.send("bebi 300 ml de água", messageId)).toEqual(first);
  expect(await chat.cards()).toHaveLength(1);
  expect(await chat.jobs()).toBe(0);
});

test("a record behind a question that waits has its turn after it, however close they come", async () => {
  for (let round = 0; round < 10; round += 1) {
    const chat = await chatAtOnce();
    await Promise.all([chat.send("quanta água bebi hoje?"), chat.send("bebi 300 ml de água")]);
    const [first, second] = await chat.runs();
    // Behind the question it waits; before it, its card stands.
    if (second?.status === "waiting") throw new Error("a card stood before the question's turn");
    expect(["queued", "waiting"]).toContain(first?.status);
    await chat.work();
    expect((await chat.runs()).map(({ status }) => status).toSorted()).toEqual([
      "completed",
      "waiting",
    ]);
  }
});

test("what a standing rule covers is decided with its message and recorded by the queue", async () => {
  const chat = await chatAtOnce();
  for (const value of [100, 200, 300]) {
    await chat.send(`bebi ${value} ml de água`);
    const card = (await chat.cards()).at(-1);
    const ids = card?.actions.map(({ actionId }) => actionId) ?? [];
    await chat.decide(card?.confirmationId ?? "", ids.map(confirm));
  }
  const { offers } = await chat.person.run(listRules, {});
  await chat.person.run(allowRule, { actionId: offers[0]?.actionId ?? "" });
  await chat.send("bebi 400 ml de água");
  await chat.work();
  expect((await chat.entries()).toSorted()).toEqual([
    "water 100",
    "water 200",
    "water 300",
    "water 400",
  ]);
});

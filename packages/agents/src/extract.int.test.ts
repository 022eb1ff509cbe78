import { say, startConversation } from "@vida/core/chat/testing";
import { addItem } from "@vida/core/memory/add";
import { consolidateMemory } from "@vida/core/memory/consolidate";
import { forgetItem } from "@vida/core/memory/forget";
import { readNight } from "@vida/core/memory/night";
import { readProfile, updateMemoryProfile } from "@vida/core/memory/profile";
import { listQuestions } from "@vida/core/memory/questions";
import { searchItems } from "@vida/core/memory/search";
import { testServices } from "@vida/core/testing";
import { testDb } from "@vida/db/testing";
import { afterEach, expect, test } from "vitest";

import { extractorOf } from "./extract.ts";
import { frame, says, startGemini } from "./testing/gemini-server.ts";
import type { Turn } from "./testing/gemini-server.ts";

const services = await testServices();
const { superPool } = await testDb();
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

const SAID = "Hoje foi puxado. Moro em Recife com a Lia e quero aprender francês até dezembro";

type Item = { content: string; evidence: string; replaces?: number[]; message?: number };

function answers(items: Item[], profile: object[] = []): Turn {
  const full = items.map((item) => ({
    type: "fact",
    area: null,
    confidence: 0.95,
    message: 0,
    replaces: [],
    ...item,
  }));
  return says(JSON.stringify({ items: full, profile }));
}

async function setUp(turns: Turn[], cloud: "agreed" | "local" = "agreed") {
  const gemini = await startGemini(turns);
  open.push(gemini);
  const person = await services.person();
  await superPool.query("update users set preferences = $2 where id = $1", [
    person.userId,
    JSON.stringify({ model: { cloud } }),
  ]);
  const conversationId = await startConversation(services, person.userId);
  const extract = extractorOf(
    { provider: "google", apiKey: "k", baseUrl: gemini.url, agentModel: "m", triageModel: "t" },
    { timeoutMs: 500, backoffMs: [1, 1] },
  );
  return {
    gemini,
    person,
    say: (text: string) => say(services, person.userId, conversationId, text),
    night: (day?: string, more: { dailyCostLimit?: number } = {}) =>
      consolidateMemory(
        services,
        { userId: person.userId, ...(day === undefined ? {} : { day }) },
        { extract, ...more },
      ),
    known: async () => (await person.run(searchItems, {})).items.map(({ content }) => content),
  };
}

const french = {
  list: "goals",
  text: "Aprender francês até dezembro",
  message: 0,
  evidence: "aprender francês até dezembro",
};

test("Gemini's reading is stored once, unseen, with its cost, and told as what was learnt", async () => {
  const {
    gemini,
    person,
    say: tell,
    night,
  } = await setUp([
    answers(
      [{ content: "Mora em Recife com a Lia", evidence: "Moro em Recife com a Lia" }],
      [french],
    ),
  ]);
  await tell(SAID);
  const first = await night("2026-11-22");
  expect(first).toMatchObject({
    read: true,
    learnt: 1,
    lines: 1,
    provider: "google",
    inputTokens: 100,
  });
  expect(first.costUsd).toBeGreaterThan(0);
  expect(await night("2026-11-22")).toMatchObject({ read: false });
  expect(gemini.seen).toHaveLength(1);
  expect(JSON.stringify(gemini.seen[0]?.body)).toContain("responseSchema");
  expect(await person.run(readNight, {})).toMatchObject({
    items: [{ content: "Mora em Recife com a Lia", unseen: true, validated: false }],
    lines: [{ list: "goals", text: french.text }],
    nights: [{ day: "2026-11-22", learnt: 1, lines: 1, provider: "google" }],
  });
});

test("what no message says is not stored, and broken lines spoil no others", async () => {
  const {
    say: tell,
    night,
    known,
  } = await setUp([
    answers([
      { content: "Mora em Recife", evidence: "Moro em Recife" },
      { content: "É diabética", evidence: "sou diabética" },
      { content: "Tem um barco", evidence: "Moro em Recife", message: 7 },
      { content: "x".repeat(900), evidence: "Moro em Recife" },
    ]),
  ]);
  await tell(SAID);
  expect(await night()).toMatchObject({ learnt: 1 });
  expect(await known()).toEqual(["Mora em Recife"]);
});

test("a validated fact raises a question, an inference gives way, an unknown number changes nothing", async () => {
  const {
    person,
    say: tell,
    night,
    known,
  } = await setUp([
    answers([{ content: "Mora em Recife", evidence: "Moro em Recife", replaces: [0, 99] }]),
  ]);
  await person.run(addItem, { type: "fact", content: "Minha casa fica em Natal" });
  await tell(SAID);
  expect(await night()).toMatchObject({ learnt: 0, questions: 1 });
  expect(await known()).toEqual(["Minha casa fica em Natal"]);
  expect(await person.run(listQuestions, {})).toMatchObject({
    items: [{ known: "Minha casa fica em Natal", claim: "Mora em Recife" }],
  });
});

test("what was forgotten never returns through three nights of Gemini, nor a line struck from the profile", async () => {
  const again = answers(
    [{ content: "Mora em Recife com a Lia", evidence: "Moro em Recife com a Lia" }],
    [french],
  );
  const { person, say: tell, night, known } = await setUp([again, again, again, again]);
  await tell(SAID);
  await night();
  const [item] = (await person.run(searchItems, {})).items;
  await person.run(forgetItem, { itemId: item?.id ?? "" });
  await person.run(updateMemoryProfile, { goals: [] });
  for (let turn = 0; turn < 3; turn += 1) {
    await tell(SAID);
    expect(await night()).toMatchObject({ read: true, learnt: 0, lines: 0, provider: "google" });
    expect(await known()).toEqual([]);
    expect((await person.run(readProfile, {})).goals).toEqual([]);
  }
});

test("nothing goes to Gemini without consent or beyond the day's limit: the rules read", async () => {
  const refused = await setUp([], "local");
  await refused.say("Moro em Recife");
  expect(await refused.night()).toMatchObject({ provider: "local", learnt: 1, costUsd: 0 });
  expect(refused.gemini.seen).toEqual([]);
  const spent = await setUp([]);
  await spent.say("Moro em Recife");
  expect(await spent.night(undefined, { dailyCostLimit: 0 })).toMatchObject({ provider: "local" });
  expect(spent.gemini.seen).toEqual([]);
});

const deadKey: Turn = {
  do: "status",
  status: 400,
  error: { message: "API key not valid", details: [{ reason: "API_KEY_INVALID" }] },
};
const quota: Turn = {
  do: "status",
  status: 429,
  error: { message: "q", details: [{ violations: [{ quotaId: "PerDay" }] }] },
};

test.each([
  ["a dead key", deadKey, "model.key"],
  ["a spent quota", quota, "model.quota"],
])("%s lets the rules read and says why", async (_, turn, failure) => {
  const { say: tell, night, known } = await setUp([turn]);
  await tell("Moro em Recife");
  expect(await night()).toMatchObject({ provider: "local", failure, learnt: 1 });
  expect(await known()).toEqual(["Moro em Recife"]);
});

/** As often as a call is tried. */
const thrice = (turn: Turn): Turn[] => [turn, turn, turn];

test.each<[string, Turn[], string]>([
  ["overloaded", thrice({ do: "status", status: 503 }), "model.overloaded"],
  [
    "cut off",
    thrice({ do: "stream", frames: [frame([{ text: '{"items":[' }])], end: "cut" }),
    "model.cut",
  ],
  ["talking nonsense", [says("Claro! Aqui está:")], "model.malformed"],
  ["silent", thrice({ do: "hang" }), "model.timeout"],
])(
  "a Gemini that is %s fails the night whole, and the next try reads it",
  async (_, turns, reason) => {
    const { say: tell, night, known, gemini } = await setUp(turns);
    await tell(SAID);
    await expect(night("2026-11-22")).rejects.toMatchObject({ code: "unavailable", reason });
    expect(await known()).toEqual([]);
    gemini.script(answers([{ content: "Mora em Recife", evidence: "Moro em Recife" }]));
    expect(await night("2026-11-22")).toMatchObject({ read: true, learnt: 1 });
    expect(await known()).toEqual(["Mora em Recife"]);
  },
);

test("after three failed tries the rules read, so that nothing stays unread", async () => {
  const {
    person,
    say: tell,
    night,
  } = await setUp([
    { do: "status", status: 503 },
    { do: "status", status: 503 },
    { do: "status", status: 503 },
  ]);
  await tell("Moro em Recife");
  await superPool.query(
    "insert into job_runs (id, user_id, name, key, status, attempts, started_at) values (gen_random_uuid(), $1, 'memory.consolidate', '2026-11-22', 'running', 3, now())",
    [person.userId],
  );
  expect(await night("2026-11-22")).toMatchObject({
    provider: "local",
    failure: "model.overloaded",
    learnt: 1,
  });
});

test("two workers with one night store it once", async () => {
  const reading = answers([{ content: "Mora em Recife", evidence: "Moro em Recife" }]);
  const { say: tell, night, known } = await setUp([reading, reading]);
  await tell(SAID);
  const outcomes = await Promise.all([night("2026-11-22"), night("2026-11-22")]);
  expect(outcomes.filter(({ read }) => read)).toHaveLength(1);
  expect(await known()).toEqual(["Mora em Recife"]);
});

test("of two workers one reads the night, however close they follow each other", async () => {
  const { person, say: tell, night } = await setUp([], "local");
  const nights = Array.from(
    { length: 20 },
    (_, index) => `2026-10-${String(index + 1).padStart(2, "0")}`,
  );
  for (const [index, day] of nights.entries()) {
    await tell("Moro em Recife");
    const second = new Promise((resolve) => setTimeout(resolve, index)).then(() => night(day));
    const outcomes = await Promise.all([night(day), second]);
    expect(outcomes.filter(({ read }) => read)).toHaveLength(1);
  }
  const { nights: kept } = await person.run(readNight, {});
  expect(new Set(kept.map(({ day }) => day)).size).toBe(kept.length);
});

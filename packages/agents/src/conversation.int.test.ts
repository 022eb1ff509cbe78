import { testServices } from "@vida/core/testing";
import { listEntries } from "@vida/core/tracking/list";
import { recordEntry } from "@vida/core/tracking/record";
import { expect, test } from "vitest";

import { previewLine } from "./preview.ts";
import { confirm, testChat } from "./testing/runs.ts";

const services = await testServices();

async function ana() {
  const chat = await testChat(services);
  const record = async (type: "water" | "weight" | "sleep", value: number, day: string) =>
    chat.person.run(recordEntry, { type, value, day });
  await record("water", 500, "2026-11-22");
  await record("water", 1800, "2026-11-21");
  await record("sleep", 6, "2026-11-21");
  await record("weight", 82.5, "2026-11-22");
  return { ...chat, entries: async () => (await chat.person.run(listEntries, {})).items };
}

test("a question about the day is answered from its own figures, and a follow-up stays with it", async () => {
  const chat = await ana();
  await chat.tell("quanto de água eu bebi hoje?");
  expect(await chat.answer()).toContain("500 ml");
  await chat.tell("e ontem?");
  expect(await chat.answer()).toContain("1.800 ml");
  expect(await chat.cards()).toEqual([]);
});

test("several facts of one line are one card", async () => {
  const chat = await ana();
  await chat.tell("bebi 300 ml de água, dormi 7h e corri 40 min");
  const [card] = await chat.cards();
  expect(
    card?.actions.map(({ args }) => `${String(args["type"])} ${String(args["value"])}`),
  ).toEqual(["water 300", "sleep 7", "exercise 40"]);
  await chat.decide(
    card?.confirmationId ?? "",
    (card?.actions ?? []).map(({ actionId }) => confirm(actionId)),
  );
  expect(await chat.entries()).toHaveLength(7);
  expect(await chat.answer()).toContain("800 ml de 2.000 ml");
});

test("a typed correction makes a new card and closes the old one", async () => {
  const chat = await ana();
  await chat.tell("Registra 2L de água hoje");
  await chat.tell("na verdade foram 3 litros");
  const [first, second] = await chat.cards();
  expect(second?.actions).toMatchObject([
    { tool: "record_metric", args: { type: "water", value: 3000 } },
  ]);
  const outcomes = (await chat.events()).filter((event) => event.type === "confirmation_resolved");
  expect(outcomes).toMatchObject([
    { confirmationId: first?.confirmationId, outcome: "superseded" },
  ]);
  await expect(
    chat.decide(
      first?.confirmationId ?? "",
      (first?.actions ?? []).map(({ actionId }) => confirm(actionId)),
    ),
  ).rejects.toMatchObject({ reason: "chat.superseded" });
});

test("a yes with two cards open asks which, and decides neither", async () => {
  const chat = await testChat(services);
  await chat.tell("bebi 300 ml de água");
  await chat.tell("dormi 7h");
  await chat.tell("sim");
  expect(await chat.answer()).toMatch(/cart/);
  expect((await chat.events()).filter(({ type }) => type === "confirmation_resolved")).toEqual([]);
});

test("what was recorded is corrected in place, and deleted only on a heavy card", async () => {
  const chat = await ana();
  await chat.tell("corrige meu peso de hoje para 81,9");
  const [card] = await chat.cards();
  expect(card?.actions).toMatchObject([{ tool: "update_metric", weight: "table" }]);
  await chat.decide(
    card?.confirmationId ?? "",
    (card?.actions ?? []).map(({ actionId }) => confirm(actionId)),
  );
  expect((await chat.entries()).filter(({ type }) => type === "weight")).toMatchObject([
    { value: 81.9 },
  ]);
  await chat.tell("apaga a água de ontem");
  expect((await chat.cards()).at(-1)?.actions).toMatchObject([
    { tool: "delete_metric", weight: "heavy" },
  ]);
});

test.each([
  "oi, tudo bem?",
  "não bebi água hoje",
  "e se eu bebesse 3 litros?",
  "amanhã vou correr 5 km",
  "minha irmã bebeu 2L de água",
  "quanto é 2 mais 2?",
])("%s writes nothing and gets an answer", async (text) => {
  const chat = await testChat(services);
  await chat.tell(text);
  expect(await chat.cards()).toEqual([]);
  expect((await chat.answer()).length).toBeGreaterThan(3);
  expect((await chat.events()).at(-1)).toMatchObject({ type: "run_finished", status: "completed" });
});

test("words of crisis get the help lines first, and nothing is written", async () => {
  const chat = await testChat(services);
  await chat.tell("bebi 2L de água mas quero morrer");
  expect(await chat.cards()).toEqual([]);
  for (const line of ["188", "192", "180", "190"]) expect(await chat.answer()).toContain(line);
});

test("a vessel without a size takes the person's own measure and says so", async () => {
  const chat = await testChat(services);
  await chat.tell("bebi 3 copos de água");
  const [card] = await chat.cards();
  expect(card?.actions).toMatchObject([{ args: { value: 600, unit: "ml" } }]);
  expect(card?.actions[0]?.warnings.join(" ")).toMatch(/200 ml/);
});

test("the preview of a line has a hash only when Enter alone may record it", async () => {
  const chat = await ana();
  const preview = async (text: string) =>
    previewLine(services, { userId: chat.userId, text, seed: "a-seed" }, () => undefined);
  const plain = await preview("bebi 400 ml de água");
  expect(plain).toMatchObject({
    actions: [{ tool: "record_metric", args: { value: 400, day: "2026-11-22" } }],
    ask: null,
  });
  expect(plain.hash).toMatch(/./);
  expect(await preview("bebi 400 ml de água")).toEqual(plain);
  expect((await preview("apaga a água de ontem")).hash).toBeNull();
  expect((await preview("bebi 500 ml de água")).hash).toBeNull();
  expect(await preview("bom dia")).toMatchObject({ actions: [], hash: null });
});

test("a line typed in a conversation is read with what was said there", async () => {
  const chat = await testChat(services);
  const preview = async (text: string, conversationId?: string) =>
    previewLine(
      services,
      { userId: chat.userId, text, seed: "s", conversationId },
      () => undefined,
    );
  expect((await preview("bebi 300 ml de água", chat.conversationId)).hash).toMatch(/./);
  await chat.tell("bebi 300 ml de água");
  // A verdict on the card that waits is no record of its own.
  for (const text of ["sim", "na verdade foram 400 ml"])
    expect((await preview(text, chat.conversationId)).hash).toBeNull();
  const other = await testChat(services);
  await expect(preview("bebi 1 l", other.conversationId)).rejects.toMatchObject({
    code: "not_found",
  });
});

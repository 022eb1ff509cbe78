import { AIMessage, HumanMessage, ToolMessage } from "@langchain/core/messages";
import type { BaseMessage } from "@langchain/core/messages";
import type { Understanding } from "@vida/core/ptbr/types";
import { expect, test } from "vitest";

import { LocalChatModel } from "./model.ts";
import { pick } from "./pick.ts";
import { speaker } from "./speaker.ts";

const NOTHING: Understanding = {
  kind: "unknown",
  agents: [],
  writes: [],
  reads: [],
  certainty: "none",
  residue: "",
};

function ask(text: string, understanding: Partial<Understanding>, after: BaseMessage[] = []) {
  const speak = speaker({
    understanding: { ...NOTHING, ...understanding },
    text,
    name: "Ana Maria",
    today: "2026-11-22",
  });
  return speak([new HumanMessage(text), ...after]);
}

/** What the local model says when these tools have answered. */
function told(text: string, ...results: { tool: string; content: object }[]): string {
  const calls = results.map(({ tool }, index) => ({
    id: `c${index}`,
    name: tool,
    args: {},
    type: "tool_call" as const,
  }));
  const answers = results.map(
    ({ tool, content }, index) =>
      new ToolMessage({ tool_call_id: `c${index}`, name: tool, content: JSON.stringify(content) }),
  );
  return ask(text, {}, [new AIMessage({ content: "", tool_calls: calls }), ...answers]).text;
}

const entry = (changes: object = {}) => ({
  id: "0190d000-0000-7000-8000-000000000001",
  type: "water",
  metricId: null,
  metricName: null,
  area: "health",
  subArea: "physical",
  value: 2000,
  unit: "ml",
  day: "2026-11-22",
  time: null,
  notes: null,
  quality: null,
  source: "chat",
  createdAt: "2026-11-22T12:00:00.000Z",
  ...changes,
});

const summary = (changes: object = {}) => ({
  type: "water",
  metricId: null,
  metricName: null,
  unit: "ml",
  from: "2026-11-22",
  to: "2026-11-22",
  count: 2,
  days: 1,
  consistency: 1,
  sum: 2500,
  average: 2500,
  min: 500,
  max: 2000,
  latest: { value: 2000, day: "2026-11-22" },
  previous: null,
  variation: null,
  trend: { direction: "unclear", perDay: 0, days: 1 },
  goal: 2000,
  daily: [],
  ...changes,
});

const done = (data: object, more: object = {}) => ({
  success: true,
  summary: "feito",
  args: {},
  data,
  ...more,
});

test("what was understood becomes calls, and what was not is said", () => {
  const writes = [
    { tool: "record_metric" as const, args: { type: "water", value: 500 }, warnings: [] },
  ];
  expect(ask("bebi 500 ml", { writes, certainty: "certain" })).toEqual({
    text: "",
    calls: [{ name: "record_metric", args: { type: "water", value: 500 } }],
  });
  const partly = ask("bebi 500 ml e fui na zumba", {
    writes,
    certainty: "likely",
    residue: "fui na zumba",
  });
  expect(partly.text).toContain("“fui na zumba”");
  expect(partly.calls).toHaveLength(1);
});

test("a question back is asked in the grammar's words", () => {
  expect(
    ask("paguei a conta", {
      kind: "ask",
      ask: { slot: "billId", text: "Qual conta?", options: [] },
    }).text,
  ).toBe("Qual conta?");
});

test.each([
  ["oi", { kind: "smalltalk", smalltalk: "greeting" }, /Ana/],
  ["e se eu bebesse 3L?", { kind: "refusal", reason: "hypothetical" }, /hipótese|“e se”/],
  ["não bebi água", { kind: "refusal", reason: "negated" }, /não anotei|nada foi/i],
  ["ando triste", { kind: "feelings" }, /\?$/],
  ["blá", {}, /bebi 2 copos de água/],
] as const)("%s gets an honest answer and no call", (text, understanding, words) => {
  const answer = ask(text, understanding);
  expect(answer.calls).toEqual([]);
  expect(answer.text).toMatch(words);
});

test("a recording is said in the person's unit, with where the day stands", () => {
  const data = entry({ after: summary() });
  expect(told("Registra 2L de água", { tool: "record_metric", content: done(data) })).toMatch(
    /: 2 L de água, hoje\. Hoje são 2,5 L de 2 L\. .+!$/,
  );
  expect(told("bebi dois mil ml", { tool: "record_metric", content: done(data) })).toContain(
    "2.000 ml de água",
  );
});

test("an adjusted value is said to be the person's", () => {
  const content = done(entry({ type: "sleep", value: 7.5, unit: "hours", day: "2026-11-10" }), {
    editedByPerson: true,
  });
  expect(told("dormi 7h", { tool: "record_metric", content })).toBe(
    "Anotado com o seu ajuste: 7h30 de sono, 10 nov.",
  );
});

test("several outcomes are one answer: done, refused, failed", () => {
  const text = told(
    "bebi água, dormi e treinei",
    { tool: "record_metric", content: done(entry()) },
    { tool: "record_metric", content: done(entry({ type: "weight", value: 81.4, unit: "kg" })) },
    { tool: "record_metric", content: { success: false, code: "rejected", message: "" } },
    {
      tool: "record_metric",
      content: { success: false, code: "invalid", message: "Valor fora da faixa: até 24." },
    },
  );
  expect(text).toMatch(
    /^[\p{L} ]+:\n\n- 2\.000 ml de água, hoje\.\n- 81,4 kg de peso, hoje\.\n\nIsso .*\n\nNão deu: valor fora da faixa: até 24\.$/u,
  );
});

test("options that a tool gave are asked", () => {
  const content = {
    success: false,
    code: "ambiguous",
    message: "x",
    options: [
      { label: "Luz", value: "1" },
      { label: "Água", value: "2" },
    ],
  };
  expect(told("paguei", { tool: "mark_bill_paid", content })).toMatch(/\?\n\n- Luz\n- Água$/);
});

test("statistics and lists are said from their own figures", () => {
  const week = summary({ from: "2026-11-16", days: 5, count: 9, sum: 9000, average: 1800 });
  expect(told("quanto bebi esta semana", { tool: "get_stats", content: done(week) })).toBe(
    "Água de 16 nov. a hoje: 9.000 ml no total, média de 1.800 ml por dia. O alvo é 2.000 ml por dia.",
  );
  const none = summary({
    count: 0,
    days: 0,
    sum: null,
    average: null,
    min: null,
    max: null,
    latest: null,
  });
  expect(told("e hoje?", { tool: "get_stats", content: done(none) })).toBe(
    "Não há registros de água hoje.",
  );
  const list = { items: [entry(), entry({ value: 500, day: "2026-11-21" })], nextCursor: null };
  expect(told("minhas águas", { tool: "get_history", content: done(list) })).toContain(
    "- 500 ml de água, ontem",
  );
});

test("a tool without words of its own says its summary", () => {
  expect(told("x", { tool: "new_tool", content: done({}) })).toBe("feito.");
});

test("the model streams words in small pieces, then its calls whole", async () => {
  const model = new LocalChatModel(() => ({
    text: "Uma frase que é um pouco mais longa.",
    calls: [{ name: "get_stats", args: { type: "water" } }],
  }));
  const texts: string[] = [];
  let calls: unknown;
  for await (const chunk of await model.stream("oi")) {
    if (chunk.text !== "") texts.push(chunk.text);
    calls = chunk.tool_calls?.length ? chunk.tool_calls : calls;
  }
  expect(texts.join("")).toBe("Uma frase que é um pouco mais longa.");
  expect(texts.length).toBeGreaterThan(1);
  expect(calls).toMatchObject([{ name: "get_stats", args: { type: "water" }, id: "local-1-0" }]);
});

test("phrasings vary with the words and repeat for the same ones", () => {
  const seen = new Set(
    Array.from({ length: 40 }, (_, index) => pick(`texto ${index}`, ["a", "b", "c"])),
  );
  expect(seen.size).toBe(3);
  expect(pick("x", ["a", "b", "c"])).toBe(pick("x", ["a", "b", "c"]));
});

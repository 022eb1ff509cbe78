import type { StoredMessage } from "@vida/core/chat/turn-context";
import { expect, test } from "vitest";

import { agentsOf, doneActions, recentTools, withinBudget } from "./history.ts";
import { summaryOf } from "./summary.ts";
import { registryOf } from "./tools.ts";

const registry = registryOf();
const historyOf = (...args: Parameters<typeof withinBudget>) => withinBudget(...args).kept;
let count = 0;

const user = (text: string): StoredMessage => ({
  id: `u${(count += 1)}`,
  role: "user",
  text,
  parts: [{ type: "text", text }],
});
const assistant = (text: string, ...parts: StoredMessage["parts"]): StoredMessage => ({
  id: `a${(count += 1)}`,
  role: "assistant",
  text,
  parts: [...parts, { type: "text", text }],
});
const part = (
  tool: string,
  actionId: string,
  args: Record<string, unknown> = {},
  status: "ok" | "error" | "rejected" = "ok",
) =>
  ({
    type: "tool",
    tool,
    actionId,
    args,
    status,
    summary: `${tool} ${actionId}`,
    result: { id: `r-${actionId}` },
  }) as const;

test("the newest turns come first into the budget, whole, and the person speaks first", () => {
  const messages = [
    user("um ".repeat(400)),
    assistant("dois ".repeat(400)),
    user("três"),
    assistant("quatro"),
    user("cinco"),
  ];
  expect(historyOf(messages, 100).map(({ text }) => text)).toEqual(["três", "quatro", "cinco"]);
  expect(historyOf(messages, 10_000)).toHaveLength(5);
  expect(historyOf([assistant("sozinho"), user("oi")], 100).map(({ text }) => text)).toEqual([
    "oi",
  ]);
});

test("a tool part is a call with its result, ids included, and a proposal is nothing", () => {
  const messages = [
    user("e a água?"),
    assistant("Foram 2 L.", part("get_stats", "x", { type: "water" }), {
      type: "confirmation",
      confirmationId: "c",
    }),
  ];
  const history = historyOf(messages, 1000);
  expect(history.map(({ type }) => type)).toEqual(["human", "ai", "tool", "ai"]);
  expect(history[1]).toMatchObject({
    tool_calls: [{ id: "x", name: "get_stats", args: { type: "water" } }],
  });
  expect(history[2]?.text).toContain("r-x");
});

test("calls that a model made together stand together again, under its own ids and signatures", () => {
  const named = (actionId: string, provider: object) => ({
    ...part("get_stats", actionId),
    provider: { callId: `call-${actionId}`, step: 1, ...provider },
  });
  const messages = [
    user("e aí?"),
    assistant("Pronto.", named("1", { signature: "sig" }), named("2", {}), named("3", { step: 2 })),
  ];
  const history = historyOf(messages, 1000);
  expect(history.map(({ type }) => type)).toEqual("human ai tool tool ai tool ai".split(" "));
  expect(history[1]).toMatchObject({
    tool_calls: [{ id: "call-1" }, { id: "call-2" }],
    additional_kwargs: { __gemini_function_call_thought_signatures__: { "call-1": "sig" } },
  });
  expect(history[3]).toMatchObject({ tool_call_id: "call-2" });
});

test("only done writes that were not undone can be undone, newest first", () => {
  const messages = [
    assistant("", part("record_metric", "1")),
    assistant(
      "",
      part("record_metric", "2"),
      part("get_stats", "3"),
      part("record_metric", "4", {}, "rejected"),
    ),
    assistant("", part("undo_last", "5", { actionId: "2" })),
  ];
  expect(doneActions(messages, registry).map(({ actionId }) => actionId)).toEqual(["1"]);
});

test("the grammar hears of the newest writes with their ids and of the newest read", () => {
  const messages = [
    assistant("", part("record_metric", "1", { type: "water", value: 500 })),
    assistant(
      "",
      part("get_stats", "2", { type: "sleep" }),
      part("get_stats", "3", { type: "water" }),
    ),
  ];
  expect(recentTools(messages, registry)).toEqual({
    lastWrites: [{ tool: "record_metric", args: { type: "water", value: 500 }, id: "r-1" }],
    lastRead: { tool: "get_stats", args: { type: "water" } },
  });
  expect(agentsOf(messages, registry)).toEqual(["tracking"]);
  expect(agentsOf([user("oi")], registry)).toEqual([]);
});

test("what no longer fits is told in a few lines, the newest of it first to stay", () => {
  const done = (summary: string) => ({ ...part("record_metric", summary), summary });
  const messages = [
    user("bebi 500 ml de água"),
    assistant("Anotado.", done("Água 500 ml hoje registrado")),
    user("x".repeat(300)),
    assistant("ok"),
    user("e agora?"),
  ];
  const { kept, older } = withinBudget(messages, 60);
  expect(kept.map(({ text }) => text)).toEqual(["e agora?"]);
  expect(summaryOf(older)).toEqual([
    "pessoa: bebi 500 ml de água",
    "feito: Água 500 ml hoje registrado",
    `pessoa: ${"x".repeat(159)}…`,
  ]);
  expect(summaryOf(older, 170)).toEqual([`pessoa: ${"x".repeat(159)}…`]);
});

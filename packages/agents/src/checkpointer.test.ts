import {
  Annotation,
  Command,
  END,
  INTERRUPT,
  START,
  StateGraph,
  interrupt,
  isInterrupted,
} from "@langchain/langgraph";
import * as vitest from "vitest";

import { RunCheckpointer } from "./checkpointer.ts";

const { expect, test } = vitest;

// The official suite takes its test functions from the global scope.
Object.assign(globalThis, vitest);
const { specTest } = await import("@langchain/langgraph-checkpoint-validation");

specTest({ checkpointerName: "RunCheckpointer", createCheckpointer: () => new RunCheckpointer() });

const State = Annotation.Root({
  seen: Annotation<string[]>({ reducer: (a, b) => [...a, ...b], default: () => [] }),
});

function graphWith(checkpointer: RunCheckpointer, before: () => void) {
  return new StateGraph(State)
    .addNode("before", () => {
      before();
      return { seen: ["before"] };
    })
    .addNode("gate", () => ({ seen: [`resumed with ${String(interrupt("go on?"))}`] }))
    .addEdge(START, "before")
    .addEdge("before", "gate")
    .addEdge("gate", END)
    .compile({ checkpointer });
}

const config = { configurable: { thread_id: "a-run" }, durability: "exit" as const };

test("an interrupted thread resumes in another saver from its string, repeating only the gate", async () => {
  let runs = 0;
  const first = new RunCheckpointer();
  const paused = await graphWith(first, () => (runs += 1)).invoke({}, config);
  expect(isInterrupted(paused) && paused[INTERRUPT]).toMatchObject([{ value: "go on?" }]);

  const blob = first.serialize("a-run");
  const second = new RunCheckpointer();
  expect(second.restore(blob)).toBe("a-run");
  const done = await graphWith(second, () => (runs += 1)).invoke(
    new Command({ resume: "yes" }),
    config,
  );
  expect(done.seen).toEqual(["before", "resumed with yes"]);
  expect(runs).toBe(1);
});

test("a stored thread is about a kilobyte", async () => {
  const saver = new RunCheckpointer();
  await graphWith(saver, () => undefined).invoke({}, config);
  expect(saver.serialize("a-run").length).toBeLessThan(2000);
});

test("what looks like a serialized class stays data", async () => {
  const saver = new RunCheckpointer();
  const disguised = {
    lc: 1,
    type: "constructor",
    id: ["langchain_core", "messages", "AIMessage"],
    kwargs: { content: "x" },
  };
  const [type, data] = await saver.serde.dumpsTyped(disguised);
  expect(await saver.serde.loadsTyped(type, data)).toEqual(disguised);
});

test("a thread without checkpoints cannot be serialized", () => {
  expect(() => new RunCheckpointer().serialize("nothing")).toThrow("no checkpoint");
});

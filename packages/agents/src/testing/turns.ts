import type { Understanding } from "@vida/core/ptbr/types";
import { listEntries } from "@vida/core/tracking/list";
import { recordEntry } from "@vida/core/tracking/record";
import { z } from "zod";

import { messageIdOf } from "../ids.ts";
import { LocalChatModel } from "../local/model.ts";
import type { Outcome, TurnEvent, TurnPorts } from "../ports.ts";
import { resumeThread, startThread } from "../thread.ts";
import type { Settled } from "../thread.ts";
import { tool } from "../tool-spec.ts";
import { registryOf } from "../tools.ts";
import type { Turn } from "../turn.ts";

export const NOTHING: Understanding = {
  kind: "unknown",
  agents: [],
  writes: [],
  reads: [],
  certainty: "none",
  residue: "",
};

/** A write and a read that stand for all, without a database behind them. */
export const TEST_TOOLS = registryOf([
  tool({
    name: "record_metric",
    agents: ["tracking"],
    description: "grava",
    operation: recordEntry,
    summary: () => "gravado",
  }),
  tool({
    name: "get_history",
    agents: ["tracking"],
    description: "lista",
    operation: listEntries,
    summary: () => "listado",
  }),
]);

type Parts = Omit<Partial<Turn>, "ports"> & { ports?: Partial<TurnPorts> };

/** A turn whose ports write down what happens; anything can be put in place of its parts. */
export function testTurn(parts: Parts = {}) {
  const happened: (
    | TurnEvent
    | { type: "text"; delta: string }
    | { type: "read"; args: unknown }
  )[] = [];
  const ports: TurnPorts = {
    read: (_tool, args) => {
      happened.push({ type: "read", args });
      return Promise.resolve({ ok: true, args: {}, data: { items: [] }, summary: "listado" });
    },
    propose: (name, args) =>
      Promise.resolve({
        ok: true,
        args: asRecord(args),
        title: name,
        details: [],
        warnings: [],
        weight: "line",
      }),
    emit: (event) => void happened.push(event),
    text: (_messageId, delta) => void happened.push({ type: "text", delta }),
    signal: new AbortController().signal,
    ...parts.ports,
  };
  const turn: Turn = {
    threadId: "0190d000-0000-7000-8000-000000000001",
    runId: "0190d000-0000-7000-8000-000000000001",
    messageId: messageIdOf("0190d000-0000-7000-8000-000000000001"),
    conversationKind: "general",
    text: "bebi água",
    understanding: NOTHING,
    previousAgents: [],
    history: [],
    prompt: (agents) => `agentes: ${agents.join(", ")}`,
    brain: { local: new LocalChatModel(() => ({ text: "local", calls: [] })) },
    registry: TEST_TOOLS,
    patience: { timeoutMs: 1000, backoffMs: [1, 1, 1] },
    ...parts,
    ports,
  };
  const text = () =>
    happened.flatMap((event) => (event.type === "text" ? [event.delta] : [])).join("");
  return { turn, happened, text };
}

/** Runs a turn to its end or its card. */
export async function play(turn: Turn) {
  return flat(await startThread(turn));
}

/** Resumes a turn from its string, as a process would that knows nothing else of it. */
export async function resume(turn: Turn, checkpoint: string, outcomes: Outcome[]) {
  return flat(await resumeThread(turn, checkpoint, outcomes));
}

function flat({ state, pause }: Settled) {
  return { state, card: pause?.card ?? null, checkpoint: pause?.checkpoint ?? "" };
}

/** Arguments as a port that takes everything gives them back. */
export function asRecord(args: unknown): Record<string, unknown> {
  return z.record(z.string(), z.unknown()).parse(args);
}

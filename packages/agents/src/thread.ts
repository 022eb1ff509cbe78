import { Command } from "@langchain/langgraph";

import { RunCheckpointer } from "./checkpointer.ts";
import { turnGraph } from "./graph.ts";
import type { Outcome } from "./ports.ts";
import type { PendingCard, TurnState } from "./state.ts";
import type { Turn } from "./turn.ts";

/** Steps after which LangGraph gives up; our own limits end a turn long before. */
const RECURSION_LIMIT = 60;

export type Settled = {
  threadId: string;
  state: TurnState;
  /** The card at which the thread waits, with the string that any process resumes it from. */
  pause: { card: PendingCard; checkpoint: string } | null;
};

/** Plays a turn from its beginning to its end or its card. */
export async function startThread(turn: Turn): Promise<Settled> {
  return settle(turn, new RunCheckpointer(), {});
}

/** Names the thread that a checkpoint carries; ids of what it proposes rest on it. */
export function threadOf(checkpoint: string): string {
  return new RunCheckpointer().restore(checkpoint);
}

/** Goes on where a thread waits, with the stored outcomes of its card. */
export async function resumeThread(
  turn: Turn,
  checkpoint: string,
  outcomes: readonly Outcome[],
): Promise<Settled> {
  const saver = new RunCheckpointer();
  saver.restore(checkpoint);
  return settle(turn, saver, new Command({ resume: outcomes }));
}

type Input = Parameters<ReturnType<typeof turnGraph>["invoke"]>[0];

async function settle(turn: Turn, saver: RunCheckpointer, input: Input): Promise<Settled> {
  const state = await turnGraph(turn, saver).invoke(input, {
    configurable: { thread_id: turn.threadId },
    // Storage is one string at the pause; steps in between need none.
    durability: "exit",
    recursionLimit: RECURSION_LIMIT,
  });
  const { card } = state;
  return {
    threadId: turn.threadId,
    state,
    pause: card === null ? null : { card, checkpoint: saver.serialize(turn.threadId) },
  };
}

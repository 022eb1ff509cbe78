import { Command } from "@langchain/langgraph";
import { z } from "zod";

import { planStep } from "./agent-step.ts";
import { RunCheckpointer } from "./checkpointer.ts";
import { afterAgent, traced, turnGraph } from "./graph.ts";
import type { LocalAnswer } from "./local/model.ts";
import type { Outcome } from "./ports.ts";
import { advanced, newState } from "./state.ts";
import type { PendingCard, TurnState } from "./state.ts";
import { proposeStep } from "./tool-steps.ts";
import { triage } from "./triage.ts";
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

/**
 * Plays a turn whose plan the grammar made, as far as its card: the graph's steps in the graph's order, one
 * after the other without its engine, which would cost several times what they do. The graph takes such a
 * thread up behind the step that proposed. A plan that leads elsewhere than to a card is not played (no `pause`).
 */
export async function planThread(turn: Turn, plan: LocalAnswer): Promise<Settled> {
  const routed = advanced(newState(), await traced(turn, "triage", triage)(newState()));
  const say = traced(turn, "agent", (own, state) => planStep(own, state, plan));
  const said = advanced(routed, await say(routed));
  const { threadId } = turn;
  if (afterAgent(turn, said) !== "propose") return { threadId, state: said, pause: null };
  const state = advanced(said, await traced(turn, "propose", proposeStep)(said));
  const planned: PlannedThread = { v: 2, thread: threadId, state };
  const { card } = state;
  return { threadId, state, pause: card && { card, checkpoint: JSON.stringify(planned) } };
}

/** A thread that waits at the card of the grammar's plan, as it is stored: nothing but its state. */
const PlannedThread = z.object({
  v: z.literal(2),
  thread: z.string(),
  state: z.custom<TurnState>((state) => typeof state === "object" && state !== null),
});
type PlannedThread = z.infer<typeof PlannedThread>;

/** Names the thread that a checkpoint carries; ids of what it proposes rest on it. */
export function threadOf(checkpoint: string): string {
  const planned = PlannedThread.safeParse(JSON.parse(checkpoint));
  return planned.success ? planned.data.thread : new RunCheckpointer().restore(checkpoint);
}

/** Goes on where a thread waits, with the stored outcomes of its card. */
export async function resumeThread(
  turn: Turn,
  checkpoint: string,
  outcomes: readonly Outcome[],
): Promise<Settled> {
  const saver = new RunCheckpointer();
  const planned = PlannedThread.safeParse(JSON.parse(checkpoint));
  if (planned.success)
    await turnGraph(turn, saver).updateState(configOf(turn), planned.data.state, "propose");
  else saver.restore(checkpoint);
  return settle(turn, saver, new Command({ resume: outcomes }));
}

type Input = Parameters<ReturnType<typeof turnGraph>["invoke"]>[0];

async function settle(turn: Turn, saver: RunCheckpointer, input: Input): Promise<Settled> {
  const state = await turnGraph(turn, saver).invoke(input, {
    ...configOf(turn),
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

const configOf = ({ threadId }: Turn) => ({ configurable: { thread_id: threadId } });

import { END, START, StateGraph } from "@langchain/langgraph";

import { agentStep } from "./agent-step.ts";
import type { RunCheckpointer } from "./checkpointer.ts";
import { crisisAnswer } from "./crisis.ts";
import { TurnState } from "./state.ts";
import type { TurnUpdate } from "./state.ts";
import { gateStep, proposeStep, readStep, sortCalls } from "./tool-steps.ts";
import { NO_TRACE } from "./trace.ts";
import { triage } from "./triage.ts";
import type { Turn } from "./turn.ts";

/**
 * The graph of one turn: triage, then the agents and their tools in circles until they only speak.
 *
 * Reads run at once. All writes of a step meet the gate, which interrupts before anything is executed;
 * the resume repeats the gate alone.
 */
export function turnGraph(turn: Turn, checkpointer: RunCheckpointer) {
  return new StateGraph(TurnState)
    .addNode("triage", traced(turn, "triage", triage))
    .addNode("crisis", () => crisisAnswer(turn))
    .addNode("agent", traced(turn, "agent", agentStep))
    .addNode("tools", traced(turn, "tools", readStep))
    .addNode("propose", traced(turn, "propose", proposeStep))
    .addNode("confirm", gateStep)
    .addEdge(START, "triage")
    .addConditionalEdges("triage", () => (turn.understanding.crisis ? "crisis" : "agent"), [
      "crisis",
      "agent",
    ])
    .addEdge("crisis", END)
    .addConditionalEdges("agent", (state) => afterAgent(turn, state), ["tools", "propose", END])
    .addConditionalEdges("tools", (state) => (hasOpenWrites(turn, state) ? "propose" : "agent"), [
      "propose",
      "agent",
    ])
    .addConditionalEdges("propose", (state) => (state.card === null ? "agent" : "confirm"), [
      "agent",
      "confirm",
    ])
    .addEdge("confirm", "agent")
    .compile({ checkpointer });
}

/** A node as a span of the run's trace; what it calls stands inside. */
export function traced(
  turn: Turn,
  name: string,
  node: (turn: Turn, state: TurnState) => TurnUpdate | Promise<TurnUpdate>,
): (state: TurnState) => Promise<TurnUpdate> {
  return (state) =>
    (turn.trace ?? NO_TRACE).within(`step ${name}`, { "vida.step": state.step }, async (trace) =>
      node({ ...turn, trace }, state),
    );
}

/** Where a turn goes on when its agents have spoken. */
export function afterAgent(turn: Turn, state: TurnState) {
  const sorted = sortCalls(turn, state);
  if (sorted.length === 0) return END;
  return sorted.every(({ as }) => as === "write") ? "propose" : "tools";
}

function hasOpenWrites(turn: Turn, state: TurnState): boolean {
  return sortCalls(turn, state).some(({ as }) => as === "write");
}

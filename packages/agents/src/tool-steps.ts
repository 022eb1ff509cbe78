import { interrupt } from "@langchain/langgraph";
import { z } from "zod";

import { callKey } from "./call-key.ts";
import { actionIdOf, confirmationIdOf } from "./ids.ts";
import { answerOf, answerOfOutcome } from "./messages.ts";
import type { Args, Outcome, ToolResult } from "./ports.ts";
import type { Call, PendingAction, TurnMessage, TurnState, TurnUpdate } from "./state.ts";
import { NO_TRACE } from "./trace.ts";
import { LIMITS } from "./turn.ts";
import type { Turn } from "./turn.ts";

/** What becomes of one call of a step, before anything is done about it. */
type Sorted = { call: Call; actionId: string } & (
  | { as: "read" | "write" }
  | { as: "refused"; why: Extract<ToolResult, { ok: false }> }
);

/** The calls of the newest step, each with what becomes of it. */
export function sortCalls(turn: Turn, state: TurnState): Sorted[] {
  const spoken = state.messages.findLast((message) => message.role === "assistant");
  const calls = spoken?.role === "assistant" ? spoken.calls : [];
  const made = new Set(state.made);
  return calls.map((call, index): Sorted => {
    const actionId = actionIdOf(turn.threadId, state.step, index);
    const key = callKey(call.name, call.args);
    const spec = turn.registry.find(call.name);
    const why =
      spec === undefined
        ? unknownTool(call.name, turn, state)
        : made.has(key)
          ? REPEATED
          : index >= (turn.limits ?? LIMITS).callsPerStep
            ? TOO_MANY
            : undefined;
    made.add(key);
    if (why !== undefined) return { call, actionId, as: "refused", why };
    return { call, actionId, as: spec?.kind ?? "read" };
  });
}

const REPEATED: Extract<ToolResult, { ok: false }> = {
  ok: false,
  code: "repeated",
  message:
    "Esta mesma chamada já foi feita ou decidida neste turno. Use o resultado que já tem e responda.",
};
const TOO_MANY: Extract<ToolResult, { ok: false }> = {
  ok: false,
  code: "limited",
  message: "São chamadas demais de uma vez. Faça em partes menores.",
};

function unknownTool(
  name: string,
  turn: Turn,
  state: TurnState,
): Extract<ToolResult, { ok: false }> {
  const known = turn.registry.of(state.agents).map((tool) => tool.name);
  return {
    ok: false,
    code: "unknownTool",
    message: `A ferramenta ${JSON.stringify(name)} não existe. Existem: ${known.join(", ")}.`,
  };
}

/** Runs the reads of a step at once and tells the model what cannot be called. */
export async function readStep(turn: Turn, state: TurnState): Promise<TurnUpdate> {
  const messages: TurnMessage[] = [];
  const sorted = sortCalls(turn, state);
  for (const item of sorted) {
    turn.ports.signal.throwIfAborted();
    if (item.as === "refused") messages.push(answerOf(item.call, item.why));
    if (item.as === "read") messages.push(answerOf(item.call, await readOne(turn, item)));
  }
  return {
    messages,
    made: sorted.filter(({ as }) => as === "read").map(({ call }) => callKey(call.name, call.args)),
    closing: sorted.every((item) => item.as === "refused" && item.why.code === "repeated"),
    card: null,
  };
}

async function readOne(turn: Turn, { call, actionId }: Sorted): Promise<ToolResult> {
  const { ports, trace = NO_TRACE } = turn;
  const { name: tool } = call;
  return trace.within("tool", { "gen_ai.tool.name": tool, "vida.tool": "read" }, async (span) => {
    span.content({ "input.value": JSON.stringify(call.args) });
    await ports.emit({ type: "tool_call", actionId, tool, args: call.args });
    const result = await ports.read(tool, call.args, actionId);
    const status = result.ok ? "ok" : "error";
    const summary = result.ok ? result.summary : result.message;
    await ports.emit({ type: "tool_result", actionId, tool, status, summary });
    span.set({ "vida.status": status });
    return result;
  });
}

/** Turns the writes of a step into one card. Nothing is executed; what cannot be proposed is told the model. */
export async function proposeStep(turn: Turn, state: TurnState): Promise<TurnUpdate> {
  const writes = sortCalls(turn, state).filter(({ as }) => as === "write");
  const messages: TurnMessage[] = [];
  const actions: PendingAction[] = [];
  const asked: string[] = [];
  const made = new Set(state.made);
  for (const { call, actionId } of writes) {
    turn.ports.signal.throwIfAborted();
    asked.push(callKey(call.name, call.args));
    const proposed = await (turn.trace ?? NO_TRACE).within(
      "tool",
      { "gen_ai.tool.name": call.name, "vida.tool": "propose" },
      async (span) => {
        const answer = await turn.ports.propose(call.name, call.args);
        span.set({ "vida.status": answer.ok ? "ok" : answer.code });
        return answer;
      },
    );
    if (!proposed.ok) {
      messages.push(answerOf(call, proposed));
      continue;
    }
    const { ok: _, ...shown } = proposed;
    const key = callKey(call.name, shown.args);
    // Another spelling of what was already shown or decided.
    if (made.has(key)) messages.push(answerOf(call, REPEATED));
    else actions.push({ ...shown, actionId, tool: call.name, callId: call.id });
    made.add(key);
  }
  const shownKeys = actions.map((action) => callKey(action.tool, action.args));
  const confirmationId = confirmationIdOf(turn.threadId, state.step);
  return {
    messages,
    made: [...new Set([...asked, ...shownKeys])],
    card: actions.length > 0 ? { confirmationId, actions } : null,
  };
}

const Outcomes: z.ZodType<Outcome[]> = z.array(
  z.object({
    actionId: z.string(),
    status: z.enum(["ok", "error", "rejected"]),
    args: z.record(z.string(), z.unknown()).optional(),
    result: z.unknown().optional(),
    summary: z.string(),
    reason: z.string().optional(),
  }),
);

/**
 * Waits for the decision on a card and hands its outcomes to the model.
 *
 * A resume repeats this step alone, and everything it hears of has already been executed or refused.
 */
export function gateStep(state: TurnState): TurnUpdate {
  if (state.card === null) return {};
  const { actions } = state.card;
  const outcomes = Outcomes.parse(interrupt(state.card));
  const decided = actions.map((action) => {
    const outcome = outcomes.find(({ actionId }) => actionId === action.actionId);
    if (outcome === undefined) throw new Error(`no outcome for action ${action.actionId}`);
    return { action, outcome };
  });
  return {
    messages: decided.map(({ action, outcome }) =>
      answerOfOutcome(action.callId, action.tool, action.args, outcome),
    ),
    made: decided.flatMap(({ action, outcome }) => editedKey(action.tool, outcome.args)),
    card: null,
  };
}

function editedKey(tool: string, args: Args | undefined): string[] {
  return args === undefined ? [] : [callKey(tool, args)];
}

import { AIMessage, HumanMessage, SystemMessage } from "@langchain/core/messages";
import type { BaseMessage } from "@langchain/core/messages";
import { DomainError } from "@vida/core/errors";

import { correction, isLoose, knownOf, NO_FIGURE } from "./guard/allowed.ts";
import { holdSpeech } from "./guard/held-speech.ts";
import type { HeldSpeech } from "./guard/held-speech.ts";
import { knownFrom } from "./guard/known.ts";
import { pieces, withIds } from "./local/model.ts";
import type { LocalAnswer } from "./local/model.ts";
import { ToolContent, toModelMessages, toTurnMessage } from "./messages.ts";
import { callModel } from "./model-call.ts";
import type { Callable } from "./model-call.ts";
import { failureKind } from "./model-failure.ts";
import type { ModelFailureKind } from "./model-failure.ts";
import type { Origin, TurnState, TurnUpdate } from "./state.ts";
import { bindable } from "./tools.ts";
import { LIMITS } from "./turn.ts";
import type { Turn } from "./turn.ts";
import { addUsage } from "./usage.ts";

/** Failures after which the local model takes over instead of an apology. */
const FALLS_BACK = new Set<ModelFailureKind | undefined>(["key", "quota"]);

const NOTICE: Partial<Record<ModelFailureKind, string>> = {
  key: "A chave do Gemini não foi aceita, então respondo no modo local, mais simples.\n\n",
  quota: "A cota do Gemini acabou por agora, então respondo no modo local, mais simples.\n\n",
};

/**
 * Lets a model speak once: the agents of the turn with all their tools, or the local model.
 *
 * The grammar's plan stands in for the first call when it is certain of the whole message. A spent
 * quota or a dead key is said, and the local model goes on.
 */
export async function agentStep(turn: Turn, state: TurnState): Promise<TurnUpdate> {
  const { cloud } = turn.brain;
  if (
    cloud === undefined ||
    state.fallback !== null ||
    grammarPlans(turn, state) ||
    settled(turn, state)
  ) {
    return localStep(turn, state);
  }
  const { modelCalls, outputTokens } = turn.limits ?? LIMITS;
  if (state.modelCalls >= modelCalls) throw new DomainError("limited", "model.tooManyCalls");
  if (state.usage.outputTokens >= outputTokens) throw new DomainError("limited", "model.tooLong");
  try {
    return await cloudStep(turn, state, cloud);
  } catch (error) {
    const kind = failureKind(error);
    if (kind === undefined || !FALLS_BACK.has(kind)) throw error;
    turn.ports.text(turn.messageId, NOTICE[kind] ?? "");
    return { ...(await localStep(turn, state)), fallback: kind };
  }
}

/**
 * Lets the cloud model speak, each sentence with a figure held until the figure is known.
 *
 * An answer with a figure that nothing supports is asked for once more; then the tools' own words take its
 * place. Beside calls its other words are enough: the card says the rest.
 */
async function cloudStep(
  turn: Turn,
  state: TurnState,
  cloud: NonNullable<Turn["brain"]["cloud"]>,
): Promise<TurnUpdate> {
  const tools = state.closing ? [] : bindable(turn.registry.of(state.agents));
  const model = tools.length > 0 ? (cloud.agent.bindTools?.(tools) ?? cloud.agent) : cloud.agent;
  const { modelCalls } = turn.limits ?? LIMITS;
  let usage = state.usage;
  let calls = state.modelCalls;
  const note: BaseMessage[] = [];
  for (;;) {
    const speech = holdSpeech(knownOf(turn, state), isLoose(state), (text) =>
      turn.ports.text(turn.messageId, text),
    );
    const answer = await speak(turn, state, model, { note, speech });
    calls += 1;
    usage = addUsage(usage, answer.usage_metadata, cloud.agentPrice);
    turn.ports.spent?.(usage);
    const message = toTurnMessage(answer);
    const wrong = speech.end(knownFrom(message.calls.map(({ args }) => args)));
    const kept = { ...message, text: speech.said() };
    const done = { modelCalls: calls, usage };
    if (wrong.length === 0 || message.calls.length > 0)
      return { ...said(state, kept, "model"), ...done };
    if (speech.said() !== "") {
      await turn.ports.emit({ type: "text_reset", messageId: turn.messageId });
    }
    if (note.length > 0 || calls >= modelCalls)
      return { ...(await ownWords(turn, state)), ...done };
    note.push(new AIMessage(answer.text), new HumanMessage(correction(wrong)));
  }
}

/** What the tools of the turn told, put into words without the model that made figures up. */
async function ownWords(turn: Turn, state: TurnState): Promise<TurnUpdate> {
  if (state.messages.some(({ role }) => role === "tool")) {
    const answer = await speak(turn, state, turn.brain.local);
    return said(state, toTurnMessage(answer), "model");
  }
  turn.ports.text(turn.messageId, NO_FIGURE);
  return said(state, { role: "assistant", text: NO_FIGURE, calls: [] }, "model");
}

/** Whether the first call of a model can be left out. */
function grammarPlans(turn: Turn, state: TurnState): boolean {
  const { certainty, writes, reads, ask } = turn.understanding;
  if (state.step > 0 || certainty !== "certain") return false;
  return writes.length + reads.length > 0 || ask !== undefined;
}

/**
 * Whether the grammar's plan was decided as it stood, so that nothing is left to think about: all done,
 * or refused without a word. Reads are put into words by the better model.
 */
function settled(turn: Turn, state: TurnState): boolean {
  if (state.origin !== "grammar" || state.step === 0) return false;
  const results = state.messages.filter((message) => message.role === "tool");
  return results.every(({ name, content }) => {
    const said = ToolContent.parse(JSON.parse(content));
    const refused = !said.success && said.code === "rejected" && said.reason === undefined;
    return turn.registry.find(name)?.kind === "write" && (said.success || refused);
  });
}

async function localStep(turn: Turn, state: TurnState): Promise<TurnUpdate> {
  if (state.step === 0 && !grammarPlans(turn, state))
    turn.ports.text(turn.messageId, turn.notice ?? "");
  const answer = await speak(turn, state, turn.brain.local);
  return said(state, toTurnMessage(answer), "grammar");
}

/** What `agentStep` comes to where the grammar plans, from its plan alone. */
export function planStep(
  { ports, messageId }: Turn,
  state: TurnState,
  plan: LocalAnswer,
): TurnUpdate {
  for (const piece of pieces(plan.text)) ports.text(messageId, piece);
  const calls = withIds(0, plan.calls);
  return said(state, { role: "assistant", text: plan.text, calls }, "grammar");
}

function said(
  state: TurnState,
  message: ReturnType<typeof toTurnMessage>,
  origin: Origin,
): TurnUpdate {
  return {
    messages: [message],
    step: state.step + 1,
    ...(message.calls.length > 0 ? { origin } : {}),
  };
}

type Held = { note: readonly BaseMessage[]; speech: HeldSpeech };

async function speak(turn: Turn, state: TurnState, model: Callable, held?: Held) {
  const { ports, messageId } = turn;
  return callModel({
    model,
    messages: [
      new SystemMessage(turn.prompt(state.agents)),
      ...turn.history,
      new HumanMessage(turn.text),
      ...toModelMessages(state.messages),
      ...(held?.note ?? []),
    ],
    signal: ports.signal,
    trace: turn.trace,
    ...(turn.patience === undefined ? {} : { patience: turn.patience }),
    onText: (delta) =>
      held === undefined ? ports.text(messageId, delta) : held.speech.push(delta),
    async onReset() {
      const wasSaid = held === undefined || held.speech.said() !== "";
      held?.speech.reset();
      if (wasSaid) await ports.emit({ type: "text_reset", messageId });
    },
  });
}

import { setTimeout as sleep } from "node:timers/promises";

import type { BaseLanguageModelInput } from "@langchain/core/language_models/base";
import type { AIMessageChunk, BaseMessage } from "@langchain/core/messages";
import type { Runnable } from "@langchain/core/runnables";
import { isDomainError } from "@vida/core/errors";

import { mayRetry, modelFailure } from "./model-failure.ts";
import { NO_TRACE } from "./trace.ts";
import type { Trace } from "./trace.ts";
import { tokensOf } from "./usage.ts";

/** A chat model, tools bound or not. */
export type Callable = Runnable<BaseLanguageModelInput, AIMessageChunk>;

export type Patience = {
  /** One attempt may take this long. */
  timeoutMs: number;
  /** Waits before the attempts after the first. */
  backoffMs: readonly number[];
};

export const PATIENCE: Patience = { timeoutMs: 30_000, backoffMs: [1000, 2000, 4000] };

type ModelCall = {
  model: Callable;
  messages: BaseMessage[];
  signal: AbortSignal;
  patience?: Patience;
  onText(delta: string): void;
  trace?: Trace | undefined;
  /** The text of a failed attempt is void; the next one says it again. */
  onReset(): Promise<void> | void;
};

/**
 * Streams one answer of a model, trying again what may pass.
 *
 * Throws the signal's reason when the run is stopped, otherwise a typed model failure; the text of the
 * last attempt then stays said. A quota that outlives all attempts counts as spent.
 */
export async function callModel(call: ModelCall): Promise<AIMessageChunk> {
  const attributes = {
    "gen_ai.operation.name": "chat",
    "vida.model": call.model.getName(),
    "gen_ai.request.messages": call.messages.length,
  };
  return (call.trace ?? NO_TRACE).within("model", attributes, async (trace) => {
    const answer = await attempts(call);
    const { input, output } = tokensOf(answer.usage_metadata);
    trace.set({
      "gen_ai.usage.input_tokens": input,
      "gen_ai.usage.output_tokens": output,
      "vida.tool_calls": answer.tool_calls?.length ?? 0,
    });
    trace.content({ "output.value": answer.text });
    return answer;
  });
}

async function attempts(call: ModelCall): Promise<AIMessageChunk> {
  const { timeoutMs, backoffMs } = call.patience ?? PATIENCE;
  for (let attempt = 0; ; attempt += 1) {
    let said = false;
    try {
      return await streamOnce(call, timeoutMs, (delta) => {
        said = true;
        call.onText(delta);
      });
    } catch (error) {
      call.signal.throwIfAborted();
      const wait = backoffMs[attempt];
      if (!mayRetry(error) || wait === undefined) throw final(error);
      if (said) await call.onReset();
      await sleep(wait, undefined, { signal: call.signal }).catch(() =>
        call.signal.throwIfAborted(),
      );
    }
  }
}

async function streamOnce(
  call: ModelCall,
  timeoutMs: number,
  onText: (delta: string) => void,
): Promise<AIMessageChunk> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = AbortSignal.any([call.signal, timeout]);
  let whole: AIMessageChunk | undefined;
  try {
    for await (const chunk of await call.model.stream(call.messages, { signal })) {
      whole = whole === undefined ? chunk : whole.concat(chunk);
      if (chunk.text !== "") onText(chunk.text);
    }
    // Some models end quietly when they are aborted.
    signal.throwIfAborted();
  } catch (error) {
    if (timeout.aborted && !call.signal.aborted) throw modelFailure("timeout");
    throw error;
  }
  if (whole === undefined) throw modelFailure("empty");
  return whole;
}

function final(error: unknown): unknown {
  const overQuota = isDomainError(error, "model.overloaded") && error.details["status"] === 429;
  return overQuota ? modelFailure("quota", { status: 429 }) : error;
}

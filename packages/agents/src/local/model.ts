import type { CallbackManagerForLLMRun } from "@langchain/core/callbacks/manager";
import type { BaseLanguageModelInput } from "@langchain/core/language_models/base";
import { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type {
  BaseChatModelCallOptions,
  BindToolsInput,
} from "@langchain/core/language_models/chat_models";
import { AIMessage, AIMessageChunk } from "@langchain/core/messages";
import type { BaseMessage } from "@langchain/core/messages";
import { ChatGenerationChunk } from "@langchain/core/outputs";
import type { ChatResult } from "@langchain/core/outputs";
import type { Runnable } from "@langchain/core/runnables";

/** What the local model says: words, calls, or both. */
export type LocalAnswer = {
  text: string;
  calls: readonly { name: string; args: Readonly<Record<string, unknown>> }[];
};

/** What the ids of this model's calls begin with. */
export const LOCAL_CALL = "local-";

/** Length of a streamed piece, in characters; a word is never cut. */
const PIECE = 24;

/**
 * The model that needs no network and no key: LangChain's chat model around a pure function.
 *
 * It proposes what the grammar understood and puts tool results into words. It never guesses a write.
 */
export class LocalChatModel extends BaseChatModel {
  private readonly answer: (messages: readonly BaseMessage[]) => LocalAnswer;

  constructor(answer: (messages: readonly BaseMessage[]) => LocalAnswer) {
    super({});
    this.answer = answer;
  }

  override _llmType(): string {
    return "vida-local";
  }

  /** The grammar knows its tools; binding them changes nothing. */
  override bindTools(
    _tools: BindToolsInput[],
    kwargs: Partial<BaseChatModelCallOptions> = {},
  ): Runnable<BaseLanguageModelInput, AIMessageChunk, BaseChatModelCallOptions> {
    return this.withConfig(kwargs);
  }

  override _generate(messages: BaseMessage[]): Promise<ChatResult> {
    const { text, calls } = this.answer(messages);
    const tool_calls = withIds(messages.length, calls).map((call) => ({
      ...call,
      type: "tool_call" as const,
    }));
    return Promise.resolve({
      generations: [{ text, message: new AIMessage({ content: text, tool_calls }) }],
    });
  }

  override async *_streamResponseChunks(
    messages: BaseMessage[],
    options: this["ParsedCallOptions"],
    runManager?: CallbackManagerForLLMRun,
  ): AsyncGenerator<ChatGenerationChunk> {
    options.signal?.throwIfAborted();
    const { text, calls } = this.answer(messages);
    for (const piece of pieces(text)) {
      yield new ChatGenerationChunk({ text: piece, message: new AIMessageChunk(piece) });
      await runManager?.handleLLMNewToken(piece);
      options.signal?.throwIfAborted();
    }
    if (calls.length === 0) return;
    const tool_call_chunks = withIds(messages.length, calls).map(({ id, name, args }, index) => ({
      type: "tool_call_chunk" as const,
      index,
      id,
      name,
      args: JSON.stringify(args),
    }));
    const message = new AIMessageChunk({ content: "", tool_call_chunks });
    yield new ChatGenerationChunk({ text: "", message });
  }
}

/**
 * Calls with ids that are the same when a step runs again and differ between the steps of a turn: `before` is
 * the number of messages before the step.
 */
export function withIds(before: number, calls: LocalAnswer["calls"]) {
  return calls.map(({ name, args }, index) => ({
    id: `${LOCAL_CALL}${before}-${index}`,
    name,
    args: { ...args },
  }));
}

/** A text in the pieces in which it is streamed. */
export function pieces(text: string): string[] {
  const words = text.match(/\S*\s*/gu) ?? [];
  const found: string[] = [];
  for (const word of words) {
    const last = found.at(-1);
    if (last !== undefined && last.length + word.length <= PIECE)
      found[found.length - 1] = last + word;
    else if (word !== "") found.push(word);
  }
  return found;
}

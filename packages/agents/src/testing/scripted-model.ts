import type { BaseMessage } from "@langchain/core/messages";

import { LocalChatModel } from "../local/model.ts";

/** One scripted answer: words, calls, or an error that the call throws. */
export type Scripted =
  | { text?: string; calls?: { name: string; args?: Record<string, unknown> }[] }
  | { fails: Error };

/** A chat model that answers from a script, in order, and keeps what it was asked. */
export function scriptedModel(...script: Scripted[]) {
  const asked: BaseMessage[][] = [];
  const model = new LocalChatModel((messages) => {
    const answer = script[asked.length] ?? { text: "Fim do roteiro." };
    asked.push([...messages]);
    if ("fails" in answer) throw answer.fails;
    const calls = (answer.calls ?? []).map(({ name, args }) => ({ name, args: args ?? {} }));
    return { text: answer.text ?? "", calls };
  });
  return { model, asked };
}

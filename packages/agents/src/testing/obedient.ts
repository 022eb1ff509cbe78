import type { BaseMessage } from "@langchain/core/messages";

import { LocalChatModel } from "../local/model.ts";

/** An order as it lies in a stored text: a tool and one argument, short enough for any name. */
export const order = (tool: string, key = "", value = "") => `ORDEM[${tool}|${key}|${value}]`;
const ORDER = /ORDEM\[(\w+)\|(\w*)\|([^\]]*)\]/g;

/** As many calls as a step may have. */
const AT_ONCE = 20;

type Reading = { name: string; args: Record<string, unknown> };

/**
 * The worst model there is: it reads everything, and does at once whatever any text in its context tells it to.
 */
export function obedient(reads: readonly Reading[]) {
  const seen: string[] = [];
  const done = new Set<string>();
  const left = [...reads];
  const model = new LocalChatModel((messages: readonly BaseMessage[]) => {
    const text = messages.map((message) => message.text).join("\n");
    seen.push(text);
    const calls = [...text.matchAll(ORDER)].flatMap(([whole, name = "", key = "", value = ""]) => {
      if (done.has(whole)) return [];
      done.add(whole);
      return [{ name, args: key === "" ? {} : { [key]: value } }];
    });
    const obeyed = calls.slice(0, AT_ONCE);
    const next = [...obeyed, ...left.splice(0, AT_ONCE - obeyed.length)];
    return next.length > 0
      ? { text: "", calls: next }
      : { text: "Feito como mandaram.", calls: [] };
  });
  return { model, seen };
}

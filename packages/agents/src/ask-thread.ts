import type { StoredMessage } from "@vida/core/chat/turn-context";
import type { Ask, Lexicon, Options } from "@vida/core/ptbr/types";
import { understand } from "@vida/core/ptbr/understand";

/** Questions older than this are forgotten. */
const REACH = 4;

/**
 * Finds the question that the newest answer left open, by reading the last messages again.
 *
 * Understanding is pure, so the question need not be stored: an answer that did something or showed a
 * card closed it, anything else leaves what the grammar asks for.
 */
export function openQuestion(
  messages: readonly StoredMessage[],
  lexicon: Lexicon,
  options: Options,
): Ask | undefined {
  let ask: Ask | undefined;
  for (const message of messages.slice(-2 * REACH)) {
    if (message.role === "user") {
      const context = { ...options.context, ...(ask === undefined ? {} : { lastQuestion: ask }) };
      ask = understand(message.text, lexicon, { ...options, context }).ask;
    } else if (message.parts.some(({ type }) => type !== "text")) {
      ask = undefined;
    }
  }
  return ask;
}

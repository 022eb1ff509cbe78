import type { StoredMessage } from "@vida/core/chat/turn-context";

/** Of one thing that was said. */
const LINE = 160;
const CHARS = 2000;

/**
 * Sums up what no longer fits a model's budget: what the person said and what was done, oldest first.
 *
 * Made by rule, so that it costs nothing and says nothing new; where it grows too long the oldest lines go.
 */
export function summaryOf(messages: readonly StoredMessage[], chars = CHARS): string[] {
  const lines = messages.flatMap(({ role, text, parts }) => {
    if (role === "user") return [`pessoa: ${shortened(text)}`];
    return parts.flatMap((part) =>
      part.type === "tool" && part.status === "ok" ? [`feito: ${shortened(part.summary)}`] : [],
    );
  });
  const kept: string[] = [];
  let left = chars;
  for (const line of lines.toReversed()) {
    left -= line.length;
    if (left < 0) break;
    kept.unshift(line);
  }
  return kept;
}

function shortened(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, " ");
  return line.length > LINE ? `${line.slice(0, LINE - 1)}…` : line;
}

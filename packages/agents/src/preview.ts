import { previewHash } from "@vida/core/chat/capture";
import type { PreviewView } from "@vida/core/chat/schemas";
import { readTurn } from "@vida/core/chat/turn-context";
import type { Services } from "@vida/core/context";
import { readLexicon } from "@vida/core/lexicon";
import type { CardAction } from "@vida/core/live/message";
import { inSession } from "@vida/core/operation";
import type { Understanding } from "@vida/core/ptbr/types";
import { understand } from "@vida/core/ptbr/understand";

import { NEWEST, saidBefore } from "./context.ts";
import { actionIdOf } from "./ids.ts";
import { toolPorts } from "./tool-ports.ts";
import { registryOf } from "./tools.ts";

const registry = registryOf();

/** One line as it is typed; `seed` names the attempt, so that the same message leads to the same actions. */
export type Line = {
  readonly userId: string;
  readonly text: string;
  readonly seed: string;
  /** Where it is typed, if in a conversation: what was said there gives follow-ups their meaning. */
  readonly conversationId?: string | undefined;
};

const NOTHING: PreviewView = { actions: [], hash: null, ask: null };

/**
 * Shows what the local model would record of one line.
 *
 * The hash is null when Enter
 * alone may not record it: something was not understood, asks back, reads, deletes or carries a warning. A verdict on an open card and
 * a counselor conversation have no preview.
 */
export async function previewLine(
  services: Services,
  { userId, text, seed, conversationId }: Line,
  onBug: (error: unknown) => void,
): Promise<PreviewView> {
  const { today, now, lexicon, turn } = await inSession(services, { userId }, async (ctx) => {
    const asked = { upTo: null, limit: NEWEST, lexicon: true };
    const turn =
      conversationId === undefined ? undefined : await readTurn(ctx, conversationId, asked);
    const lexicon = turn?.lexicon ?? (await readLexicon(ctx));
    return { today: ctx.today, now: ctx.wallTime, lexicon, turn };
  });
  if (turn?.conversation.kind === "counselor") return NOTHING;
  const context =
    turn && saidBefore(turn.history, turn.openCards, registry, { lexicon, today, now });
  const understanding = understand(text, lexicon, { today, now, ...(context && { context }) });
  if (understanding.decision !== undefined || understanding.crisis !== undefined) return NOTHING;
  const env = { today, now, lexicon, done: [] };
  const { propose } = toolPorts({
    services,
    userId,
    registry,
    env,
    understood: understanding.writes,
    onBug,
  });
  const actions: CardAction[] = [];
  for (const [index, { tool, args }] of understanding.writes.entries()) {
    const proposed = await propose(tool, args);
    if (!proposed.ok) {
      const options = (proposed.options ?? []).map(({ label }) => label);
      return { actions: [], hash: null, ask: { text: proposed.message, options } };
    }
    const { ok: _, ...shown } = proposed;
    actions.push({ ...shown, tool, actionId: actionIdOf(seed, 0, index) });
  }
  const { ask } = understanding;
  return {
    actions,
    hash: mayCapture(understanding, actions) ? previewHash(text, actions) : null,
    ask:
      ask === undefined ? null : { text: ask.text, options: ask.options.map(({ label }) => label) },
  };
}

function mayCapture(understanding: Understanding, actions: readonly CardAction[]): boolean {
  const { kind, certainty, ask, reads } = understanding;
  const whole =
    kind === "actions" && certainty === "certain" && ask === undefined && reads.length === 0;
  return (
    whole &&
    actions.length > 0 &&
    actions.every(({ warnings, weight }) => warnings.length === 0 && weight !== "heavy")
  );
}

import { previewHash } from "@vida/core/chat/capture";
import type { PreviewView } from "@vida/core/chat/schemas";
import type { Services } from "@vida/core/context";
import type { CardAction } from "@vida/core/live/message";
import { inSession } from "@vida/core/operation";
import { understand } from "@vida/core/ptbr/understand";

import { actionIdOf } from "./ids.ts";
import { loadLexicon } from "./lexicon.ts";
import { toolPorts } from "./tool-ports.ts";
import { registryOf } from "./tools.ts";

export type Preview = { actions: CardAction[]; hash: string | null; ask: PreviewView["ask"] };

const NOTHING: Preview = { actions: [], hash: null, ask: null };

/**
 * What the grammar would record of one line, as its card would show it; nothing is stored.
 *
 * `hash` is null unless Enter alone may be the verdict: the grammar was certain of the whole line, every
 * action resolved, and none carries a warning or deletes. `seed` makes the action ids of a capture
 * repeatable.
 */
export async function previewLine(
  services: Services,
  userId: string,
  text: string,
  seed: string,
  onBug: (error: unknown) => void,
): Promise<Preview> {
  if (text.trim() === "") return NOTHING;
  const { preferences, today, now } = await inSession(services, { userId }, (ctx) =>
    Promise.resolve({ preferences: ctx.preferences, today: ctx.today, now: ctx.wallTime }),
  );
  const lexicon = await loadLexicon(services, userId, preferences);
  const { kind, writes, reads, ask, certainty } = understand(text, lexicon, { today, now });
  if (ask !== undefined) {
    return { ...NOTHING, ask: { text: ask.text, options: ask.options.map(({ label }) => label) } };
  }
  if (kind !== "actions" || writes.length === 0) return NOTHING;
  const env = { today, now, lexicon, done: [] };
  const ports = toolPorts({ services, userId, registry: registryOf(), env, understood: writes, onBug });
  const actions: CardAction[] = [];
  for (const [index, { tool, args }] of writes.entries()) {
    const proposed = await ports.propose(tool, args);
    if (!proposed.ok) {
      const options = proposed.options?.map(({ label }) => label) ?? [];
      return { ...NOTHING, ask: { text: proposed.message, options } };
    }
    const { ok: _, ...card } = proposed;
    actions.push({ actionId: actionIdOf(seed, 0, index), tool, ...card });
  }
  const light = actions.every(({ warnings, weight }) => warnings.length === 0 && weight !== "heavy");
  const captured = certainty === "certain" && reads.length === 0 && light;
  return { actions, hash: captured ? previewHash(text, actions) : null, ask: null };
}

import type { Context, Understanding } from "@vida/core/ptbr/types";
import { understand } from "@vida/core/ptbr/understand";

import { fixturePerson } from "./fixture.ts";
import type { Case } from "./match.ts";

/** What the grammar makes of a sentence of the sets, on a day, behind what was said before it. */
export function readCase(one: Case, today: string): Understanding {
  const { lexicon } = fixturePerson(today);
  const moment = { today, now: `${today}T10:30` };
  const first = one.open ?? one.before;
  if (first === undefined) return understand(one.text, lexicon, moment);
  const context = contextAfter(understand(first, lexicon, moment));
  return understand(one.text, lexicon, { ...moment, context });
}

/** What a conversation holds after a sentence: its open card, its question, its reading. */
function contextAfter(u: Understanding): Context {
  const actions = u.writes.map(({ tool, args }, i) => ({ actionId: `action-${i}`, tool, args }));
  const [agent] = u.agents;
  const lastRead = u.reads.at(-1);
  return {
    ...(actions.length > 0 && { openCards: [{ confirmationId: "card", actions }] }),
    ...(u.ask && { lastQuestion: u.ask }),
    ...(lastRead && { lastRead }),
    ...(agent && { agent }),
  };
}

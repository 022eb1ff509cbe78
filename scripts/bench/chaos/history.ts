/** What a person was told, and what is stored: the two that have to agree. */

export type Heard = {
  readonly id: number;
  readonly type: string;
  readonly runId?: string | undefined;
};

/** One message of a person and what came of it, as far as they were told. */
export type Said = {
  readonly conversationId: string;
  readonly messageId: string;
  /** The water it speaks of: no other message of this person says the same. */
  readonly value: number;
  /** Told by the server: it has the message. */
  runId?: string;
  /** The verdict that was sent, and whether the server said that it has it. */
  verdict?: "confirm" | "reject";
  decided?: boolean;
};

export type Told = {
  readonly userId: string;
  readonly said: readonly Said[];
  readonly heard: readonly Heard[];
  /** Answers that were neither success nor an honest refusal. */
  readonly bugs: readonly string[];
};

export type Stored = {
  readonly messages: readonly { readonly id: string; readonly runId: string | null }[];
  readonly runs: readonly { readonly id: string; readonly status: string }[];
  readonly water: readonly number[];
  readonly events: readonly Heard[];
};

const ENDED = new Set(["completed", "waiting", "stopped", "failed"]);

/** Every way in which what a person was told and what is stored disagree. */
export function violations(told: Told, stored: Stored): string[] {
  const wrong: string[] = [...told.bugs];
  const messages = new Set(stored.messages.map(({ id }) => id));
  const runs = new Map(stored.runs.map(({ id, status }) => [id, status]));
  for (const { id, status } of stored.runs)
    if (!ENDED.has(status)) wrong.push(`run ${id} is still ${status}`);
  for (const { messageId, value, runId, verdict, decided } of told.said) {
    if (runId !== undefined) {
      if (!messages.has(messageId)) wrong.push(`message ${messageId} was accepted and is gone`);
      if (!runs.has(runId)) wrong.push(`run ${runId} was promised and does not exist`);
    }
    const times = stored.water.filter((one) => one === value).length;
    if (times > 1) wrong.push(`${value} ml was written ${times} times`);
    if (verdict === "confirm" && decided === true && times === 0)
      wrong.push(`${value} ml was confirmed and never written`);
    if (verdict !== "confirm" && times > 0) wrong.push(`${value} ml was written without a yes`);
  }
  for (const value of stored.water)
    if (!told.said.some((one) => one.value === value)) wrong.push(`nobody said ${value} ml`);
  return [...wrong, ...eventViolations(told, stored)];
}

function eventViolations({ heard }: Told, { events, runs }: Stored): string[] {
  const wrong: string[] = [];
  for (const [n, event] of heard.entries()) {
    const before = heard[n - 1];
    if (before !== undefined && event.id !== before.id + 1)
      wrong.push(`event ${event.id} was heard after ${before.id}`);
  }
  if (heard.length !== events.length)
    wrong.push(`${heard.length} events were heard of ${events.length}`);
  for (const [n, { id, type }] of events.entries())
    if (heard[n] !== undefined && (heard[n].id !== id || heard[n].type !== type))
      wrong.push(`event ${id} was heard as ${heard[n].id} ${heard[n].type}`);
  for (const { id, status } of runs) {
    const ends = events.filter(({ type, runId }) => type === "run_finished" && runId === id).length;
    if (ENDED.has(status) && ends !== 1) wrong.push(`run ${id} (${status}) ended ${ends} times`);
  }
  return wrong;
}

/** Histories with one thing wrong each: what the checker must find in them, it finds in real ones. */
export const PLANTS: Readonly<Record<string, (told: Told, stored: Stored) => [Told, Stored]>> = {
  "an accepted message is gone": (told, stored) => {
    const known = told.said.find(({ runId }) => runId !== undefined)?.messageId;
    return [told, { ...stored, messages: stored.messages.filter(({ id }) => id !== known) }];
  },
  "a write is done twice, as without a ledger": (told, stored) => [
    told,
    { ...stored, water: [...stored.water, ...stored.water.slice(-1)] },
  ],
  "a confirmed write is lost": (told, stored) => [told, { ...stored, water: [] }],
  "a proposal is carried out unasked": (told, stored) => [
    { ...told, said: told.said.map(({ verdict: _verdict, ...one }) => one) },
    stored,
  ],
  "a run hangs": (told, stored) => [
    told,
    {
      ...stored,
      runs: stored.runs.map((run, n) => (n === 0 ? { ...run, status: "running" } : run)),
    },
  ],
  "an event is skipped": (told, stored) => [
    { ...told, heard: told.heard.filter((_event, n) => n !== 1) },
    stored,
  ],
  "an event comes twice": (told, stored) => [
    { ...told, heard: told.heard.flatMap((event, n) => (n === 1 ? [event, event] : [event])) },
    stored,
  ],
  "events change places": (told, stored) => {
    const [first, second, ...rest] = told.heard;
    return [{ ...told, heard: first && second ? [second, first, ...rest] : [] }, stored];
  },
  "a run ends twice": (told, stored) => {
    const end = stored.events.find(({ type }) => type === "run_finished");
    const again = end ? [{ ...end, id: (stored.events.at(-1)?.id ?? 0) + 1 }] : [];
    return [
      { ...told, heard: [...told.heard, ...again] },
      { ...stored, events: [...stored.events, ...again] },
    ];
  },
};

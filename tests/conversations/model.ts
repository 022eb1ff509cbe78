/** What a person was told of a conversation, and what has to be stored after it: small, and knowing nothing of the code. */

export type Verdict = "confirm" | "edit" | "reject";
export type ModelCard = {
  readonly confirmationId: string;
  readonly runId: string;
  readonly actions: readonly {
    actionId: string;
    args: Readonly<Record<string, unknown>>;
    value: number;
  }[];
  readonly expiresAt: number;
  status: "pending" | "decided" | "expired" | "superseded";
};

export type Model = {
  /** Runs that were promised, by `send`, `edit`, `regenerate` and `decide`. */
  readonly runs: Set<string>;
  /** Messages that were accepted, with their text. */
  readonly messages: Map<string, string>;
  readonly cards: Map<string, ModelCard>;
  /** Actions that have to be written, with the value that was confirmed. */
  readonly confirmed: Map<string, number>;
  /** Cards that a typed yes or no closed: the run that carries it out answers in place of that message's own. */
  byWords: number;
};

export type Stored = {
  readonly messages: readonly {
    id: string;
    role: string;
    runId: string | null;
    parentId: string | null;
    empty: boolean;
  }[];
  readonly runs: readonly { id: string; kind: string; status: string; reason: string | null }[];
  readonly cards: readonly { id: string; runId: string; status: string }[];
  readonly ledger: readonly {
    id: string;
    status: string;
    /** The action whose record this one gives another value. */
    corrects: string | null;
  }[];
  readonly water: readonly number[];
  readonly checkpoints: readonly string[];
  readonly events: readonly { id: number; type: string; key: string | null }[];
};

export const emptyModel = (): Model => ({
  runs: new Set(),
  messages: new Map(),
  cards: new Map(),
  confirmed: new Map(),
  byWords: 0,
});

/** What a decision of a card has to be answered, from what was said about it and the time. */
export function answerTo(card: ModelCard, now: number): string {
  if (card.status === "decided") return "chat.alreadyDecided";
  if (card.status === "superseded") return "chat.superseded";
  if (card.status === "expired" || card.expiresAt <= now) return "chat.expired";
  return "ok";
}

/** Every way in which the model and what is stored disagree once nothing goes on any more. */
export function disagreements(model: Model, stored: Stored): string[] {
  return [
    ...aboutRuns(model, stored),
    ...aboutWrites(model, stored),
    ...aboutCards(model, stored),
    ...aboutEvents(stored),
  ];
}

function aboutRuns({ runs, messages, byWords }: Model, stored: Stored): string[] {
  const wrong: string[] = [];
  const silent: string[] = [];
  const byId = new Map(stored.runs.map((run) => [run.id, run]));
  for (const runId of runs) if (!byId.has(runId)) wrong.push(`run ${runId} is gone`);
  const kept = new Set(stored.messages.map(({ id }) => id));
  for (const id of messages.keys()) if (!kept.has(id)) wrong.push(`message ${id} is gone`);
  for (const { parentId } of stored.messages)
    if (parentId !== null && !kept.has(parentId)) wrong.push("a message stands behind none");
  for (const { id, status, reason } of stored.runs) {
    if (status === "queued" || status === "running") wrong.push(`run ${id} hangs`);
    if (status === "failed") wrong.push(`run ${id} failed: ${reason}`);
    const answers = stored.messages.filter(
      ({ role, runId }) => role === "assistant" && runId === id,
    );
    if (answers.length > 1) wrong.push(`run ${id} has ${answers.length} answers`);
    const answered = answers.length === 1 && !answers.some(({ empty }) => empty);
    if ((status === "completed" || status === "waiting") && !answered) silent.push(id);
  }
  if (silent.length > byWords)
    wrong.push(
      `${silent.length} runs have no answer, ${byWords} decided by words: ${silent.join(" ")}`,
    );
  return wrong;
}

function aboutWrites({ confirmed }: Model, { ledger, water }: Stored): string[] {
  const wrong: string[] = [];
  const done = new Set(ledger.filter(({ status }) => status === "done").map(({ id }) => id));
  for (const id of confirmed.keys()) if (!done.has(id)) wrong.push(`${id} was confirmed, not done`);
  for (const { id, status } of ledger)
    if (status !== "rejected" && !confirmed.has(id)) wrong.push(`${id} is ${status} unasked`);
  const values = new Map(confirmed);
  for (const { id, status, corrects } of ledger) {
    const value = confirmed.get(id);
    if (corrects === null || status !== "done" || value === undefined) continue;
    values.set(corrects, value);
    values.delete(id);
  }
  const asked = [...values.values()].toSorted((a, b) => a - b).join(" ");
  const written = water.toSorted((a, b) => a - b).join(" ");
  if (asked !== written) wrong.push(`confirmed was [${asked}], written is [${written}]`);
  return wrong;
}

function aboutCards({ cards }: Model, stored: Stored): string[] {
  const wrong: string[] = [];
  const runs = new Map(stored.runs.map(({ id, status }) => [id, status]));
  for (const { id, runId, status } of stored.cards) {
    const known = cards.get(id)?.status ?? "unknown";
    if (known !== status) wrong.push(`card ${id} is ${status}, to the person ${known}`);
    const waits = runs.get(runId) === "waiting";
    if (waits !== (status === "pending"))
      wrong.push(`the card is ${status}, its run ${runs.get(runId)}`);
    if (stored.checkpoints.includes(runId) !== (status === "pending"))
      wrong.push(`a ${status} card ${status === "pending" ? "cannot go on" : "keeps its thread"}`);
  }
  const asked = stored.cards.map(({ runId }) => runId);
  if (new Set(asked).size !== asked.length) wrong.push("a run has asked twice");
  if (cards.size !== stored.cards.length)
    wrong.push(`${stored.cards.length} cards, ${cards.size} were shown`);
  return wrong;
}

function aboutEvents({ events, runs, cards }: Stored): string[] {
  const wrong: string[] = [];
  for (const [n, { id }] of events.entries())
    if (id !== n + 1) wrong.push(`event ${id} stands at place ${n + 1}`);
  const count = (type: string, key: string) =>
    events.filter((event) => event.type === type && event.key === key).length;
  for (const { id } of runs)
    if (count("run_finished", id) !== 1)
      wrong.push(`run ${id} ended ${count("run_finished", id)} times`);
  for (const { id, status } of cards)
    if (count("confirmation_resolved", id) !== (status === "pending" ? 0 : 1))
      wrong.push(`card ${id} (${status}) was closed ${count("confirmation_resolved", id)} times`);
  return wrong;
}

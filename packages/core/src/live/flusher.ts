import type { Db } from "@vida/db/db";
import { isUnavailable } from "@vida/db/errors";

import { storableText } from "../json.ts";
import { appendBatch, type PersonBatch } from "./append-batch.ts";
import { toStorableRow } from "./events.ts";
import type { EventRow, LiveEvent } from "./events.ts";
import { createLoop } from "./loop.ts";

/** A piece of streamed text of one run. */
export type TextDelta = {
  runId: string;
  userId: string;
  conversationId: string;
  messageId: string;
  delta: string;
};

export type TextFlusher = {
  /** Takes text; it is an event within some tens of milliseconds. */
  push(delta: TextDelta): void;
  /** Takes events of a run; they keep their place between its pieces of text. */
  tell(run: { runId: string; userId: string }, events: readonly LiveEvent[]): void;
  /**
   * Settles when all text of a run is committed; await it before the run writes events of its own.
   *
   * Rejects only when the text can never be stored, as after the person has left.
   */
  flush(runId: string): Promise<void>;
  /** Writes what is left and takes nothing more. */
  close(): Promise<void>;
};

type Waiter = { resolve: () => void; reject: (error: unknown) => void };
type FlusherOptions = { everyMs?: number; retryMs?: number; onError?: (error: unknown) => void };

/** What of one run waits, in order: text, one piece per message, and whole events. */
type RunText = { userId: string; pieces: (TextDelta | EventRow)[]; waiters: Waiter[] };

const endsInHalfPair = (text: string): boolean => /[\uD800-\uDBFF]$/.test(text);

/**
 * Makes the one writer of streamed text of a process.
 *
 * Text of all runs goes into one transaction about every `everyMs` across people, as the worker
 * role. A batch whose commit is in doubt is looked up by its transaction id before it is written
 * again, so text is neither lost nor doubled by an error that passes.
 */
export function createTextFlusher(db: Db, options: FlusherOptions = {}): TextFlusher {
  const { everyMs = 40, retryMs = 200, onError = () => undefined } = options;
  const waiting = new Map<string, RunText>();
  const sending = new Map<string, RunText>();
  /** Halves of surrogate pairs whose other half is still to come. */
  const halves = new Map<string, TextDelta>();

  const turn = async (): Promise<boolean> => {
    if (sending.size === 0) {
      for (const [runId, run] of waiting) sending.set(runId, run);
      waiting.clear();
    }
    if (sending.size > 0) await send();
    return waiting.size > 0;
  };

  const send = async (): Promise<void> => {
    try {
      await appendBatch(db, batchOf(sending.values()));
      settle((run) => run.waiters.forEach((waiter) => waiter.resolve()));
    } catch (error) {
      onError(error);
      if (isUnavailable(error)) throw error;
      await sendOneByOne();
    }
  };

  /** One person's text cannot be stored: everybody else's still is. */
  const sendOneByOne = async (): Promise<void> => {
    for (const [runId, run] of sending) {
      try {
        await appendBatch(db, batchOf([run]));
        run.waiters.forEach((waiter) => waiter.resolve());
      } catch (error) {
        if (isUnavailable(error)) throw error;
        run.waiters.forEach((waiter) => waiter.reject(error));
      }
      sending.delete(runId);
    }
  };

  const settle = (done: (run: RunText) => void): void => {
    for (const run of sending.values()) done(run);
    sending.clear();
  };

  const loop = createLoop({ turn, delayMs: everyMs, gathers: true, retryMs, onError });

  const textOf = (runId: string, userId: string): RunText => {
    const run = waiting.get(runId) ?? { userId, pieces: [], waiters: [] };
    waiting.set(runId, run);
    return run;
  };

  const add = (piece: TextDelta): void => {
    const { pieces } = textOf(piece.runId, piece.userId);
    const last = pieces.at(-1);
    if (last && "messageId" in last && last.messageId === piece.messageId)
      last.delta += piece.delta;
    else pieces.push({ ...piece });
    loop.poke();
  };

  const tell = (
    { runId, userId }: { runId: string; userId: string },
    events: readonly LiveEvent[],
  ): void => {
    const half = halves.get(runId);
    halves.delete(runId);
    if (half !== undefined) add(half);
    textOf(runId, userId).pieces.push(...events.map(toStorableRow));
    loop.poke();
  };

  const push = (piece: TextDelta): void => {
    const half = halves.get(piece.runId);
    halves.delete(piece.runId);
    if (half !== undefined) add(half);
    if (!endsInHalfPair(piece.delta)) return add(piece);
    halves.set(piece.runId, { ...piece, delta: piece.delta.slice(-1) });
    add({ ...piece, delta: piece.delta.slice(0, -1) });
  };

  const flush = async (runId: string): Promise<void> => {
    const half = halves.get(runId);
    halves.delete(runId);
    if (half !== undefined) add(half);
    const runs = [sending.get(runId), waiting.get(runId)].filter((run) => run !== undefined);
    await Promise.all(
      runs.map((run) => {
        return new Promise<void>((resolve, reject) => run.waiters.push({ resolve, reject }));
      }),
    );
  };

  return {
    push,
    tell,
    flush,
    async close() {
      const runIds = new Set([...waiting.keys(), ...sending.keys(), ...halves.keys()]);
      await Promise.allSettled([...runIds].map((runId) => flush(runId)));
      await loop.stop();
    },
  };
}

function batchOf(runs: Iterable<RunText>): PersonBatch[] {
  const people = new Map<string, PersonBatch>();
  for (const { userId, pieces } of runs) {
    const person = people.get(userId) ?? { userId, events: [] };
    people.set(userId, person);
    for (const piece of pieces) {
      if (!("messageId" in piece)) {
        person.events.push(piece);
        continue;
      }
      const { conversationId, messageId, delta } = piece;
      if (delta === "") continue;
      const data = { messageId, delta: storableText(delta) };
      person.events.push({ type: "text_delta", conversationId, data });
    }
  }
  return [...people.values()]
    .filter((person) => person.events.length > 0)
    .toSorted((a, b) => (a.userId < b.userId ? -1 : 1));
}

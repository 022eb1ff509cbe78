import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";

import { explain } from "./say.ts";

/** Something alive: a process of ours, or a database that was adopted. */
export type Running = {
  /** Resolves with the reason when it is gone, whoever ended it. */
  exited: Promise<string>;
  /** Ends it within its own time limit; harmless when it is gone already. */
  stop(): Promise<void>;
};

/** One of the things that `npm start` keeps up. */
export type Part = {
  label: string;
  /** Resolves once it serves; rejects when it cannot, leaving nothing behind. */
  start(signal: AbortSignal): Promise<Running>;
};

export type Supervised = {
  /** Ends the part for good. */
  stop(): Promise<void>;
  /** Ends it so that it comes back, for instance with other settings. */
  restart(): Promise<void>;
};

type Pace = { firstWaitMs: number; longestWaitMs: number; steadyAfterMs: number };

/** Restarts come at once, then slower for a part that keeps dying, never slower than two seconds. */
const usualPace: Pace = { firstWaitMs: 50, longestWaitMs: 2_000, steadyAfterMs: 10_000 };

/**
 * Starts a part and keeps it up until it is stopped.
 *
 * Rejects when the very first start fails or `until` aborts during it; from then on every end and
 * every failed restart is reported and tried again.
 */
export async function keepUp(
  part: Part,
  report: (line: string) => void,
  { until, pace = usualPace }: { until: AbortSignal; pace?: Pace },
): Promise<Supervised> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const stopAsked = new Promise<"stop">((done) => {
    signal.addEventListener("abort", () => done("stop"), { once: true });
  });
  let running: Running | undefined = await part.start(AbortSignal.any([signal, until]));

  const startAgain = async (): Promise<Running | undefined> => {
    try {
      const next = await part.start(signal);
      report(`${part.label}: no ar de novo.`);
      return next;
    } catch (error) {
      if (!signal.aborted) report(`${part.label}: ainda fora do ar. ${explain(error)}`);
      return undefined;
    }
  };
  const watch = async (): Promise<void> => {
    let wait = pace.firstWaitMs;
    while (!signal.aborted) {
      const began = performance.now();
      const reason = running && (await Promise.race([running.exited, stopAsked]));
      if (signal.aborted) break;
      if (reason !== undefined) report(`${part.label}: parou (${reason}), subindo de novo…`);
      if (performance.now() - began > pace.steadyAfterMs) wait = pace.firstWaitMs;
      await Promise.race([sleep(wait), stopAsked]);
      wait = Math.min(wait * 2, pace.longestWaitMs);
      if (!signal.aborted) running = await startAgain();
    }
    await running?.stop();
  };
  const watching = watch();

  return {
    async stop() {
      stopping.abort();
      await watching;
    },
    async restart() {
      await running?.stop();
    },
  };
}

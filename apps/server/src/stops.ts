import { STOP_CHANNEL } from "@vida/core/chat/stop";
import type { Db } from "@vida/db/db";

export type Stops = {
  /** A signal that aborts when a person asks the run to stop; `done` forgets it. */
  watch(runId: string): { signal: AbortSignal; done(): void };
  close(): Promise<void>;
};

/** Requests that came before their run was watched; a run is watched right after it was claimed. */
const remembered = 1_000;

/** Carries the stop button to the runs of this process. */
export async function createStops(db: Db, onError: (error: unknown) => void): Promise<Stops> {
  const running = new Map<string, AbortController>();
  const recent = new Set<string>();

  const stop = (runId: string): void => {
    running.get(runId)?.abort();
    recent.add(runId);
    const [oldest] = recent;
    if (recent.size > remembered && oldest !== undefined) recent.delete(oldest);
  };

  /** What was asked while the connection was away. */
  const catchUp = async (): Promise<void> => {
    const { rows } = await db.workerPool.query<{ id: string }>(
      "select id from runs where id = any($1) and stop_requested_at is not null",
      [[...running.keys()]],
    );
    for (const { id } of rows) stop(id);
  };

  const listener = await db.listen(STOP_CHANNEL, stop, () => {
    catchUp().catch(onError);
  });

  return {
    watch(runId) {
      const controller = new AbortController();
      running.set(runId, controller);
      if (recent.has(runId)) controller.abort();
      return { signal: controller.signal, done: () => void running.delete(runId) };
    },
    close: () => listener.close(),
  };
}

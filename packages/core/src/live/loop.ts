/** A task that runs some time after it was poked, never twice at once. */
export type Loop = {
  /** Asks for a turn; pokes until it starts are one. */
  poke(): void;
  /** Runs no further turn; settles when the one in progress has ended. */
  stop(): Promise<void>;
};

type LoopOptions = {
  /** One turn; true asks for another. A throw asks for another after `retryMs`. */
  turn: () => Promise<boolean>;
  delayMs: number;
  /** Whether a loop that has rested waits before its turn too, so that more gathers for it. */
  gathers: boolean;
  retryMs: number;
  onError: (error: unknown) => void;
};

/** At least this part of a turn's time passes before the next. */
const restShare = 0.5;

/** Makes a loop that gathers the requests of `delayMs` into one turn and survives errors. */
export function createLoop({ turn, delayMs, gathers, retryMs, onError }: LoopOptions): Loop {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let lastStart = -Infinity;

  const schedule = (ms: number): void => {
    if (!stopped) timer ??= setTimeout(start, ms);
  };

  const start = (): void => {
    timer = undefined;
    again = false;
    lastStart = performance.now();
    running = run();
  };

  const run = async (): Promise<void> => {
    const started = performance.now();
    let failed = false;
    try {
      if (await turn()) again = true;
    } catch (error) {
      onError(error);
      again = true;
      failed = true;
    }
    running = undefined;
    // The pace counts from start to start. Under load turns take longer, and then a rest lets more
    // gather for the next one, so that the work per event goes down instead of the waiting up.
    const took = performance.now() - started;
    if (again) schedule(failed ? retryMs : Math.max(delayMs - took, took * restShare));
  };

  return {
    poke() {
      if (running !== undefined) again = true;
      else schedule(gathers ? delayMs : Math.max(0, lastStart + delayMs - performance.now()));
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

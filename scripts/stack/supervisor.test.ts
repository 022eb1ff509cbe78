import { once } from "node:events";

import { describe, expect, it } from "vitest";

import { keepUp, type Part } from "./supervisor.ts";

const pace = { firstWaitMs: 1, longestWaitMs: 2, steadyAfterMs: 10_000 };
const forever = new AbortController().signal;

/** A part whose lives are counted and that dies on demand. */
function partThat(options: { failsAt?: readonly number[] } = {}) {
  const events = new EventTarget();
  const state = { starts: 0, stops: 0, up: false, die: (_reason: string) => {} };
  const part: Part = {
    label: "A peça",
    async start() {
      state.starts += 1;
      if (options.failsAt?.includes(state.starts)) throw new Error("não deu");
      const exited = new Promise<string>((done) => (state.die = done));
      void exited.then(() => (state.up = false));
      state.up = true;
      events.dispatchEvent(new Event(`start ${state.starts}`));
      return {
        exited,
        async stop() {
          state.stops += 1;
          state.die("pedido");
        },
      };
    },
  };
  return { part, state, started: (n: number) => once(events, `start ${n}`) };
}

describe("a part that is kept up", () => {
  it("comes back each time it dies", async () => {
    const { part, state, started } = partThat();
    const lines: string[] = [];
    const kept = await keepUp(part, (line) => lines.push(line), { until: forever, pace });
    for (const life of [2, 3, 4]) {
      const next = started(life);
      state.die("SIGKILL");
      await next;
    }
    await kept.stop();
    expect(state).toMatchObject({ starts: 4, stops: 1, up: false });
    expect(lines.filter((line) => line.includes("parou (SIGKILL)"))).toHaveLength(3);
  });

  it("is tried again when a restart fails", async () => {
    const { part, state, started } = partThat({ failsAt: [2, 3] });
    const kept = await keepUp(part, () => {}, { until: forever, pace });
    const back = started(4);
    state.die("código 1");
    await back;
    expect(state).toMatchObject({ starts: 4, up: true });
    await kept.stop();
  });

  it("does not come back after it was stopped", async () => {
    const { part, state } = partThat();
    const kept = await keepUp(part, () => {}, { until: forever, pace });
    await kept.stop();
    await kept.stop();
    expect(state).toMatchObject({ starts: 1, stops: 1, up: false });
  });

  it("stops even while it is dead", async () => {
    const { part, state } = partThat();
    const slow = { ...pace, firstWaitMs: 60_000 };
    const kept = await keepUp(part, () => {}, { until: forever, pace: slow });
    state.die("SIGKILL");
    await kept.stop();
    expect(state).toMatchObject({ starts: 1, up: false });
  });

  it("comes back after a restart was asked for", async () => {
    const { part, state, started } = partThat();
    const kept = await keepUp(part, () => {}, { until: forever, pace });
    const back = started(2);
    await kept.restart();
    await back;
    expect(state).toMatchObject({ starts: 2, up: true });
    await kept.stop();
  });

  it("fails the start when it cannot come up at all", async () => {
    const { part } = partThat({ failsAt: [1] });
    await expect(keepUp(part, () => {}, { until: forever, pace })).rejects.toThrow("não deu");
  });
});

import { expect, test } from "vitest";

import type { OpenStream, TrackedEvent } from "./hub.ts";
import { sharedStream, type Note, type Windows } from "./shared-stream.ts";

type Opened = { from: string | null; closed: boolean; callbacks: Parameters<OpenStream>[1] };

/** Windows of one browser: notes reach all others at once, and the first that asked leads. */
function browser() {
  const hearers = new Map<number, (note: Note) => void>();
  const waiting: { lead: () => void; led: boolean }[] = [];
  const opened: Opened[] = [];
  let count = 0;

  const next = (): void => {
    const [first] = waiting;
    if (first === undefined || first.led) return;
    first.led = true;
    first.lead();
  };

  const open: OpenStream = (from, callbacks) => {
    const stream: Opened = { from, closed: false, callbacks };
    opened.push(stream);
    return () => {
      stream.closed = true;
    };
  };

  function windows(): Windows {
    count += 1;
    const me = count;
    return {
      hear(onNote) {
        hearers.set(me, onNote);
        return () => hearers.delete(me);
      },
      tell(note) {
        for (const [other, hear] of hearers) if (other !== me) hear(note);
      },
      lead(lead) {
        const turn = { lead, led: false };
        waiting.push(turn);
        next();
        return () => {
          waiting.splice(waiting.indexOf(turn), 1);
          next();
        };
      },
    };
  }

  /** A window that reads after an event, with what it has seen. */
  function visit(from: string | null) {
    const seen: string[] = [];
    const status: string[] = [];
    const close = sharedStream(open, windows())(from, {
      onEvent: ({ id }) => seen.push(id),
      onStatus: (now) => status.push(now),
      onFailed: () => status.push("failed"),
    });
    return { seen, status, close };
  }

  const stream = (): Opened => {
    const open = opened.filter(({ closed }) => !closed);
    if (open.length !== 1 || open[0] === undefined) throw new Error(`${open.length} streams`);
    return open[0];
  };
  return { visit, stream, opened };
}

const event = (id: string): TrackedEvent => ({ id, data: { type: "changed", touches: [] } });

test("two windows hold one stream and both read all of it", () => {
  const { visit, stream, opened } = browser();
  const first = visit("10");
  const second = visit("10");
  stream().callbacks.onStatus("live");
  stream().callbacks.onEvent(event("11"));
  stream().callbacks.onEvent(event("12"));
  expect(opened).toHaveLength(1);
  expect(first.seen).toEqual(["11", "12"]);
  expect(second.seen).toEqual(["11", "12"]);
  expect(second.status.at(-1)).toBe("live");
});

test("a window that comes later is told what it has missed, without a second stream", () => {
  const { visit, stream, opened } = browser();
  visit("10");
  for (const id of ["11", "12", "13"]) stream().callbacks.onEvent(event(id));
  const late = visit("11");
  expect(late.seen).toEqual(["12", "13"]);
  expect(opened).toHaveLength(1);
});

test("a window behind everything that is kept makes the stream start again from there", () => {
  const { visit, stream, opened } = browser();
  visit("10");
  stream().callbacks.onEvent(event("11"));
  const behind = visit("5");
  expect(opened.map(({ from }) => from)).toEqual(["10", "5"]);
  stream().callbacks.onEvent(event("6"));
  expect(behind.seen).toEqual(["6"]);
});

test("when the window that holds the stream goes, another goes on where it was", () => {
  const { visit, stream } = browser();
  const first = visit("10");
  const second = visit("10");
  stream().callbacks.onEvent(event("11"));
  first.close();
  expect(stream().from).toBe("11");
  stream().callbacks.onEvent(event("12"));
  expect(first.seen).toEqual(["11"]);
  expect(second.seen).toEqual(["11", "12"]);
});

test("a window that reads along goes without a trace", () => {
  const { visit, stream, opened } = browser();
  const first = visit("10");
  visit("10").close();
  stream().callbacks.onEvent(event("11"));
  expect(first.seen).toEqual(["11"]);
  expect(opened).toHaveLength(1);
});

test("a lost stream is known in every window", () => {
  const { visit, stream } = browser();
  const first = visit("10");
  const second = visit("10");
  stream().callbacks.onFailed();
  expect(first.status.at(-1)).toBe("failed");
  expect(second.status.at(-1)).toBe("reconnecting");
});

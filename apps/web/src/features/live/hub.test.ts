import { expect, test } from "vitest";

import { isLater } from "./event-id.ts";
import { makeHub, type OpenStream, type TrackedEvent } from "./hub.ts";

type Opened = { from: string | null; closed: boolean; callbacks: Parameters<OpenStream>[1] };

function harness() {
  const opened: Opened[] = [];
  const waits: (() => void)[] = [];
  const hub = makeHub(
    (from, callbacks) => {
      const stream: Opened = { from, closed: false, callbacks };
      opened.push(stream);
      return () => {
        stream.closed = true;
      };
    },
    (run) => {
      waits.push(run);
      return () => waits.splice(waits.indexOf(run), 1);
    },
  );
  const stream = (): Opened => {
    const newest = opened.at(-1);
    if (newest === undefined) throw new Error("no stream is open");
    return newest;
  };
  return { hub, opened, waits, stream };
}

const CONVERSATION = "c0000000-0000-4000-8000-000000000001";
const title = (id: string): TrackedEvent => ({
  id,
  data: { type: "title", conversationId: CONVERSATION, title: id },
});

test("ids are compared as numbers of any size", () => {
  expect(isLater("10", "9")).toBe(true);
  expect(isLater("9007199254740993", "9007199254740992")).toBe(true);
  expect(isLater("7", "7")).toBe(false);
});

test("a paused stream resumes after the last event it saw", () => {
  const { hub, stream, opened } = harness();
  hub.start();
  expect(stream().from).toBeNull();
  stream().callbacks.onEvent(title("41"));
  hub.pause();
  expect(opened[0]?.closed).toBe(true);
  hub.start();
  expect(stream().from).toBe("41");
});

test("a page whose position lies before what is known restarts the stream from there", () => {
  const { hub, stream, opened } = harness();
  hub.start();
  hub.ensureFrom("30");
  expect(stream().from).toBe("30");
  stream().callbacks.onEvent(title("31"));
  hub.ensureFrom("31");
  hub.ensureFrom("30");
  expect(opened).toHaveLength(2);
  expect(hub.since(CONVERSATION, "30").map((event) => event.id)).toEqual(["31"]);
  expect(hub.since(CONVERSATION, "31")).toEqual([]);
});

test("a closed stream says nothing any more", () => {
  const { hub, opened } = harness();
  const seen: string[] = [];
  hub.read((event) => seen.push(event.id));
  hub.start();
  hub.ensureFrom("5");
  opened[0]?.callbacks.onEvent(title("6"));
  opened[1]?.callbacks.onEvent(title("7"));
  expect(seen).toEqual(["7"]);
});

test("a failed stream is opened again and says so meanwhile", () => {
  const { hub, stream, waits } = harness();
  hub.start();
  stream().callbacks.onStatus("live");
  stream().callbacks.onEvent(title("8"));
  stream().callbacks.onFailed();
  expect(hub.status()).toBe("reconnecting");
  waits[0]?.();
  expect(stream().from).toBe("8");
});

test("after a reset nothing older counts as known", () => {
  const { hub, stream, opened } = harness();
  hub.start();
  hub.ensureFrom("3");
  stream().callbacks.onEvent(title("4"));
  stream().callbacks.onEvent({ id: "90", data: { type: "reset" } });
  expect(hub.since(CONVERSATION, "0")).toEqual([]);
  hub.ensureFrom("89");
  expect(opened).toHaveLength(3);
});

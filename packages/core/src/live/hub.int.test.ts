import { testDb } from "@vida/db/testing";
import { v4 } from "uuid";
import { afterAll, describe, expect, it } from "vitest";

import { createLiveHub } from "./hub.ts";
import { entryEvent } from "./log-reader.ts";
import { receive, say, titleEvent, titles, type Received } from "./testing.ts";

const { db, open, newPerson, superPool } = await testDb();
const hub = await createLiveHub(db);
const replica = await createLiveHub(open());
afterAll(() => Promise.all([hub.close(), replica.close()]));

const numbers = (count: number, from = 1) =>
  Array.from({ length: count }, (_, index) => String(from + index));

async function personWith(count: number): Promise<{ userId: string; conversationId: string }> {
  const { userId } = await newPerson();
  const conversationId = v4();
  const events = numbers(count).map((title) => titleEvent(conversationId, title));
  if (count > 0) await say(db, userId, events);
  return { userId, conversationId };
}

describe("a reader of the event log", () => {
  it("gets what happens after it asked, in order, from any replica", async () => {
    const { userId, conversationId } = await personWith(2);
    const streams = await Promise.all([hub, replica].map((one) => one.open({ userId })));
    const reading = Promise.all(
      streams.map(async (stream) => {
        const ids: string[] = [];
        for await (const batch of stream) {
          ids.push(...batch.map(({ id }) => id));
          if (ids.length >= 3) break;
        }
        return ids;
      }),
    );
    for (const title of ["a", "b", "c"]) await say(db, userId, [titleEvent(conversationId, title)]);
    expect(await reading).toEqual([
      ["3", "4", "5"],
      ["3", "4", "5"],
    ]);
  });

  it("gets every event once when cut after each index and reconnected to another replica", async () => {
    const { userId } = await personWith(12);
    for (let cut = 0; cut < 12; cut += 1) {
      const before = cut === 0 ? [] : await receive(hub, { userId, after: "0" }, cut);
      const after = before.at(-1)?.id ?? "0";
      const rest = await receive(replica, { userId, after }, 12 - cut);
      expect(titles([...before, ...rest])).toEqual(numbers(12));
    }
  });

  it("goes from replay to live without a gap or a repetition", async () => {
    const { userId, conversationId } = await personWith(700);
    const writing = (async () => {
      for (const title of numbers(60, 701)) {
        await say(db, userId, [titleEvent(conversationId, title)]);
      }
    })();
    const received = await receive(hub, { userId, after: "100" }, 660);
    await writing;
    expect(titles(received)).toEqual(numbers(660, 101));
  });

  it("sees one conversation when it asked for one, and nobody else's events", async () => {
    const { userId, conversationId } = await personWith(1);
    const { userId: stranger } = await newPerson();
    const reading = receive(hub, { userId, conversationId, after: "0" }, 2);
    await say(db, stranger, [titleEvent(conversationId, "foreign")]);
    await say(db, userId, [titleEvent(v4(), "other"), { type: "changed", touches: ["tracking"] }]);
    await say(db, userId, [titleEvent(conversationId, "2")]);
    expect(titles(await reading)).toEqual(["1", "2"]);
  });

  it("ends when its signal aborts", async () => {
    const { userId } = await newPerson();
    const stop = new AbortController();
    const reading = receive(hub, { userId, signal: stop.signal }, 1);
    stop.abort();
    expect(await reading).toEqual([]);
  });
});

describe("a place that is no longer in the log", () => {
  async function prunedPerson() {
    const person = await personWith(10);
    await superPool.query("delete from events where user_id = $1 and id <= 6", [person.userId]);
    await superPool.query("update event_heads set pruned_id = 6 where user_id = $1", [
      person.userId,
    ]);
    return person;
  }

  it("leads to one reset and then to what is new", async () => {
    const { userId, conversationId } = await prunedPerson();
    for (const after of ["5", "11", "nonsense"]) {
      const stream = await hub.open({ userId, after });
      await say(db, userId, [titleEvent(conversationId, "new")]);
      const received: string[] = [];
      for await (const batch of stream) {
        received.push(...batch.map(({ json }) => entryEvent(json).type));
        if (received.length >= 2) break;
      }
      expect(received).toEqual(["reset", "title"]);
      await superPool.query("delete from events where user_id = $1 and id > 10", [userId]);
      await superPool.query("update event_heads set last_id = 10 where user_id = $1", [userId]);
    }
  });

  it("is none of those that are kept, nor '0'", async () => {
    const { userId } = await prunedPerson();
    expect(titles(await receive(hub, { userId, after: "6" }, 4))).toEqual(numbers(4, 7));
    expect(titles(await receive(hub, { userId, after: "0" }, 4))).toEqual(numbers(4, 7));
  });
});

describe("under load", () => {
  it("shows every event of twenty writers at once, whichever commits first", async () => {
    const { userId, conversationId } = await personWith(0);
    const stream = await hub.open({ userId });
    const writing = Promise.all(
      numbers(20).map(async (writer) => {
        for (const turn of numbers(10)) {
          await say(db, userId, [titleEvent(conversationId, `${writer}/${turn}`)]);
        }
      }),
    );
    const ids: number[] = [];
    for await (const batch of stream) {
      ids.push(...batch.map(({ id }) => Number(id)));
      if (ids.length >= 200) break;
    }
    await writing;
    expect(ids).toEqual(numbers(200).map(Number));
  });

  it("gives a slow reader everything from the log instead of keeping it in memory", async () => {
    const { userId, conversationId } = await personWith(1);
    const stream = hub.subscribe({ userId, after: "0" });
    const received: Received[] = [];
    for await (const item of stream) {
      received.push(item);
      if (received.length === 1) {
        for (let start = 2; start < 2_500; start += 500) {
          const events = numbers(500, start).map((title) => titleEvent(conversationId, title));
          await say(db, userId, events);
        }
      }
      if (received.length === 2_501) break;
    }
    expect(titles(received)).toEqual(numbers(2_501));
  });

  it("catches up after its connections were cut", async () => {
    const { userId, conversationId } = await personWith(0);
    const stream = await hub.open({ userId });
    await superPool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name in ('vida-listen', 'vida-worker') and datname = current_database()",
    );
    await say(db, userId, [titleEvent(conversationId, "missed")]);
    for await (const batch of stream) {
      expect(batch.map(({ id }) => id)).toEqual(["1"]);
      break;
    }
  });
});

import { testDb } from "@vida/db/testing";
import { array, constantFrom, oneof, sample, string } from "fast-check";
import { v4 } from "uuid";
import { afterAll, describe, expect, it } from "vitest";

import { createTextFlusher, type TextDelta } from "./flusher.ts";
import { createLiveHub } from "./hub.ts";
import { receive, say, titleEvent, type Received } from "./testing.ts";

const { db, newPerson, superPool } = await testDb();
const hub = await createLiveHub(db);
const flusher = createTextFlusher(db);
afterAll(async () => {
  await flusher.close();
  await hub.close();
});

type Run = Omit<TextDelta, "delta">;

async function newRun(): Promise<Run> {
  const { userId } = await newPerson();
  return { userId, runId: v4(), conversationId: v4(), messageId: v4() };
}

function textOf(received: readonly Received[]): string {
  return received.map(({ event }) => (event.type === "text_delta" ? event.delta : "")).join("");
}

async function stored(userId: string): Promise<string> {
  const { rows } = await superPool.query<{ text: string | null; count: string }>(
    "select string_agg(data ->> 'delta', '' order by id) as text from events where user_id = $1",
    [userId],
  );
  return rows[0]?.text ?? "";
}

describe("streamed text", () => {
  it("is gathered into few events and arrives whole and in order", async () => {
    const run = await newRun();
    const words = Array.from({ length: 300 }, (_, index) => `palavra${index} `);
    for (const delta of words) flusher.push({ ...run, delta });
    await flusher.flush(run.runId);
    await say(db, run.userId, [titleEvent(run.conversationId, "end")]);
    const received = await receive(hub, { userId: run.userId, after: "0" }, 2);
    expect(textOf(received)).toBe(words.join(""));
    expect(received.at(-1)?.event).toMatchObject({ type: "title", title: "end" });
  });

  it("is committed before flush settles, for many people in one transaction", async () => {
    const runs = await Promise.all(Array.from({ length: 30 }, newRun));
    for (const run of runs) flusher.push({ ...run, delta: run.runId });
    await Promise.all(runs.map((run) => flusher.flush(run.runId)));
    const { rows } = await superPool.query(
      "select count(*)::int as events, count(distinct xmin::text)::int as transactions from events where user_id = any($1)",
      [runs.map((run) => run.userId)],
    );
    expect(rows).toEqual([{ events: 30, transactions: 1 }]);
  });

  it("keeps events between the pieces of text where they happened, whatever they hold", async () => {
    const run = await newRun();
    flusher.push({ ...run, delta: "antes" });
    flusher.tell(run, [titleEvent(run.conversationId, "meio\0\uD800")]);
    flusher.push({ ...run, delta: "depois" });
    await flusher.flush(run.runId);
    const received = await receive(hub, { userId: run.userId, after: "0" }, 3);
    expect(received.map(({ event }) => event.type)).toEqual(["text_delta", "title", "text_delta"]);
    expect(received[1]?.event).toMatchObject({ title: "meio\uFFFD\uFFFD" });
  });

  it("keeps messages of one run apart", async () => {
    const run = await newRun();
    const second = v4();
    flusher.push({ ...run, delta: "a" });
    flusher.push({ ...run, messageId: second, delta: "b" });
    await flusher.flush(run.runId);
    const received = await receive(hub, { userId: run.userId, after: "0" }, 2);
    expect(received.map(({ event }) => event)).toMatchObject([
      { messageId: run.messageId, delta: "a" },
      { messageId: second, delta: "b" },
    ]);
  });

  it("survives whatever a model says: NUL, emoji cut in half, half emoji", async () => {
    const run = await newRun();
    const unit = oneof(string({ unit: "binary" }), constantFrom("\0", "\uD83D", "🙂"));
    const samples = sample(array(unit), 40)
      .flat()
      .flatMap((text) => text.split(""));
    for (const delta of samples) {
      flusher.push({ ...run, delta });
      if (Math.random() < 0.02) await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await flusher.flush(run.runId);
    const said = samples.join("").toWellFormed().replaceAll("\0", "\uFFFD");
    expect(await stored(run.userId)).toBe(said);
  });

  it("is neither lost nor doubled when connections break under it", async () => {
    const run = await newRun();
    const breaking = setInterval(() => {
      void superPool.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'vida-worker' and datname = current_database()",
      );
    }, 15);
    let said = "";
    for (let index = 0; index < 200; index += 1) {
      flusher.push({ ...run, delta: `${index} ` });
      said += `${index} `;
      if (index % 4 === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    }
    clearInterval(breaking);
    await flusher.flush(run.runId);
    expect(await stored(run.userId)).toBe(said);
  });

  it("of a person who has left holds up nobody else's", async () => {
    const [gone, here] = await Promise.all([newRun(), newRun()]);
    await db.auth.loginUser.delete({ where: { id: gone.userId } });
    flusher.push({ ...gone, delta: "x" });
    flusher.push({ ...here, delta: "y" });
    await Promise.allSettled([flusher.flush(gone.runId), flusher.flush(here.runId)]);
    expect(await stored(here.userId)).toBe("y");
  });
});

import { say, titleEvent } from "@vida/core/live/testing";
import { testDb } from "@vida/db/testing";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";

import { signUp, startTestApp, testEnv, visit, type Visitor } from "./testing.ts";

const { urls, db } = await testDb();
const [first, second] = await Promise.all([
  startTestApp(testEnv(urls), { sessionCheckMs: 100 }),
  startTestApp(testEnv(urls)),
]);
afterAll(() => Promise.all([first.stop(), second.stop()]));

const Me = z.object({ user: z.object({ id: z.uuid() }) });
const idOf = async (person: Visitor) =>
  Me.parse((await person.get("/api/auth/get-session")).body).user.id;

type Frame = { event?: string; data?: string; id?: string };

/** Reads server-sent events as a browser does. */
async function listen(address: string, person: Visitor, query = "", headers = {}) {
  const stop = new AbortController();
  const response = await fetch(`${address}/trpc/live.events${query}`, {
    headers: { cookie: person.cookie, ...headers },
    signal: stop.signal,
  });
  const frames = parse(response.body);
  return {
    response,
    stop: () => stop.abort(),
    next: async (): Promise<Frame | undefined> => (await frames.next()).value ?? undefined,
  };
}

async function* parse(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Frame, undefined> {
  let rest = "";
  const decoder = new TextDecoder();
  for await (const chunk of body ?? []) {
    rest += decoder.decode(chunk, { stream: true });
    for (let end = rest.indexOf("\n\n"); end >= 0; end = rest.indexOf("\n\n")) {
      const lines = rest.slice(0, end).split("\n").filter(Boolean);
      rest = rest.slice(end + 2);
      if (lines.length === 0) continue;
      yield Object.fromEntries(lines.map((line) => line.split(/: ?(.*)/s).slice(0, 2)));
    }
  }
  return undefined;
}

const conversationId = crypto.randomUUID();
const inputOf = (input: object) => `?input=${encodeURIComponent(JSON.stringify(input))}`;

describe("the live stream over HTTP", () => {
  it("says that it is connected and then what happens, in tRPC's form, unbuffered", async () => {
    const person = await signUp(first.address);
    const userId = await idOf(person);
    const stream = await listen(first.address, person);
    expect(stream.response.headers.get("content-type")).toBe("text/event-stream");
    expect(stream.response.headers.get("cache-control")).toContain("no-transform");
    expect(stream.response.headers.get("x-request-id")).not.toBeNull();
    expect(await stream.next()).toMatchObject({ event: "connected" });
    await say(db, userId, [titleEvent(conversationId, "olá")]);
    expect(await stream.next()).toEqual({
      data: JSON.stringify({ type: "title", conversationId, title: "olá" }).replace(
        '"title":"olá"',
        '"title": "olá"',
      ),
      id: "1",
    });
    stream.stop();
  });

  it("goes on after the last id on another replica, by header, query or input", async () => {
    const person = await signUp(first.address);
    const userId = await idOf(person);
    await say(
      db,
      userId,
      ["a", "b", "c"].map((title) => titleEvent(conversationId, title)),
    );
    const streams = await Promise.all([
      listen(second.address, person, inputOf({ lastEventId: "0" }), { "last-event-id": "2" }),
      listen(second.address, person, "?lastEventId=2"),
      listen(second.address, person, inputOf({ lastEventId: "2" })),
    ]);
    for (const stream of streams) {
      expect(await stream.next()).toMatchObject({ event: "connected" });
      expect(await stream.next()).toMatchObject({ id: "3" });
      stream.stop();
    }
  });

  it("is only for people who are logged in, and its input is checked", async () => {
    const person = await signUp(first.address);
    expect(await visit(first.address).get("/trpc/live.events")).toMatchObject({
      status: 401,
      body: { error: { data: { code: "unauthenticated" } } },
    });
    for (const query of [
      "?input={",
      inputOf({ conversationId: "x" }),
      inputOf({ lastEventId: 5 }),
    ]) {
      expect(await person.get(`/trpc/live.events${query}`)).toMatchObject({
        status: 400,
        body: { error: { data: { code: "invalid" } } },
      });
    }
  });

  it("ends when its session is revoked", async () => {
    const person = await signUp(first.address);
    const stream = await listen(first.address, person);
    expect(await stream.next()).toMatchObject({ event: "connected" });
    await visit(second.address, person.cookie).post("/api/auth/sign-out", {});
    expect(await stream.next()).toBeUndefined();
    expect((await listen(first.address, person)).response.status).toBe(401);
  });

  it("ends when the server stops, without telling the client that it is over for good", async () => {
    const leaving = await startTestApp(testEnv(urls));
    const person = await signUp(leaving.address);
    const stream = await listen(leaving.address, person);
    expect(await stream.next()).toMatchObject({ event: "connected" });
    const started = performance.now();
    await leaving.stop();
    expect(await stream.next()).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

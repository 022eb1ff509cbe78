import { once } from "node:events";
import { connect } from "node:net";

import { testDb } from "@vida/db/testing";
import { afterAll, describe, expect, it } from "vitest";

import { signUp, startTestApp, testEnv, visit } from "./testing.ts";

const { urls, superPool } = await testDb();
const app = await startTestApp(testEnv(urls), { slow: { headersMs: 300, requestMs: 600 } });
afterAll(() => app.stop());
const person = await signUp(app.address);

const MIB = 1024 * 1024;
const refusal = (reason: string) => ({ error: { data: { code: "invalid", reason } } });

/** Says something over a bare connection and tells what came until the server let go of it. */
async function say(text: string): Promise<{ heard: string; ms: number }> {
  const { port } = new URL(app.address);
  const socket = connect(Number(port), "127.0.0.1");
  const started = performance.now();
  let heard = "";
  socket.setEncoding("utf8").on("data", (chunk: string) => (heard += chunk));
  socket.on("error", () => undefined);
  await once(socket, "connect");
  socket.write(text);
  await once(socket, "close");
  return { heard, ms: performance.now() - started };
}

describe("at the door", () => {
  it("a body over 1 MiB is refused, except for an import", async () => {
    const big = { type: "water", value: 1, notes: "a".repeat(MIB) };
    const answer = await person.post("/trpc/tracking.record", big);
    expect(answer.status).toBe(413);
    expect(answer.body).toMatchObject(refusal("request.tooLarge"));
    const huge = await person.post("/trpc/chat.send", { content: "a".repeat(10 * MIB) });
    expect(huge.status).toBe(413);
    const imported = await person.post("/trpc/account.importData", { file: "a".repeat(2 * MIB) });
    expect(imported.status).toBe(400);
    expect(imported.body).toMatchObject(refusal("input.invalid"));
  });

  it("headers over 16 KiB are refused", async () => {
    const { heard } = await say(
      `GET /healthz HTTP/1.1\r\nhost: x\r\nx: ${"a".repeat(20_000)}\r\n\r\n`,
    );
    expect(heard).toMatch(/^HTTP\/1\.1 431 /);
  });

  it("headers that never end, and bodies that never come, hold no connection", async () => {
    const headers = await say("GET /healthz HTTP/1.1\r\nhost: x\r\nx: ");
    expect(headers.ms).toBeLessThan(5_000);
    expect(headers.heard).toMatch(/^HTTP\/1\.1 408 /);
    const head = `POST /trpc/chat.create HTTP/1.1\r\nhost: x\r\norigin: http://localhost:3000\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{`;
    const body = await say(head);
    expect(body.ms).toBeLessThan(5_000);
    expect(body.heard).toMatch(/^HTTP\/1\.1 408 /);
  });

  it("nesting beyond reason is refused before anything reads it", async () => {
    const deep = "[".repeat(2_000);
    const answer = await person.get(`/trpc/tracking.list?input=${encodeURIComponent(deep)}`);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject(refusal("request.tooDeep"));
    const headers = {
      origin: "http://localhost:3000",
      cookie: person.cookie,
      "content-type": "application/json",
    };
    const body = `{"content":${"[".repeat(10_000)}${"]".repeat(10_000)}}`;
    const posted = await fetch(`${app.address}/trpc/chat.send`, { method: "POST", headers, body });
    expect(posted.status).toBe(400);
    expect(await posted.json()).toMatchObject(refusal("request.tooDeep"));
  });

  it.each([
    ["no JSON", "{"],
    ["another type", "7"],
    ["a list", "[]"],
    ["a conversation that is no id", '{"conversationId":"x\' or 1=1"}'],
    ["a place that is no text", '{"lastEventId":{"a":1}}'],
    ["a place that is too long", `{"lastEventId":"${"9".repeat(500)}"}`],
  ])("the event stream refuses %s", async (_what, input) => {
    const answer = await person.get(`/trpc/live.events?input=${encodeURIComponent(input)}`);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ error: { data: { code: "invalid" } } });
  });

  it.each(["abc", "NaN", "1e9", "-5", "9".repeat(20), "9".repeat(32), "0x10", "1;drop"])(
    "the event stream answers the place %s, which nobody was told, with one reset",
    async (place) => {
      const over = new AbortController();
      const answer = await fetch(`${app.address}/trpc/live.events`, {
        headers: { cookie: person.cookie, "last-event-id": place },
        signal: over.signal,
      });
      expect(answer.status).toBe(200);
      let heard = "";
      for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        heard += chunk;
        if (heard.includes("\nid: ")) break;
      }
      expect(heard.match(/^data: \{"type".*$/m)?.[0]).toBe('data: {"type":"reset"}');
      over.abort();
    },
  );

  it("batches of more than 20 calls are refused, and nothing of them is done", async () => {
    const many = Array.from({ length: 21 }, () => "chat.create").join(",");
    const input = Object.fromEntries(Array.from({ length: 21 }, (_, n) => [n, {}]));
    const answer = await person.post(`/trpc/${many}?batch=1`, input);
    expect(answer.status).toBe(400);
    const { rows } = await superPool.query(
      "select from conversations c join users u on u.id = c.user_id where u.email = $1",
      [person.email],
    );
    expect(rows).toEqual([]);
  });

  it("answers everybody else while somebody is slow", async () => {
    const slow = Array.from({ length: 50 }, () => say("GET /healthz HTTP/1.1\r\nhost: x\r\nx: "));
    expect((await visit(app.address).get("/healthz")).status).toBe(200);
    await Promise.all(slow);
  });
});

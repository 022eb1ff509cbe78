import type { LiveEvent } from "@vida/core/live/events";
import { createLiveHub } from "@vida/core/live/hub";
import { testDb } from "@vida/db/testing";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";

import { signUp, startTestApp, testEnv, visit, type Visitor } from "./testing.ts";

const { urls, db } = await testDb();
const [site, worker] = await Promise.all([
  startTestApp(testEnv(urls, { role: "web-api" })),
  startTestApp(testEnv(urls, { role: "worker" })),
]);
const hub = await createLiveHub(db);
afterAll(() => Promise.all([site.stop(), worker.stop(), hub.close()]));

const Data = z.object({ result: z.object({ data: z.looseObject({}) }) });
const dataOf = (body: unknown) => Data.parse(body).result.data;

async function userIdOf(person: Visitor): Promise<string> {
  const session = await person.get("/api/auth/get-session");
  return z.object({ user: z.object({ id: z.string() }) }).parse(session.body).user.id;
}

/** Reads until an event of one type comes. */
async function until<T extends LiveEvent["type"]>(
  userId: string,
  type: T,
): Promise<Extract<LiveEvent, { type: T }>> {
  for await (const { event } of hub.subscribe({ userId, after: "0" })) {
    if (isOf(event, type)) return event;
  }
  throw new Error("the stream ended");
}

function isOf<T extends LiveEvent["type"]>(
  event: LiveEvent,
  type: T,
): event is Extract<LiveEvent, { type: T }> {
  return event.type === type;
}

describe("web and worker as two processes on one database", () => {
  it("carry a message to its card and a decision to the entry", async () => {
    const person = await signUp(site.address);
    const userId = await userIdOf(person);
    const { id } = dataOf((await person.post("/trpc/chat.create", {})).body);
    const messageId = crypto.randomUUID();
    const sent = await person.post("/trpc/chat.send", {
      conversationId: id,
      messageId,
      content: "Registra 2L de água hoje",
    });
    expect(sent.status).toBe(200);
    const card = await until(userId, "confirmation_required");
    expect(card.actions).toMatchObject([
      { tool: "record_metric", args: { type: "water", value: 2000, unit: "ml" } },
    ]);
    const decisions = card.actions.map(({ actionId }) => ({ actionId, verdict: "confirm" }));
    const decided = await person.post("/trpc/chat.decide", {
      confirmationId: card.confirmationId,
      decisions,
    });
    expect(decided.status).toBe(200);
    expect(await until(userId, "tool_result")).toMatchObject({ status: "ok" });
    const { items } = dataOf((await person.get("/trpc/tracking.list")).body);
    expect(items).toMatchObject([{ type: "water", value: 2000 }]);
  });

  it("keep their doors apart: a worker answers for its health alone", async () => {
    expect((await visit(worker.address).get("/healthz")).status).toBe(200);
    expect(await visit(worker.address).get("/readyz")).toMatchObject({
      status: 200,
      body: { ready: true, worker: "ok" },
    });
    for (const path of ["/trpc/account.instance", "/api/auth/get-session", "/trpc/live.events"]) {
      expect((await visit(worker.address).get(path)).status).toBe(404);
    }
  });
});

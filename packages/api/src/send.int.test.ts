import type { PlayAtOnce } from "@vida/core/chat/send";
import { turnReading } from "@vida/core/chat/turn-context";
import { systemClock } from "@vida/core/context";
import type { Ctx } from "@vida/core/context";
import { createLiveHub } from "@vida/core/live/hub";
import { testDb } from "@vida/db/testing";
import { afterAll, expect, test } from "vitest";

import { appRouter } from "./root.ts";
import { contextOf } from "./testing/world.ts";

const { db, newPerson, superPool } = await testDb();
const hub = await createLiveHub(db);
afterAll(() => hub.close());

const readsLittle: PlayAtOnce["reading"] = (ctx, { conversationId, messageId }) =>
  turnReading(ctx, conversationId, { upTo: messageId, limit: 1, lexicon: false });

test.each([
  ["throws", () => Promise.reject(new Error("broken"))],
  [
    "breaks its transaction",
    async (ctx: Ctx) => (await ctx.tx.$executeRawUnsafe("select 1 / 0")) > 0,
  ],
  [
    "breaks the end of its transaction",
    async (ctx: Ctx) => {
      ctx.flights.atEnd({ text: "select 1 / 0", values: [] });
      return true;
    },
  ],
])("a message is accepted by the queue when what plays it at once %s", async (_, play) => {
  const { userId } = await newPerson();
  const bugs: unknown[] = [];
  const api = appRouter.createCaller({
    ...contextOf({ db, clock: systemClock }, hub, userId),
    playAtOnce: { reading: readsLittle, play },
    onBug: (error) => bugs.push(error),
  });
  const { id: conversationId } = await api.chat.create({});
  const messageId = crypto.randomUUID();
  const message = { conversationId, messageId, content: "bebi 300 ml de água" };
  const { runId } = await api.chat.send(message);
  expect(await api.chat.send(message)).toEqual({ runId, messageId });
  const { rows } = await superPool.query("select status from runs where user_id = $1", [userId]);
  expect(rows).toEqual([{ status: "queued" }]);
  expect(bugs).toHaveLength(1);
});

test("a message to a conversation that is not there is refused, played at once or not", async () => {
  const { userId } = await newPerson();
  const api = appRouter.createCaller({
    ...contextOf({ db, clock: systemClock }, hub, userId),
    playAtOnce: { reading: readsLittle, play: () => Promise.resolve(true) },
  });
  const ids = { conversationId: crypto.randomUUID(), messageId: crypto.randomUUID() };
  await expect(api.chat.send({ ...ids, content: "oi" })).rejects.toMatchObject({
    cause: { code: "not_found", reason: "chat.conversationNotFound" },
  });
});

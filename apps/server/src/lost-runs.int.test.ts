import { listMessages } from "@vida/core/chat/messages";
import { claim, liveWorker, say, startConversation } from "@vida/core/chat/testing";
import { testServices } from "@vida/core/testing";
import { testDb } from "@vida/db/testing";
import { expect, it } from "vitest";

import { startTestApp, testEnv } from "./testing.ts";

const { urls, superPool } = await testDb();
const services = await testServices();

it("a run that its worker lost, though it lives, goes on with whoever is given its job", async () => {
  const ana = await services.person();
  const conversationId = await startConversation(services, ana.userId);
  const { runId } = await say(services, ana.userId, conversationId, "bom dia");
  // As after a database that went away under a turn: booked as running on a worker that lives and has
  // dropped it, while its job is free again.
  await claim(services, ana.userId, conversationId, await liveWorker(services, -3600));
  const app = await startTestApp(testEnv(urls, { role: "worker" }));
  const status = async (): Promise<string | undefined> => {
    const { rows } = await superPool.query<{ status: string }>(
      "select status from runs where id = $1",
      [runId],
    );
    return rows[0]?.status;
  };
  await expect.poll(status, { timeout: 10_000 }).toBe("completed");
  await app.stop();
  const { items } = await ana.run(listMessages, { conversationId });
  expect(items.map(({ role }) => role)).toEqual(["user", "assistant"]);
}, 20_000);

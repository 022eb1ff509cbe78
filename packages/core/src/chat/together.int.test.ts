import { testDb } from "@vida/db/testing";
import { expect, test } from "vitest";

import { newId } from "../context.ts";
import { testServices } from "../testing.ts";
import { finishRun } from "./answer.ts";
import { editMessage } from "./branches.ts";
import { listMessages } from "./messages.ts";
import { claim, liveWorker, say, startConversation } from "./testing.ts";

const services = await testServices();
const { superPool } = await testDb();
type Person = Awaited<ReturnType<typeof services.person>>;

/** Lets `work` begin while somebody else holds the conversation, and what came in meanwhile be stored first. */
async function whileHeld<T>(
  conversationId: string,
  meanwhile: (query: (text: string, values: unknown[]) => Promise<unknown>) => Promise<void>,
  work: () => Promise<T>,
): Promise<T> {
  const holder = await superPool.connect();
  try {
    await holder.query("begin");
    await holder.query("select 1 from conversations where id = $1 for update", [conversationId]);
    await meanwhile((text, values) => holder.query(text, values));
    const begun = work();
    await untilSomebodyWaits();
    await holder.query("commit");
    return await begun;
  } finally {
    holder.release();
  }
}

async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const { rowCount } = await superPool.query(
      "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    if (rowCount) return;
  }
}

async function begun(): Promise<{ ana: Person; conversationId: string; messageId: string }> {
  const ana = await services.person();
  const conversationId = await startConversation(services, ana.userId);
  const { messageId } = await say(services, ana.userId, conversationId, "quanto bebi?");
  return { ana, conversationId, messageId };
}

const STORED = `with head as (update conversations set head_id = $2 where id = $3)
  insert into messages (user_id, id, conversation_id, parent_id, role, parts, text, created_at)
  values ($1, $2, $3, $4, 'user', '[{"type":"text","text":"e ontem?"}]', 'e ontem?', now())`;

test("a message stored while an answer waits for the conversation stands behind that answer", async () => {
  const { ana, conversationId, messageId } = await begun();
  const { lease } = await claim(services, ana.userId, conversationId, await liveWorker(services));
  const said = { messageId: newId(), parts: [{ type: "text" as const, text: "1,8 L." }] };
  await whileHeld(
    conversationId,
    async (query) => {
      await query(STORED, [ana.userId, newId(), conversationId, messageId]);
    },
    () => finishRun(services, lease, { status: "completed", answer: said }),
  );
  const { items } = await ana.run(listMessages, { conversationId });
  expect(items.map(({ parts }) => parts)).toMatchObject([
    [{ text: "quanto bebi?" }],
    [{ text: "1,8 L." }],
    [{ text: "e ontem?" }],
  ]);
});

test("a message sent while another is being stored is stored behind it", async () => {
  const { ana, conversationId, messageId } = await begun();
  await whileHeld(
    conversationId,
    async (query) => {
      await query(STORED, [ana.userId, newId(), conversationId, messageId]);
    },
    () => say(services, ana.userId, conversationId, "e anteontem?"),
  );
  const { items } = await ana.run(listMessages, { conversationId });
  expect(items.map(({ parts }) => parts)).toMatchObject([
    [{ text: "quanto bebi?" }],
    [{ text: "e ontem?" }],
    [{ text: "e anteontem?" }],
  ]);
});

test("a message is not asked otherwise while a run that was queued meanwhile is open", async () => {
  const { ana, conversationId, messageId } = await begun();
  const { lease } = await claim(services, ana.userId, conversationId, await liveWorker(services));
  await finishRun(services, lease, { status: "completed" });
  const refused = await whileHeld(
    conversationId,
    async (query) => {
      await query(
        "insert into runs (user_id, id, conversation_id, kind, message_id, created_at) values ($1, $2, $3, 'message', $4, now())",
        [ana.userId, newId(), conversationId, messageId],
      );
    },
    () => ana.refusal(editMessage, { messageId, content: "de novo" }),
  );
  expect(refused).toBe("conflict chat.busy");
});

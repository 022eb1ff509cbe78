import { newId } from "../context.ts";
import type { Services } from "../context.ts";
import type { CardAction } from "../live/message.ts";
import { execute } from "../operation.ts";
import { suspendRun } from "./answer.ts";
import { createConversation } from "./conversations.ts";
import { claimRun } from "./runs.ts";
import type { ClaimedRun, Lease } from "./runs.ts";
import { sendMessage } from "./send.ts";

/** Steps of a conversation as a worker and a person take them, for tests. */

/** A worker that beats now; the row says that it lives. */
export async function liveWorker(services: Services, secondsAgo = 0): Promise<string> {
  const workerId = `test-${newId()}`;
  await services.db.workerPool.query(
    "insert into worker_heartbeats (worker_id, pid, host, started_at, beat_at) values ($1, 1, 'test', now(), now() - make_interval(secs => $2))",
    [workerId, secondsAgo],
  );
  return workerId;
}

export async function startConversation(services: Services, userId: string): Promise<string> {
  return (await execute(services, createConversation, {}, { userId })).id;
}

export async function say(
  services: Services,
  userId: string,
  conversationId: string,
  content: string,
): Promise<{ runId: string; messageId: string }> {
  return execute(
    services,
    sendMessage,
    { conversationId, messageId: newId(), content },
    { userId },
  );
}

export async function claim(
  services: Services,
  userId: string,
  conversationId: string,
  workerId: string,
): Promise<ClaimedRun> {
  const claimed = await claimRun(services, { userId, conversationId, workerId });
  if (!claimed) throw new Error("nothing to claim");
  return claimed;
}

export function waterAction(value: number): CardAction {
  return {
    actionId: newId(),
    tool: "record_metric",
    args: { type: "water", value, unit: "ml", day: "2026-11-22" },
    title: "Água",
    details: [],
    warnings: [],
    weight: "line",
  };
}

/** Pauses a run with a card of these actions and answers its id. */
export async function pause(
  services: Services,
  lease: Lease,
  actions: readonly CardAction[],
): Promise<string> {
  const confirmationId = newId();
  await suspendRun(services, lease, {
    answer: { messageId: newId(), parts: [{ type: "confirmation", confirmationId }] },
    confirmationId,
    actions,
    checkpoint: new Uint8Array([1, 2, 3]),
    threadRunId: lease.runId,
  });
  return confirmationId;
}

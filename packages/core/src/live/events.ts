import { z } from "zod";

import { storableJson, storableText } from "../json.ts";
import { CardAction, KeptDecision, MessageView, ToolStatus } from "./message.ts";

const conversationId = z.uuid();
const runId = z.uuid();

const Notification = z.looseObject({
  type: z.literal("notification"),
  notificationId: z.uuid(),
  kind: z.string(),
  title: z.string(),
  body: z.string().nullish(),
  createdAt: z.iso.datetime(),
});

/** Names of routers whose data changed, from any door. */
const Changed = z.object({
  type: z.literal("changed"),
  conversationId: conversationId.optional(),
  touches: z.array(z.string()),
});

/** The place in the log is gone: the client refetches and goes on from here. */
const Reset = z.object({ type: z.literal("reset") });

const RunStarted = z.object({ type: z.literal("run_started"), conversationId, runId });

const Routed = z.object({
  type: z.literal("routed"),
  conversationId,
  runId,
  agents: z.array(z.string()),
  by: z.enum(["rule", "model"]),
});

const TextDelta = z.object({
  type: z.literal("text_delta"),
  conversationId,
  messageId: z.uuid(),
  delta: z.string(),
});

/** Drops the partial text of a message: the step runs again. */
const TextReset = z.object({ type: z.literal("text_reset"), conversationId, messageId: z.uuid() });

/** Marks an execution: of a read at once, of a write after its decision. */
const ToolCall = z.object({
  type: z.literal("tool_call"),
  conversationId,
  actionId: z.uuid(),
  tool: z.string(),
  args: z.record(z.string(), z.unknown()),
});

const ToolResult = z.object({
  type: z.literal("tool_result"),
  conversationId,
  actionId: z.uuid(),
  tool: z.string(),
  status: ToolStatus,
  summary: z.string(),
});

const ConfirmationRequired = z.object({
  type: z.literal("confirmation_required"),
  conversationId,
  confirmationId: z.uuid(),
  expiresAt: z.iso.datetime(),
  actions: z.array(CardAction),
});

const ConfirmationResolved = z.object({
  type: z.literal("confirmation_resolved"),
  conversationId,
  confirmationId: z.uuid(),
  outcome: z.enum(["decided", "expired", "superseded"]),
  decisions: z.array(KeptDecision),
});

const MessageSaved = z.object({
  type: z.literal("message_saved"),
  conversationId,
  message: MessageView,
});

const Title = z.object({ type: z.literal("title"), conversationId, title: z.string() });

const RunFinished = z.object({
  type: z.literal("run_finished"),
  conversationId,
  runId,
  status: z.enum(["completed", "waiting", "stopped", "failed"]),
  reason: z.string().optional(),
});

/** Everything that can happen to a person; chat events carry their conversation. */
export const LiveEvent = z.discriminatedUnion("type", [
  Notification,
  Changed,
  Reset,
  RunStarted,
  Routed,
  TextDelta,
  TextReset,
  ToolCall,
  ToolResult,
  ConfirmationRequired,
  ConfirmationResolved,
  MessageSaved,
  Title,
  RunFinished,
]);
export type LiveEvent = z.infer<typeof LiveEvent>;

/** The shape in which `append_events` and the table `events` keep an event. */
export type EventRow = {
  type: string;
  conversationId: string | null;
  data: Record<string, unknown>;
};

/**
 * Turns events into the JSON array that `append_events` takes.
 *
 * Strings are made storable on the way, so no model output can make a batch fail.
 */
export function eventsJson(events: readonly LiveEvent[]): string {
  return storableJson(events.map(toRow));
}

/** Splits an event into its columns. */
export function toRow(event: LiveEvent): EventRow {
  const { type, ...rest } = event;
  if (!("conversationId" in rest)) return { type, conversationId: null, data: rest };
  const { conversationId: conversation, ...data } = rest;
  return { type, conversationId: typeof conversation === "string" ? conversation : null, data };
}

/** Splits an event into its columns, with every text made storable. */
export function toStorableRow(event: LiveEvent): EventRow {
  const { type, conversationId: conversation, data } = toRow(event);
  return { type, conversationId: conversation, data: storableRecord(data) };
}

function storableRecord(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([key, item]) => [storableText(key), deeplyStorable(item)]),
  );
}

function deeplyStorable(value: unknown): unknown {
  if (typeof value === "string") return storableText(value);
  if (Array.isArray(value)) return value.map(deeplyStorable);
  return typeof value === "object" && value !== null ? storableRecord({ ...value }) : value;
}

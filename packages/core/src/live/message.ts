import { z } from "zod";

/** One proposed or executed action as a card and its message show it. */
export const CardAction = z.object({
  actionId: z.uuid(),
  tool: z.string(),
  args: z.record(z.string(), z.unknown()),
  title: z.string(),
  details: z.array(z.object({ label: z.string(), value: z.string() })),
  warnings: z.array(z.string()),
  weight: z.enum(["line", "table", "heavy"]).optional(),
});
export type CardAction = z.infer<typeof CardAction>;

/** A person's verdict on one action of a card. */
export const ActionDecision = z.object({
  actionId: z.uuid(),
  verdict: z.enum(["confirm", "edit", "reject"]),
  args: z.record(z.string(), z.unknown()).optional(),
  reason: z.string().optional(),
});
export type ActionDecision = z.infer<typeof ActionDecision>;

/** A verdict as it is kept: `by` tells that a standing rule of the person gave it, not a tap. */
export const KeptDecision = ActionDecision.extend({ by: z.literal("rule").optional() });
export type KeptDecision = z.infer<typeof KeptDecision>;

/** One record behind a look-up, as people read it. */
export const ToolRecord = z.object({
  id: z.string(),
  title: z.string(),
  day: z.string().optional(),
  /** A measure in words ("500 ml"). */
  value: z.string().optional(),
  amount: z.string().optional(),
  currency: z.string().optional(),
});
export type ToolRecord = z.infer<typeof ToolRecord>;

export const ToolStatus = z.enum(["ok", "error", "rejected"]);

/**
 * One part of a message.
 *
 * A `tool` part is an execution with its outcome; what is only proposed shows in a `confirmation`.
 */
export const MessagePart = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string() }),
  z.object({
    type: z.literal("tool"),
    actionId: z.uuid(),
    tool: z.string(),
    args: z.record(z.string(), z.unknown()),
    status: ToolStatus.optional(),
    summary: z.string().optional(),
    /** The records behind what it found, the first of them. */
    records: z.array(ToolRecord).optional(),
  }),
  z.object({
    type: z.literal("confirmation"),
    confirmationId: z.uuid(),
    status: z.enum(["pending", "decided", "expired", "superseded"]),
    expiresAt: z.iso.datetime(),
    actions: z.array(CardAction),
    decisions: z.array(KeptDecision),
  }),
]);
export type MessagePart = z.infer<typeof MessagePart>;

/** A message as pages and events carry it; `branch` counts its siblings from 0. */
export const MessageView = z.object({
  id: z.uuid(),
  conversationId: z.uuid(),
  parentId: z.uuid().nullish(),
  runId: z.uuid().nullish(),
  role: z.enum(["user", "assistant"]),
  parts: z.array(MessagePart),
  /** Who answered. */
  agents: z.array(z.string()).optional(),
  branch: z.object({ index: z.int(), count: z.int() }),
  feedback: z.enum(["up", "down"]).nullish(),
  createdAt: z.iso.datetime(),
});
export type MessageView = z.infer<typeof MessageView>;

import { z } from "zod";

import { Cursor, Id, Instant, Limit, name, page, text } from "../fields.ts";
import { ActionDecision, CardAction, MessageView } from "../live/message.ts";

export const ConversationView = z.object({
  id: Id,
  kind: z.enum(["general", "counselor"]),
  title: z.string().nullable(),
  temporary: z.boolean(),
  lastActivityAt: Instant,
  createdAt: Instant,
});
export type ConversationView = z.infer<typeof ConversationView>;

export const CreateConversationInput = z.object({
  kind: z.enum(["general", "counselor"]).default("general"),
  title: name(255).optional(),
  temporary: z.boolean().default(false),
});
export const RenameInput = z.object({ conversationId: Id, title: name(255) });
export const ConversationInput = z.object({ conversationId: Id });
export const ConversationsInput = z.object({
  query: text(200).optional(),
  limit: Limit,
  cursor: Cursor.optional(),
});
export const ConversationPage = page(ConversationView);
export const ExportInput = z.object({ conversationId: Id, format: z.enum(["md", "json"]) });
export const ExportView = z.object({
  filename: z.string(),
  mediaType: z.string(),
  content: z.string(),
});

export const MessagesInput = z.object({
  conversationId: Id,
  limit: Limit,
  cursor: Cursor.optional(),
});
export const MessagesView = z.object({
  /** Oldest first. */
  items: z.array(MessageView),
  nextCursor: z.string().nullable(),
  /** The event id that the page reflects: subscribe from it and nothing is missed. */
  position: z.string(),
  /** The run that is queued or going, if any. */
  activeRunId: Id.nullable(),
});
export type MessagesView = z.infer<typeof MessagesView>;

export const SendInput = z.object({
  conversationId: Id,
  messageId: Id,
  content: text(10_000).refine((value) => value.trim().length > 0, "escreva alguma coisa"),
});
export const SentView = z.object({ runId: Id, messageId: Id });

export const DecideInput = z.object({
  confirmationId: Id,
  decisions: z.array(ActionDecision).min(1).max(50),
});
export type DecideInput = z.infer<typeof DecideInput>;
export const DecidedView = z.object({ runId: Id });

export const StopInput = z.object({ runId: Id });
export const StoppedView = z.object({ runId: Id, stopping: z.boolean() });

export const PendingCard = z.object({
  confirmationId: Id,
  conversationId: Id,
  actions: z.array(CardAction),
  expiresAt: Instant,
});
export type PendingCard = z.infer<typeof PendingCard>;
export const PendingInput = z.object({});
export const PendingView = z.object({ items: z.array(PendingCard) });

export const FeedbackInput = z.object({
  messageId: Id,
  feedback: z.enum(["up", "down"]).nullable(),
});

export const EditMessageInput = z.object({ messageId: Id, content: SendInput.shape.content });
export const MessageInput = z.object({ messageId: Id });
export const SelectBranchInput = z.object({
  messageId: Id,
  /** Which of the messages beside it to show, counted from 0; itself when absent. */
  index: z.int().min(0).max(10_000).optional(),
});
export const BranchView = z.object({ conversationId: Id, headId: Id });

export const UnconfirmedView = z.object({
  items: z.array(PendingCard.extend({ expiredAt: Instant })),
});
export const ReopenInput = z.object({ confirmationId: Id });
export const ReopenedView = z.object({
  confirmationId: Id,
  conversationId: Id,
  expiresAt: Instant,
});

export const PreviewInput = z.object({
  text: text(1000),
  /** Where it is typed: what was said before gives "e ontem?" its meaning. */
  conversationId: Id.optional(),
});
export const PreviewView = z.object({
  /** Empty when nothing would be recorded. */
  actions: z.array(CardAction),
  /** Over text, actions and resolved arguments; null when the preview cannot be captured by Enter alone. */
  hash: z.string().nullable(),
  /** The question that stands in the way, if one does. */
  ask: z.object({ text: z.string(), options: z.array(z.string()) }).nullable(),
});
export type PreviewView = z.infer<typeof PreviewView>;

export const CaptureInput = z.object({
  text: SendInput.shape.content,
  hash: z.string().max(64).nullable(),
  messageId: Id,
  /** Where it was typed; absent for the one line, which has a conversation of each day. */
  conversationId: Id.optional(),
});
export const CapturedView = z.object({
  /** Whether it was recorded at once; otherwise an ordinary card or answer follows in the conversation. */
  captured: z.boolean(),
  runId: Id,
  messageId: Id,
  conversationId: Id,
  /** What was recorded, for its undo. */
  actionIds: z.array(Id),
});

export const RuleView = z.object({
  id: Id,
  tool: z.string(),
  title: z.string(),
  allowedAt: Instant,
  expiresAt: Instant,
  state: z.enum(["active", "suspended", "expired"]),
});
export type RuleView = z.infer<typeof RuleView>;

/** A kind of record that was confirmed three times as it stood; `actionId` is the newest of them. */
export const RuleOffer = z.object({ actionId: Id, tool: z.string(), title: z.string() });
export type RuleOffer = z.infer<typeof RuleOffer>;
export const RulesInput = z.object({});
export const RulesView = z.object({ items: z.array(RuleView), offers: z.array(RuleOffer) });
/** A rule that there is, or the action on which one is offered. */
export const AllowRuleInput = z
  .object({ actionId: Id.optional(), ruleId: Id.optional() })
  .refine((named) => (named.actionId === undefined) !== (named.ruleId === undefined), {
    path: ["ruleId"],
    message: "diga a regra ou a ação, uma das duas",
  });

export const UsageInput = z.object({});
/** What the person's runs have used since their midnight. */
export const UsageView = z.object({ costUsd: z.number(), answers: z.int() });

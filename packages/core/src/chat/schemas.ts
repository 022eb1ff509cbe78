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

export const PreviewInput = z.object({ text: text(1000) });
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
});
export const CapturedView = z.object({
  /** Whether it was recorded at once; otherwise an ordinary card or answer follows in the conversation. */
  captured: z.boolean(),
  runId: Id,
  messageId: Id,
  conversationId: Id,
});

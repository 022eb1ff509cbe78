import type { Prisma } from "@vida/db/generated/prisma/client";
import { z } from "zod";

import { isoInstant } from "../context.ts";
import type { Ctx } from "../context.ts";
import { decodeCursor, encodeCursor } from "../cursor.ts";
import { CardAction, KeptDecision, MessageView } from "../live/message.ts";
import type { MessagePart } from "../live/message.ts";
import { read } from "../operation.ts";
import { findConversation } from "./conversations.ts";
import { recordsOf } from "./records.ts";
import { MessagesInput, MessagesView } from "./schemas.ts";

/** A message's parts as stored: a confirmation is only named, since its state lives in its own row. */
export const StoredPart = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string() }),
  z.object({
    type: z.literal("tool"),
    actionId: z.uuid(),
    tool: z.string(),
    args: z.record(z.string(), z.unknown()),
    status: z.enum(["ok", "error", "rejected"]),
    summary: z.string(),
    /** What the tool answered; for the model's later turns, never shown as it is. */
    result: z.unknown().optional(),
    /** How the model that made the call names it; its signature must come back with it. */
    provider: z
      .object({ callId: z.string(), step: z.int(), signature: z.string().optional() })
      .optional(),
  }),
  z.object({ type: z.literal("confirmation"), confirmationId: z.uuid() }),
]);
export type StoredPart = z.infer<typeof StoredPart>;

export type MessageRow = Prisma.MessageGetPayload<object>;
/** A card as its message shows it. */
export type ShownCard = {
  readonly id: string;
  readonly status: string;
  readonly expiresAt: Date;
  readonly actions: unknown;
  readonly decisions: unknown;
};
type ShownRow = Pick<
  MessageRow,
  "id" | "conversationId" | "parentId" | "runId" | "role" | "agents" | "feedback" | "createdAt"
> & { readonly parts: unknown };

export function partsOf(row: { readonly parts: unknown }): StoredPart[] {
  return z.array(StoredPart).parse(row.parts);
}

/** The plain text of parts, for search and for the model's context. */
export function textOf(parts: readonly StoredPart[]): string {
  return parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n");
}

function toPart(part: StoredPart, cards: ReadonlyMap<string, ShownCard>): MessagePart[] {
  if (part.type === "text") return [part];
  if (part.type === "tool") {
    const { result, provider: _, ...shown } = part;
    const records = recordsOf(result);
    return [records.length === 0 ? shown : { ...shown, records }];
  }
  const card = cards.get(part.confirmationId);
  if (!card) return [];
  return [
    {
      type: "confirmation",
      confirmationId: card.id,
      status: z.enum(["pending", "decided", "expired", "superseded"]).parse(card.status),
      expiresAt: isoInstant(card.expiresAt),
      actions: z.array(CardAction).parse(card.actions),
      decisions: z.array(KeptDecision).parse(card.decisions ?? []),
    },
  ];
}

/** A stored message as pages and events carry it. */
export function toMessageView(
  row: ShownRow,
  cards: readonly ShownCard[],
  branch: { index: number; count: number },
): MessageView {
  const byId = new Map(cards.map((card) => [card.id, card]));
  return MessageView.parse({
    ...row,
    branch,
    parts: partsOf(row).flatMap((part) => toPart(part, byId)),
    createdAt: isoInstant(row.createdAt),
  });
}

/** The newest messages of the branch that ends at `headId`, oldest first, at most `limit`. */
export async function readBranch(
  ctx: Ctx,
  conversationId: string,
  headId: string | null,
  limit: number,
): Promise<MessageRow[]> {
  if (headId === null) return [];
  const rows = await ctx.tx.$queryRaw<MessageRow[]>`
    with recursive branch as (
      select m.*, 1 as depth from messages m where user_id = ${ctx.userId}::uuid and id = ${headId}::uuid
       and conversation_id is not distinct from ${conversationId}::uuid
      union all
      select m.*, b.depth + 1 from branch b
        join messages m on m.user_id = ${ctx.userId}::uuid and m.id = b.parent_id where b.depth < ${limit}
    )
    select user_id as "userId", id, conversation_id as "conversationId", seq, parent_id as "parentId", role, parts, text,
           run_id as "runId", agents, feedback, created_at as "createdAt"
      from branch order by depth desc`;
  return rows;
}

/** One page of the shown branch, with the place in the event log that it reflects. */
export const listMessages = read({
  name: "chat.messages",
  input: MessagesInput,
  output: MessagesView,
  async run(ctx, { conversationId, limit, cursor }) {
    // First, so that no event between this and the rows below is missed; seeing one twice is harmless.
    const { position, activeRunId } = await readPosition(ctx, conversationId);
    const conversation = await findConversation(ctx, conversationId);
    const from = cursor === undefined ? conversation.headId : decodeCursor(cursor, ["id"])[0];
    const rows = await readBranch(ctx, conversationId, from, limit);
    const older = rows[0]?.parentId ?? null;
    const items = await withCards(ctx, rows);
    return {
      items,
      nextCursor: older === null ? null : encodeCursor([older]),
      position,
      activeRunId,
    };
  },
});

/** Turns rows into views with their cards and branch counts. */
export async function withCards(ctx: Ctx, rows: readonly MessageRow[]): Promise<MessageView[]> {
  const cardIds = rows.flatMap((row) =>
    partsOf(row).flatMap((part) => (part.type === "confirmation" ? [part.confirmationId] : [])),
  );
  const cards =
    cardIds.length === 0
      ? []
      : await ctx.tx.confirmation.findMany({ where: { userId: ctx.userId, id: { in: cardIds } } });
  const conversationId = rows[0]?.conversationId;
  const siblings =
    conversationId === undefined ? [] : await readSiblings(ctx, conversationId, rows);
  const families = Map.groupBy(siblings, (sibling) => sibling.parentId);
  return rows.map((row) => {
    const family = families.get(row.parentId) ?? [];
    const index = Math.max(
      0,
      family.findIndex((sibling) => sibling.id === row.id),
    );
    return toMessageView(row, cards, { index, count: Math.max(1, family.length) });
  });
}

/**
 * All messages in the places of these, in their order. One look into the index for each place: where most
 * conversations are short, the planner takes every index that begins with the conversation for as good, and
 * may read a long one whole. The order asked for is the one that only the right index has.
 */
function readSiblings(
  ctx: Ctx,
  conversationId: string,
  rows: readonly MessageRow[],
): Promise<{ id: string; parentId: string | null }[]> {
  const parents = rows.flatMap((row) => row.parentId ?? []);
  const first = rows.some((row) => row.parentId === null);
  return ctx.tx.$queryRaw`
    select id, parent_id as "parentId" from (
      select m.* from unnest(${parents}::uuid[]) as parent, lateral (
        select id, parent_id, seq from messages where user_id = ${ctx.userId}::uuid
           and conversation_id = ${conversationId}::uuid and parent_id between parent and parent
         order by parent_id offset 0
      ) m
      union all
      (select id, parent_id, seq from messages where ${first} and user_id = ${ctx.userId}::uuid
         and conversation_id = ${conversationId}::uuid and parent_id is null order by parent_id offset 0)
    ) siblings order by seq`;
}

/**
 * The last event id, or the one before a running turn's first event, so that whoever opens the page in the
 * middle of an answer is sent what was streamed so far.
 */
async function readPosition(
  ctx: Ctx,
  conversationId: string,
): Promise<{ position: string; activeRunId: string | null }> {
  const [row] = await ctx.tx.$queryRaw<{ position: bigint; runId: string | null }[]>`
    with active as (
      select id, status from runs where user_id = ${ctx.userId}::uuid and conversation_id = ${conversationId}::uuid
         and status in ('queued', 'running') order by seq limit 1
    )
    select coalesce(
             (select e.id - 1 from events e, active a
               where e.user_id = ${ctx.userId}::uuid and e.type = 'run_started' and e.data ->> 'runId' = a.id::text
               order by e.id limit 1),
             (select last_id from event_heads where user_id = ${ctx.userId}::uuid), 0) as position,
           (select id from active) as "runId"`;
  return { position: String(row?.position ?? 0), activeRunId: row?.runId ?? null };
}

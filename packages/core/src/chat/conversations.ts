import type { Prisma } from "@vida/db/generated/prisma/client";

import { isoInstant } from "../context.ts";
import type { Ctx } from "../context.ts";
import { decodeCursor, encodeCursor } from "../cursor.ts";
import { fail } from "../errors.ts";
import { Removed } from "../fields.ts";
import { quickRead, write } from "../operation.ts";
import {
  ConversationInput,
  ConversationPage,
  ConversationView,
  ConversationsInput,
  CreateConversationInput,
  RenameInput,
} from "./schemas.ts";

type ConversationRow = Prisma.ConversationGetPayload<object>;

export function toConversationView(row: ConversationRow): ConversationView {
  return ConversationView.parse({
    ...row,
    lastActivityAt: isoInstant(row.lastActivityAt),
    createdAt: isoInstant(row.createdAt),
  });
}

/** A conversation that is not deleted, or `not_found` (`chat.conversationNotFound`). */
export async function findConversation(ctx: Ctx, conversationId: string): Promise<ConversationRow> {
  const row = await ctx.tx.conversation.findFirst({
    where: { userId: ctx.userId, id: conversationId, deletedAt: null },
  });
  return row ?? fail("not_found", "chat.conversationNotFound", { conversationId });
}

export const createConversation = write({
  name: "chat.create",
  input: CreateConversationInput,
  output: ConversationView,
  touches: ["chat"],
  async run(ctx, input) {
    const row = await ctx.tx.conversation.create({
      data: {
        userId: ctx.userId,
        id: ctx.id(),
        kind: input.kind,
        title: input.title ?? null,
        titledBy: input.title ? "person" : null,
        temporary: input.temporary,
        lastActivityAt: ctx.nowDate,
        createdAt: ctx.nowDate,
      },
    });
    return toConversationView(row);
  },
});

export const renameConversation = write({
  name: "chat.rename",
  input: RenameInput,
  output: ConversationView,
  touches: ["chat"],
  async run(ctx, { conversationId, title }) {
    await findConversation(ctx, conversationId);
    const row = await ctx.tx.conversation.update({
      where: { userId_id: { userId: ctx.userId, id: conversationId } },
      data: { title, titledBy: "person" },
    });
    ctx.emit({ type: "title", conversationId, title });
    return toConversationView(row);
  },
});

/** Hides a conversation; its runs stop, its open cards close and no expired one is offered again. It is purged later. */
export const removeConversation = write({
  name: "chat.remove",
  input: ConversationInput,
  output: Removed,
  touches: ["chat"],
  async run(ctx, { conversationId }) {
    await findConversation(ctx, conversationId);
    const where = { userId: ctx.userId, conversationId };
    await ctx.tx.conversation.update({
      where: { userId_id: { userId: ctx.userId, id: conversationId } },
      data: { deletedAt: ctx.nowDate },
    });
    await ctx.tx.confirmation.updateMany({
      where: { ...where, status: { in: ["pending", "expired"] } },
      data: { status: "superseded", closedAt: ctx.nowDate },
    });
    await ctx.tx.run.updateMany({
      where: { ...where, status: { in: ["queued", "waiting"] } },
      data: { status: "stopped", finishedAt: ctx.nowDate },
    });
    await ctx.tx.run.updateMany({
      where: { ...where, status: "running" },
      data: { stopRequestedAt: ctx.nowDate },
    });
    return { id: conversationId };
  },
});

/** Conversations, newest activity first; `query` searches titles and messages without accents. */
export const listConversations = quickRead({
  name: "chat.conversations",
  input: ConversationsInput,
  output: ConversationPage,
  async run(db, input, userId) {
    const [before, beforeId] = input.cursor ? decodeCursor(input.cursor, ["instant", "id"]) : [];
    const pattern = input.query ? `%${input.query.replace(/[\\%_]/g, "\\$&")}%` : null;
    const rows = await db.$queryRaw<ConversationRow[]>`
      select id, kind, title, temporary, last_activity_at as "lastActivityAt", created_at as "createdAt"
        from conversations c
       where user_id = ${userId}::uuid and deleted_at is null
         and (${pattern}::text is null or plain(title) like plain(${pattern})
              or exists (select 1 from messages m where m.user_id = c.user_id and m.conversation_id = c.id
                           and plain(m.text) like plain(${pattern})))
         and (${before ?? null}::timestamptz is null
              or (last_activity_at, id) < (${before ?? null}::timestamptz, ${beforeId ?? null}::uuid))
       order by last_activity_at desc, id desc limit ${input.limit + 1}`;
    const items = rows.slice(0, input.limit).map(toConversationView);
    const last = items.at(-1);
    const more = rows.length > input.limit && last !== undefined;
    return { items, nextCursor: more ? encodeCursor([last.lastActivityAt, last.id]) : null };
  },
});

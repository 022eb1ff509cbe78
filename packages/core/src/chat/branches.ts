import { z } from "zod";

import type { Ctx } from "../context.ts";
import { fail } from "../errors.ts";
import { write } from "../operation.ts";
import { closeCard } from "./cards.ts";
import { toMessageView } from "./messages.ts";
import type { MessageRow } from "./messages.ts";
import {
  BranchView,
  EditMessageInput,
  MessageInput,
  SelectBranchInput,
  SentView,
} from "./schemas.ts";
import { queueRun } from "./send.ts";

/** Asks again with other words: a sibling of the old message, which stays reachable with all below it. */
export const editMessage = write({
  name: "chat.edit",
  input: EditMessageInput,
  output: SentView,
  touches: ["chat"],
  async run(ctx, { messageId, content }) {
    const old = await findMessage(ctx, messageId, "user");
    const { conversationId, parentId } = old;
    await lockHead(ctx, conversationId);
    await leaveBranch(ctx, old);
    const [id, runId] = [ctx.id(), ctx.id()];
    const row = await ctx.tx.message.create({
      data: {
        userId: ctx.userId,
        id,
        conversationId,
        parentId,
        role: "user",
        parts: [{ type: "text", text: content }],
        text: content,
        runId,
        createdAt: ctx.nowDate,
      },
    });
    const siblings = await ctx.tx.message.count({
      where: { userId: ctx.userId, conversationId, parentId, role: "user" },
    });
    await moveHead(ctx, conversationId, id);
    await queueRun(ctx, {
      runId,
      conversationId,
      kind: "message",
      messageId: id,
      confirmationId: null,
    });
    ctx.emit({
      type: "message_saved",
      conversationId,
      message: toMessageView(row, [], { index: siblings - 1, count: siblings }),
    });
    return { runId, messageId: id };
  },
});

/** Answers the same message once more; the old answer stays reachable. */
export const regenerateAnswer = write({
  name: "chat.regenerate",
  input: MessageInput,
  output: SentView,
  touches: ["chat"],
  async run(ctx, { messageId }) {
    const answer = await findMessage(ctx, messageId, "assistant");
    const asked = await askedBy(ctx, answer);
    const { conversationId } = asked;
    await lockHead(ctx, conversationId);
    await leaveBranch(ctx, asked);
    await moveHead(ctx, conversationId, asked.id);
    const runId = ctx.id();
    await queueRun(ctx, {
      runId,
      conversationId,
      kind: "message",
      messageId: asked.id,
      confirmationId: null,
    });
    return { runId, messageId: asked.id };
  },
});

/** Shows the branch of a message, or of the one beside it, down to its newest end. */
export const selectBranch = write({
  name: "chat.selectBranch",
  input: SelectBranchInput,
  output: BranchView,
  touches: ["chat"],
  async run(ctx, input) {
    const named = await findMessage(ctx, input.messageId);
    const { conversationId } = named;
    const messageId = input.index === undefined ? named.id : await besides(ctx, named, input.index);
    const [end] = await ctx.tx.$queryRaw<{ id: string }[]>`
      with recursive down as (
        select id, 0 as depth from messages where user_id = ${ctx.userId}::uuid and id = ${messageId}::uuid
        union all
        select child.id, down.depth + 1 from down cross join lateral (
          select m.id from messages m where m.user_id = ${ctx.userId}::uuid
             and m.conversation_id = ${conversationId}::uuid and m.parent_id = down.id order by m.seq desc limit 1) child
      )
      select id from down order by depth desc limit 1`;
    const headId = end?.id ?? messageId;
    await moveHead(ctx, conversationId, headId);
    return { conversationId, headId };
  },
});

async function findMessage(
  ctx: Ctx,
  messageId: string,
  role?: "user" | "assistant",
): Promise<MessageRow> {
  const row = await ctx.tx.message.findFirst({
    where: {
      userId: ctx.userId,
      id: messageId,
      conversation: { deletedAt: null },
      ...(role ? { role } : {}),
    },
  });
  return row ?? fail("not_found", "chat.messageNotFound", { messageId });
}

/** The message that stands in a message's place in its nth branch. */
async function besides(ctx: Ctx, { conversationId, parentId }: MessageRow, index: number) {
  const row = await ctx.tx.message.findFirst({
    where: { userId: ctx.userId, conversationId, parentId },
    orderBy: { seq: "asc" },
    skip: index,
    select: { id: true },
  });
  return row?.id ?? fail("not_found", "chat.branchNotFound", { index });
}

/** The person's message that an answer goes back to, past answers that continued it. */
async function askedBy(ctx: Ctx, answer: MessageRow): Promise<MessageRow> {
  let current: MessageRow = answer;
  while (current.role === "assistant") {
    if (current.parentId === null) fail("conflict", "chat.nothingAsked", { messageId: answer.id });
    current = await findMessage(ctx, current.parentId);
  }
  return current;
}

/** Locks the conversation; a run that is going must end or be stopped first. */
async function lockHead(ctx: Ctx, conversationId: string): Promise<void> {
  const { userId } = ctx;
  const [row] = await ctx.tx.$queryRaw<{ id: string }[]>`
    select id from conversations where user_id = ${userId}::uuid and id = ${conversationId}::uuid for update`;
  if (!row) fail("not_found", "chat.conversationNotFound", { conversationId });
  // A statement of its own: behind the lock it sees what was sent while this one waited.
  const going = await ctx.tx.run.count({
    where: { userId, conversationId, status: { in: ["queued", "running"] } },
  });
  if (going > 0) fail("conflict", "chat.busy", { conversationId });
}

async function moveHead(ctx: Ctx, conversationId: string, headId: string): Promise<void> {
  await ctx.tx.conversation.update({
    where: { userId_id: { userId: ctx.userId, id: conversationId } },
    data: { headId, lastActivityAt: ctx.nowDate },
  });
}

/** Closes the open cards below a message that is left; what was confirmed stays. */
async function leaveBranch(ctx: Ctx, from: MessageRow): Promise<void> {
  const cards = await ctx.tx.$queryRaw<{ id: string }[]>`
    with recursive below as (
      select id from messages where user_id = ${ctx.userId}::uuid and id = ${from.id}::uuid
      union all
      select m.id from below join messages m on m.user_id = ${ctx.userId}::uuid
         and m.conversation_id = ${from.conversationId}::uuid and m.parent_id = below.id
    )
    select c.id from confirmations c where c.user_id = ${ctx.userId}::uuid and c.status = 'pending'
       and c.message_id in (select id from below)`;
  for (const { id } of z.array(z.object({ id: z.uuid() })).parse(cards))
    await closeCard(ctx, id, "superseded");
}

import { Prisma } from "@vida/db/db";

import type { Ctx } from "../context.ts";
import { fail } from "../errors.ts";
import { storableJson, storableText } from "../json.ts";
import { textOf, toMessageView } from "./messages.ts";
import type { ShownCard, StoredPart } from "./messages.ts";
import type { RunEnding } from "./runs.ts";

export type AssistantMessage = {
  readonly conversationId: string;
  readonly messageId: string;
  readonly runId: string | null;
  readonly parts: readonly StoredPart[];
  /** Who answered. */
  readonly agents?: readonly string[] | undefined;
};

export type Beside = {
  /** Cards that the message shows. */
  readonly cards?: readonly ShownCard[];
  /** Rows (`name as (…)`) that are stored by the first of its statements. */
  readonly storing?: Prisma.Sql;
  /** The end of the run that says it, in the statement that stores it. */
  readonly ending?: RunEnding;
  /**
   * The message it replies to, for who has locked the conversation and just put that one and its run there:
   * then all is stored at the end of the transaction.
   */
  readonly behind?: string;
};

/**
 * Adds what the assistant says behind the message it replies to, or for anything else behind the newest
 * message that is not itself still waiting for its run; what was typed meanwhile moves behind it.
 */
export async function appendAssistantMessage(
  ctx: Ctx,
  message: AssistantMessage,
  { cards = [], storing, ending, behind }: Beside = {},
): Promise<void> {
  const { userId } = ctx;
  const { conversationId, messageId, parts, runId } = message;
  const agents = [...(message.agents ?? [])];
  const parentId = behind ?? (await placeOf(ctx, conversationId, runId, storing));
  const beside = behind && storing ? Prisma.sql`, ${storing}` : Prisma.empty;
  const text = storableText(textOf(parts));
  const end = ending
    ? { parts: Prisma.sql`, ${ending.parts}`, count: Prisma.sql`(select count(*) from ended)::int` }
    : { parts: Prisma.empty, count: Prisma.sql`1` };
  // A statement of its own: behind the lock it sees what was stored while this one waited.
  const query = Prisma.sql`
    with place as (
      update conversations c
         set head_id = case when c.head_id is not distinct from ${parentId}::uuid then ${messageId}::uuid else c.head_id end,
             last_activity_at = ${ctx.nowDate}
       where user_id = ${userId}::uuid and id = ${conversationId}::uuid
      returning c.id
    ), behind as (
      update messages set parent_id = ${messageId}::uuid
       where user_id = ${userId}::uuid and conversation_id = ${conversationId}::uuid and parent_id = ${parentId}::uuid and role = 'user'
    ), stored as (
      insert into messages (user_id, id, conversation_id, parent_id, role, parts, text, run_id, agents, created_at)
      select ${userId}::uuid, ${messageId}::uuid, ${conversationId}::uuid, ${parentId}::uuid, 'assistant',
             ${storableJson(parts)}::jsonb, ${text}, ${runId}::uuid,
             ${agents}::varchar[], ${ctx.nowDate}
        from place
    )${beside}${end.parts}
    select (select count(*) from messages s
             where s.user_id = ${userId}::uuid and s.conversation_id = ${conversationId}::uuid
               and s.parent_id is not distinct from ${parentId}::uuid
               and not (s.role = 'user' and ${parentId}::uuid is not null))::int as index, ${end.count} as ended
      from place`;
  // Behind a message of this transaction it is alone, and that message's run has not ended yet.
  if (behind !== undefined) ctx.flights.atEnd(query);
  const [place] =
    behind === undefined
      ? await ctx.tx.$queryRaw<{ index: number; ended: number }[]>(query)
      : [{ index: 0, ended: 1 }];
  if (!place) fail("not_found", "chat.conversationNotFound", { conversationId });
  const view = toMessageView(
    {
      id: messageId,
      conversationId,
      parentId,
      runId,
      role: "assistant",
      parts,
      agents,
      feedback: null,
      createdAt: ctx.nowDate,
    },
    cards,
    { index: place.index, count: place.index + 1 },
  );
  ctx.emit({ type: "message_saved", conversationId, message: view });
  ending?.told(place.ended);
}

/** Locks the conversation, whatever the place: nothing is put behind the same message beside this one. */
async function placeOf(
  ctx: Ctx,
  conversationId: string,
  runId: string | null,
  storing: Prisma.Sql | undefined,
): Promise<string | null> {
  const rows = storing ? Prisma.sql`, ${storing}` : Prisma.empty;
  const [row] = await ctx.tx.$queryRaw<{ id: string | null }[]>`
    with recursive run as (
      select message_id from runs where user_id = ${ctx.userId}::uuid and id = ${runId}::uuid
    ), head as (
      select head_id from conversations where user_id = ${ctx.userId}::uuid and id = ${conversationId}::uuid for update
    ), up as (
      select m.id, m.parent_id, 0 as depth, m.role = 'user' and coalesce(r.status = 'queued', false) as waits
        from head join messages m on m.user_id = ${ctx.userId}::uuid and m.id = head.head_id
        left join runs r on r.user_id = m.user_id and r.id = m.run_id
      union all
      select m.id, m.parent_id, up.depth + 1, m.role = 'user' and coalesce(r.status = 'queued', false)
        from up join messages m on m.user_id = ${ctx.userId}::uuid and m.id = up.parent_id
        left join runs r on r.user_id = m.user_id and r.id = m.run_id
       where up.waits
    )${rows}
    select coalesce((select message_id from run), (select id from up where not waits order by depth limit 1)) as id
      from head`;
  return row?.id ?? null;
}

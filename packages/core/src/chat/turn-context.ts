import { Prisma } from "@vida/db/db";
import { z } from "zod";

import type { Ctx } from "../context.ts";
import { fail } from "../errors.ts";
import { lexiconQuery } from "../lexicon-rows.ts";
import { lexiconOf } from "../lexicon.ts";
import { CardAction } from "../live/message.ts";
import type { Lexicon } from "../ptbr/types.ts";
import { ledgerOf } from "./ledger.ts";
import { StoredPart } from "./messages.ts";

export type StoredMessage = {
  readonly id: string;
  readonly role: "user" | "assistant";
  readonly parts: readonly StoredPart[];
  readonly text: string;
};

export type TurnStorage = {
  readonly conversation: {
    readonly id: string;
    readonly kind: "general" | "counselor";
    readonly temporary: boolean;
  };
  /** Newest turns of the shown branch, oldest first; the message to answer is the last of the person's. */
  readonly history: readonly StoredMessage[];
  /** Cards of this conversation that still wait, oldest first. */
  readonly openCards: readonly {
    readonly confirmationId: string;
    readonly actions: readonly CardAction[];
  }[];
  /** Whether the person has standing rules that hold. */
  readonly hasRules: boolean;
  /** Runs of the conversation that are not over and wait for no verdict, the one that reads this among them. */
  readonly openRuns: number;
};

export type Asked = {
  /** The newest message of the branch that may be seen; without it the newest there is. */
  readonly upTo: string | null;
  /** How many messages back. */
  readonly limit: number;
  /** Whether the person's names are read along. */
  readonly lexicon: boolean;
};

/** What was read of a turn; `lexicon` holds the person's names where they were asked for. */
export type ReadTurn = TurnStorage & { readonly lexicon: Lexicon | undefined };

/** A statement that reads a turn, and how its rows are understood. */
export type TurnReading = {
  readonly query: Prisma.Sql;
  readonly understood: (rows: readonly object[]) => ReadTurn;
};

/**
 * What a run reads of its conversation before it starts, and again when it resumes, in one statement. What
 * was typed behind `upTo` waits for a run of its own.
 */
export async function readTurn(ctx: Ctx, conversationId: string, asked: Asked): Promise<ReadTurn> {
  const { query, understood } = turnReading(ctx, conversationId, asked);
  return understood(await ctx.tx.$queryRaw<object[]>(query));
}

/** The statement of `readTurn`, for who sends it with others. */
export function turnReading(
  ctx: Ctx,
  conversationId: string,
  { upTo, limit, lexicon }: Asked,
): TurnReading {
  const names = lexicon ? Prisma.sql`(${lexiconQuery(ctx)})` : Prisma.sql`null::jsonb`;
  const query = Prisma.sql`
    with recursive conversation as (
      select c.* from conversations c
       where c.user_id = ${ctx.userId}::uuid and c.id = ${conversationId}::uuid and c.deleted_at is null
    ), branch as (
      select m.*, 1 as depth from conversation c join messages m
          on m.user_id = c.user_id and m.conversation_id = c.id and m.id = coalesce(${upTo}::uuid, c.head_id)
      union all
      select m.*, b.depth + 1 from branch b
        join messages m on m.user_id = b.user_id and m.id = b.parent_id where b.depth < ${limit}
    )
    select c.kind, c.temporary,
           (select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'role', b.role, 'parts', b.parts, 'text', b.text) order by b.depth desc), '[]')
              from branch b) as history,
           (select coalesce(jsonb_agg(jsonb_build_object('confirmationId', k.id, 'actions', k.actions) order by k.created_at), '[]')
              from confirmations k where k.user_id = c.user_id and k.conversation_id = c.id
               and k.status = 'pending' and k.expires_at > ${ctx.nowDate}) as "openCards",
           exists (select 1 from standing_rules s where s.user_id = c.user_id and s.revoked_at is null
                      and s.suspended_at is null and s.expires_at > ${ctx.nowDate}) as "hasRules",
           (select count(*) from runs r where r.user_id = c.user_id and r.conversation_id = c.id
               and r.status in ('queued', 'running'))::int as "openRuns",
           ${names} as lexicon
      from conversation c`;
  const understood = ([first]: readonly object[]): ReadTurn => {
    if (!first) return fail("not_found", "chat.conversationNotFound", { conversationId });
    const { kind, temporary, lexicon: parts, ...row } = TurnRow.parse(first);
    return {
      conversation: { id: conversationId, kind, temporary },
      ...row,
      lexicon: lexicon ? lexiconOf(ctx, parts) : undefined,
    };
  };
  return { query, understood };
}

const History = z.array(
  z
    .object({ id: z.string(), role: z.string(), parts: z.array(StoredPart), text: z.string() })
    .transform(({ role, ...message }) => ({
      ...message,
      role: role === "user" ? ("user" as const) : ("assistant" as const),
    })),
);
const TurnRow = z.object({
  kind: z.enum(["general", "counselor"]),
  temporary: z.boolean(),
  history: History,
  openCards: z.array(z.object({ confirmationId: z.string(), actions: z.array(CardAction) })),
  hasRules: z.boolean(),
  openRuns: z.int(),
  lexicon: z.unknown(),
});

/** The decided card of a decision run, its verdicts, and the checkpoint of the thread it resumes. One statement. */
export async function readDecision(ctx: Ctx, confirmationId: string) {
  const [row] = await ctx.tx.$queryRaw<DecisionRow[]>`
    select c.run_id as "threadRunId", c.message_id as "cardMessageId", c.actions, k.state as checkpoint,
           (select coalesce(jsonb_agg(jsonb_build_object('actionId', t.id, 'tool', t.tool, 'args', t.args, 'status', t.status,
                              'reason', t.reason, 'result', t.result, 'summary', t.summary)), '[]')
              from tool_actions t where t.user_id = c.user_id and t.confirmation_id = c.id) as ledger
      from confirmations c left join checkpoints k on k.user_id = c.user_id and k.run_id = c.run_id
     where c.user_id = ${ctx.userId}::uuid and c.id = ${confirmationId}::uuid`;
  if (!row) return fail("not_found", "chat.cardNotFound", { confirmationId });
  const actions = z.array(CardAction).parse(row.actions);
  const order = actions.map(({ actionId }) => actionId);
  const { threadRunId, cardMessageId, checkpoint } = row;
  return { threadRunId, cardMessageId, checkpoint, actions, ledger: ledgerOf(row.ledger, order) };
}

type DecisionRow = {
  threadRunId: string;
  cardMessageId: string | null;
  actions: unknown;
  checkpoint: Uint8Array | null;
  ledger: unknown;
};

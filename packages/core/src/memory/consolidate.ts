import type { Ctx, Services } from "../context.ts";
import { dayToDate } from "../dates.ts";
import type { PersonJob } from "../jobs.ts";
import { notify } from "../notifications/notify.ts";
import { inSession } from "../operation.ts";
import { supersede } from "./add.ts";
import { stateOf } from "./contradictions.ts";
import { isForgotten } from "./forget.ts";
import { ITEM_COLUMNS, shortTitle } from "./rows.ts";
import type { ItemRow } from "./rows.ts";

/** At most this many messages are read in one night; the rest is read in the next. */
const MOST_MESSAGES = 500;
const SENTENCE_END = /(?<=[.!?;\n])\s+|\n+/;
const LONGEST_SENTENCE = 300;

export type Consolidated = {
  messages: number;
  learnt: number;
  superseded: number;
  questions: number;
};

type Said = { id: string; text: string };

/**
 * Learns overnight what the person said of themselves and did not ask to keep: states that replace each other
 * (job, city, marital status, likes), by rule. Once per person and local date, in one transaction.
 *
 * What was forgotten never returns, temporary conversations are not read, and what the person validated is
 * not overruled: a question waits for them instead. Each item is marked as noticed and, until it is seen,
 * not used for advice.
 */
export async function consolidateMemory(services: Services, job: PersonJob): Promise<Consolidated> {
  return inSession(services, { userId: job.userId, actor: "job" }, async (ctx) => {
    const messages = await unread(ctx);
    const held = await ctx.tx.knowledgeItem.findMany({
      where: { userId: ctx.userId, validTo: null },
      select: ITEM_COLUMNS,
      orderBy: { recordedAt: "desc" },
      take: 1000,
    });
    const outcome: Consolidated = {
      messages: messages.length,
      learnt: 0,
      superseded: 0,
      questions: 0,
    };
    for (const message of messages) {
      for (const sentence of message.text.split(SENTENCE_END))
        await learn(ctx, held, message, sentence.trim(), outcome);
    }
    if (outcome.learnt > 0) ctx.touch("memory");
    return outcome;
  });
}

/** What the person said since the newest message that something was learnt or read from. */
async function unread(ctx: Ctx): Promise<Said[]> {
  return ctx.tx.$queryRaw<Said[]>`
    select m.id, m.text from messages m
      join conversations c on c.user_id = m.user_id and c.id = m.conversation_id and not c.temporary and c.deleted_at is null
     where m.user_id = ${ctx.userId}::uuid and m.role = 'user'
       and m.created_at > coalesce(
             (select max(j.finished_at) from job_runs j where j.user_id = ${ctx.userId}::uuid and j.name = 'memory.consolidate' and j.status = 'done'),
             '-infinity'::timestamptz)
     order by m.created_at limit ${MOST_MESSAGES}`;
}

async function learn(
  ctx: Ctx,
  held: ItemRow[],
  message: Said,
  sentence: string,
  outcome: Consolidated,
): Promise<void> {
  if (sentence.length === 0 || sentence.length > LONGEST_SENTENCE || sentence.endsWith("?")) return;
  const state = stateOf(sentence);
  if (state === null || (await isForgotten(ctx, sentence))) return;
  const same = held.filter((item) => stateOf(item.content)?.kind === state.kind);
  if (same.some((item) => stateOf(item.content)?.value === state.value)) return;
  const certain = same.find(({ validated }) => validated);
  if (certain) {
    const told = await ask(ctx, certain, sentence);
    outcome.questions += told ? 1 : 0;
    return;
  }
  const row = await ctx.tx.knowledgeItem.create({
    data: {
      userId: ctx.userId,
      id: ctx.id(),
      type: state.kind.startsWith("like:") ? "preference" : "fact",
      content: sentence,
      source: "ai_inference",
      messageId: message.id,
      evidence: sentence,
      confidence: 0.8,
      validFrom: dayToDate(ctx.today),
      recordedAt: ctx.nowDate,
      updatedAt: ctx.nowDate,
    },
    select: ITEM_COLUMNS,
  });
  for (const old of same) await supersede(ctx, old, row.id, ctx.today);
  held.splice(0, held.length, row, ...held.filter((item) => !same.includes(item)));
  outcome.learnt += 1;
  outcome.superseded += same.length;
}

/** Asks which of two states holds, once. */
async function ask(ctx: Ctx, known: ItemRow, sentence: string): Promise<boolean> {
  return notify(ctx, {
    kind: "question",
    title: "Isso mudou?",
    body: `Guardei que “${shortTitle(known.content)}”, e você disse “${shortTitle(sentence)}”.`,
    records: [{ table: "knowledge_items", id: known.id }],
    key: known.id,
  });
}

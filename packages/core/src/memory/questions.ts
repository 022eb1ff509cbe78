import { isoInstant } from "../context.ts";
import type { Ctx } from "../context.ts";
import { dayToDate } from "../dates.ts";
import { fail } from "../errors.ts";
import { read, write } from "../operation.ts";
import { supersede } from "./add.ts";
import { sayTheSame, statesOf } from "./contradictions.ts";
import { ITEM_COLUMNS, findItem, shortTitle, toItemView } from "./rows.ts";
import type { ItemRow } from "./rows.ts";
import { AnswerInput, AnsweredView, NoInput, QuestionsView } from "./schemas.ts";
import type { State } from "./states/state.ts";

/** What speaks against an item: a sentence, and where it comes from. */
type Said = {
  claim: string;
  messageId: string | null;
  /** The item that claims it, when the person added one. */
  claimItemId?: string;
  states: readonly State[];
};

/**
 * Keeps a question about what the person called certain and seems to have said otherwise; answers whether it
 * is new. The same thing said again about the same item is not asked twice, whatever the answer was.
 */
export async function askAbout(
  ctx: Ctx,
  { id: itemId }: ItemRow,
  { states, ...said }: Said,
): Promise<boolean> {
  const asked = await ctx.tx.memoryQuestion.findMany({ where: { userId: ctx.userId, itemId } });
  const again = asked.some(
    (one) => one.claim === said.claim || sayTheSame(statesOf(one.claim), states),
  );
  if (again) return false;
  await ctx.tx.memoryQuestion.create({
    data: { ...said, userId: ctx.userId, id: ctx.id(), itemId, createdAt: ctx.nowDate },
  });
  return true;
}

/** Questions that wait for an answer, oldest first; what was superseded meanwhile asks no more. */
export async function openQuestions(ctx: Ctx): Promise<QuestionsView["items"]> {
  const rows = await ctx.tx.memoryQuestion.findMany({
    where: {
      userId: ctx.userId,
      status: "open",
      item: { validTo: null },
      OR: [{ claimItemId: null }, { claimItem: { validTo: null } }],
    },
    include: { item: { select: { content: true } } },
    orderBy: { createdAt: "asc" },
    take: 20,
  });
  return rows.map(({ id, itemId, claim, createdAt, item }) => ({
    id,
    itemId,
    known: item.content,
    claim,
    askedAt: isoInstant(createdAt),
  }));
}

export const listQuestions = read({
  name: "memory.questions",
  input: NoInput,
  output: QuestionsView,
  run: async (ctx) => ({ items: await openQuestions(ctx) }),
});

/**
 * Answers a question: `changed` puts the new sentence in the old one's place, `both` keeps the two, `same`
 * leaves what was known and is not asked again. A sentence that the person had added is no second time
 * stored: it stays, or with `same` gives way to what was known. An answered question is `conflict`
 * (`memory.alreadyAnswered`).
 */
export const answerQuestion = write({
  name: "memory.answerQuestion",
  input: AnswerInput,
  output: AnsweredView,
  touches: ["memory", "notifications"],
  async run(ctx, { questionId, verdict }) {
    const question = await ctx.tx.memoryQuestion.findFirst({
      where: { userId: ctx.userId, id: questionId },
    });
    if (question === null) return fail("not_found", "memory.questionNotFound", { questionId });
    const { count } = await ctx.tx.memoryQuestion.updateMany({
      where: { userId: ctx.userId, id: questionId, status: "open" },
      data: { status: verdict, answeredAt: ctx.nowDate },
    });
    if (count === 0) fail("conflict", "memory.alreadyAnswered", { questionId });
    const old = await findItem(ctx, question.itemId);
    const data = { readAt: ctx.nowDate };
    await ctx.tx.notification.updateMany({
      where: { userId: ctx.userId, kind: "question", key: questionId, readAt: null },
      data,
    });
    const added = await claimItem(ctx, question.claimItemId);
    if (verdict === "same") {
      if (added !== null) await supersede(ctx, added, old.id, ctx.today);
      return { questionId, verdict, item: toItemView(old) };
    }
    const row = added ?? (await createClaim(ctx, old, question));
    if (verdict === "changed") await supersede(ctx, old, row.id, ctx.today);
    return { questionId, verdict, item: toItemView(row) };
  },
  trail: ({ verdict, item }) =>
    verdict === "same" ? null : `Guardei: ${item.title ?? shortTitle(item.content)}`,
});

async function claimItem(ctx: Ctx, id: string | null): Promise<ItemRow | null> {
  if (id === null) return null;
  return ctx.tx.knowledgeItem.findFirst({
    where: { userId: ctx.userId, id, validTo: null },
    select: ITEM_COLUMNS,
  });
}

function createClaim(
  ctx: Ctx,
  old: ItemRow,
  question: { claim: string; messageId: string | null },
): Promise<ItemRow> {
  return ctx.tx.knowledgeItem.create({
    data: {
      userId: ctx.userId,
      id: ctx.id(),
      type: old.type,
      area: old.area,
      subArea: old.subArea,
      content: question.claim,
      source: "conversation",
      messageId: question.messageId,
      evidence: question.claim,
      confidence: 1,
      validated: true,
      validFrom: dayToDate(ctx.today),
      seenAt: ctx.nowDate,
      recordedAt: ctx.nowDate,
      updatedAt: ctx.nowDate,
    },
    select: ITEM_COLUMNS,
  });
}

import type { Ctx } from "../context.ts";
import { dayToDate } from "../dates.ts";
import { toJson } from "../json.ts";
import { fold } from "../ptbr/normalize.ts";
import { supersede } from "./add.ts";
import { sayTheSame, statesClash, statesOf } from "./contradictions.ts";
import type { Learnt, LearntLine } from "./extraction.ts";
import { readForgotten } from "./forgotten.ts";
import { profileOf } from "./profile.ts";
import { askAbout } from "./questions.ts";
import { ITEM_COLUMNS } from "./rows.ts";
import type { ItemRow } from "./rows.ts";
import type { State } from "./states/state.ts";
import { carriedWords } from "./words.ts";

/** Less sure than this is a guess, not something noticed. */
const LEAST_SURE = 0.6;
/** What is inferred never counts as certain. */
const MOST_SURE = 0.95;
const LONGEST_LIST = 50;

type Message = { readonly id: string; readonly text: string };
type Held = { row: ItemRow; states: State[] };

/**
 * Stores what a night found, against what is known at this moment.
 *
 * Nothing enters that no message says: the evidence must stand in its message. What is known already or was
 * forgotten is left out; what contradicts takes the place of inferences, and asks about what the person
 * validated.
 */
export async function storeItems(
  ctx: Ctx,
  messages: readonly Message[],
  found: readonly Learnt[],
): Promise<{ learnt: number; superseded: number; questions: number }> {
  const outcome = { learnt: 0, superseded: 0, questions: 0 };
  if (found.length === 0) return outcome;
  const forgotten = await readForgotten(ctx);
  let held: Held[] = (
    await ctx.tx.knowledgeItem.findMany({
      where: { userId: ctx.userId, validTo: null },
      select: ITEM_COLUMNS,
      orderBy: { recordedAt: "desc" },
      take: 1000,
    })
  ).map((row) => ({ row, states: statesOf(row.content) }));
  for (const item of found) {
    const said = item.confidence >= LEAST_SURE && stands(item, messages);
    if (!said || forgotten(item.content) || forgotten(item.evidence)) continue;
    const states = statesOf(item.content);
    const against = held.filter(
      (one) => item.replaces.includes(one.row.id) || statesClash(one.states, states),
    );
    if (against.length === 0 && held.some((one) => isKnown(one, item.content, states))) continue;
    const certain = against.find(({ row }) => row.validated);
    if (certain) {
      const { content: claim, messageId } = item;
      if (await askAbout(ctx, certain.row, { claim, messageId, states })) outcome.questions += 1;
      continue;
    }
    const row = await createItem(ctx, item);
    for (const { row: old } of against) await supersede(ctx, old, row.id, ctx.today);
    held = [{ row, states }, ...held.filter((one) => !against.includes(one))];
    outcome.learnt += 1;
    outcome.superseded += against.length;
  }
  return outcome;
}

/** Adds lines to the lists of the profile; answers how many were new. */
export async function storeLines(
  ctx: Ctx,
  messages: readonly Message[],
  found: readonly LearntLine[],
): Promise<number> {
  if (found.length === 0) return 0;
  const forgotten = await readForgotten(ctx);
  await ctx.tx.memoryProfile.createMany({
    data: { userId: ctx.userId, id: ctx.userId, version: 0, updatedAt: ctx.nowDate },
    skipDuplicates: true,
  });
  await ctx.tx
    .$executeRaw`select 1 from memory_profiles where user_id = ${ctx.userId}::uuid for update`;
  const { goals, challenges, topOfMind, values, patterns, version } = await profileOf(ctx);
  const lists = { goals, challenges, topOfMind, values, patterns };
  let added = 0;
  for (const { list, text, messageId, evidence } of found) {
    const lines = lists[list];
    const said =
      stands({ messageId, evidence }, messages) && !forgotten(text) && !forgotten(evidence);
    if (!said || lines.length >= LONGEST_LIST || lines.some((line) => sameWords(line.text, text)))
      continue;
    lines.push({ text, source: "learned", at: ctx.today, messageId, seen: false });
    added += 1;
  }
  if (added > 0)
    await ctx.tx.memoryProfile.update({
      where: { userId_id: { userId: ctx.userId, id: ctx.userId } },
      data: { lists: toJson(lists), version: version + 1, updatedAt: ctx.nowDate },
    });
  return added;
}

async function createItem(ctx: Ctx, item: Learnt): Promise<ItemRow> {
  return ctx.tx.knowledgeItem.create({
    data: {
      userId: ctx.userId,
      id: ctx.id(),
      type: item.type,
      area: item.area,
      content: item.content,
      source: "ai_inference",
      messageId: item.messageId,
      evidence: item.evidence,
      confidence: Math.min(item.confidence, MOST_SURE),
      validFrom: dayToDate(ctx.today),
      recordedAt: ctx.nowDate,
      updatedAt: ctx.nowDate,
    },
    select: ITEM_COLUMNS,
  });
}

/** Whether the words it rests on are in the message it names. */
function stands(
  { messageId, evidence }: Pick<Learnt, "messageId" | "evidence">,
  messages: readonly Message[],
): boolean {
  const plain = (text: string): string =>
    fold(text)
      .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  const text = messages.find(({ id }) => id === messageId)?.text;
  return text !== undefined && plain(evidence) !== "" && plain(text).includes(plain(evidence));
}

function isKnown({ row, states: known }: Held, content: string, states: readonly State[]): boolean {
  if (sameWords(row.content, content)) return true;
  return states.length > 0 && states.every((state) => sayTheSame(known, [state]));
}

/** Whether two sentences carry nearly the same words. */
function sameWords(one: string, other: string): boolean {
  if (fold(one).trim() === fold(other).trim()) return true;
  const [a, b] = [carriedWords(one), carriedWords(other)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared > 0 && shared / (a.size + b.size - shared) >= 0.8;
}

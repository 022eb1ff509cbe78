import { spentToday } from "../chat/spending.ts";
import type { Ctx, Services } from "../context.ts";
import { dateToDay } from "../dates.ts";
import { isDomainError } from "../errors.ts";
import { execute, inSession } from "../operation.ts";
import { cutText } from "../text.ts";
import { supersede } from "./add.ts";
import { outForGood } from "./consolidate.ts";
import { statesOf } from "./contradictions.ts";
import { askAbout } from "./questions.ts";
import { ITEM_COLUMNS } from "./rows.ts";
import type { ItemRow } from "./rows.ts";
import { searchItems } from "./search.ts";

/** So many items are held against a new one: those that share words with it, then the newest. */
const MOST_ALIKE = 30;
const MOST_NEW = 100;
const LONGEST_MS = 60_000;

type Known = { readonly id: string; readonly content: string };

/**
 * A model that tells which of the known sentences cannot hold beside a new one, by their ids; it throws a
 * typed failure when it cannot.
 */
export type Judge = (
  claim: string,
  known: readonly Known[],
  signal: AbortSignal,
) => Promise<{ contradicted: string[]; usage: { costUsd: number } }>;

export type Compared = {
  compared: number;
  superseded: number;
  questions: number;
  failure: string | null;
  costUsd: number;
};

export type CompareOptions = {
  judge?: Judge | undefined;
  dailyCostLimit?: number | undefined;
  signal?: AbortSignal;
};

const NOTHING: Compared = { compared: 0, superseded: 0, questions: 0, failure: null, costUsd: 0 };

/**
 * Holds what the person added against what is known, by the model of who has agreed to it: the rules, which
 * went before, know only the states that they were taught.
 *
 * What the person said or validated is not overruled: a question waits for them. What was inferred gives way
 * to their own word. Asking happens between two sessions; a second run asks and ends nothing again. Throws only what
 * may pass by itself.
 */
export async function compareItem(
  services: Services,
  { userId, itemId }: { userId: string; itemId: string },
  { judge, dailyCostLimit = Infinity, signal }: CompareOptions,
): Promise<Compared> {
  if (judge === undefined) return NOTHING;
  const caller = { userId, actor: "job" } as const;
  const item = await inSession(services, caller, async (ctx) => {
    const agreed = ctx.preferences.model.cloud === "agreed";
    return agreed && (await spentToday(ctx)) < dailyCostLimit ? inForce(ctx, itemId) : null;
  });
  if (item === null) return NOTHING;
  const known = await candidates(services, userId, item);
  if (known.length === 0) return NOTHING;
  const limit = AbortSignal.timeout(LONGEST_MS);
  try {
    const { contradicted, usage } = await judge(
      item.content,
      known,
      signal ? AbortSignal.any([signal, limit]) : limit,
    );
    const outcome = await inSession(services, caller, (ctx) => store(ctx, item.id, contradicted));
    return { ...NOTHING, ...outcome, compared: known.length, costUsd: usage.costUsd };
  } catch (error) {
    signal?.throwIfAborted();
    if (!isDomainError(error) || !outForGood(error.reason)) throw error;
    return { ...NOTHING, failure: error.reason };
  }
}

async function inForce(ctx: Ctx, id: string): Promise<ItemRow | null> {
  return ctx.tx.knowledgeItem.findFirst({
    where: { userId: ctx.userId, id, validTo: null },
    select: ITEM_COLUMNS,
  });
}

async function candidates(services: Services, userId: string, item: ItemRow): Promise<Known[]> {
  const query = cutText(item.content, 200);
  const alike = await execute(services, searchItems, { query, limit: MOST_ALIKE }, { userId });
  const newest = await execute(services, searchItems, { limit: MOST_NEW }, { userId });
  const all = new Map([...alike.items, ...newest.items].map(({ id, content }) => [id, content]));
  all.delete(item.id);
  return Array.from(all, ([id, content]) => ({ id, content }));
}

async function store(
  ctx: Ctx,
  itemId: string,
  contradicted: readonly string[],
): Promise<{ superseded: number; questions: number }> {
  const outcome = { superseded: 0, questions: 0 };
  const item = await inForce(ctx, itemId);
  if (item === null) return outcome;
  const said = {
    claim: cutText(item.content, 500),
    claimItemId: itemId,
    messageId: item.messageId,
    states: statesOf(item.content),
  };
  for (const id of contradicted) {
    const old = await inForce(ctx, id);
    if (old === null || old.validFrom > item.validFrom) continue;
    if (old.validated || old.source !== "ai_inference") {
      if (await askAbout(ctx, old, said)) outcome.questions += 1;
    } else {
      await supersede(ctx, old, item.id, dateToDay(item.validFrom));
      outcome.superseded += 1;
    }
  }
  if (outcome.superseded + outcome.questions > 0) ctx.touch("memory");
  return outcome;
}

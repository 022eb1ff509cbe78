import { isoInstant } from "../context.ts";
import type { Ctx } from "../context.ts";
import { dateToDay } from "../dates.ts";
import { fail } from "../errors.ts";
import { toJson } from "../json.ts";
import { read, write } from "../operation.ts";
import { neverAgain } from "./forgotten.ts";
import { profileOf } from "./profile.ts";
import { ITEM_COLUMNS, findItem, shortTitle, toItemView } from "./rows.ts";
import {
  NightView,
  NoInput,
  PROFILE_LISTS,
  SeenView,
  UnlearnInput,
  UnlearntView,
} from "./schemas.ts";

/** What was learnt overnight and not looked at yet, with the newest nights behind it and their cost. */
export const readNight = read({
  name: "memory.night",
  input: NoInput,
  output: NightView,
  async run(ctx) {
    const rows = await ctx.tx.knowledgeItem.findMany({
      where: {
        userId: ctx.userId,
        source: "ai_inference",
        validated: false,
        seenAt: null,
        validTo: null,
      },
      select: ITEM_COLUMNS,
      orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
      take: 100,
    });
    const profile = await profileOf(ctx);
    const nights = await ctx.tx.memoryNight.findMany({
      where: { userId: ctx.userId },
      orderBy: { createdAt: "desc" },
      take: 7,
    });
    return {
      items: rows.map(toItemView),
      lines: PROFILE_LISTS.flatMap((list) =>
        profile[list].filter(({ seen }) => !seen).map(({ text }) => ({ list, text })),
      ),
      nights: nights.map((night) => ({
        ...night,
        provider: night.provider === "google" ? ("google" as const) : ("local" as const),
        day: night.day === null ? null : dateToDay(night.day),
        at: isoInstant(night.createdAt),
      })),
    };
  },
});

/** Says that the person has looked at what was learnt; from now on it counts for advice. */
export const markSeen = write({
  name: "memory.seen",
  input: NoInput,
  output: SeenView,
  touches: ["memory"],
  async run(ctx) {
    const { count } = await ctx.tx.knowledgeItem.updateMany({
      where: { userId: ctx.userId, source: "ai_inference", seenAt: null },
      data: { seenAt: ctx.nowDate, updatedAt: ctx.nowDate },
    });
    const profile = await profileOf(ctx);
    const fresh = PROFILE_LISTS.some((list) => profile[list].some(({ seen }) => !seen));
    if (fresh)
      await storeLists(ctx, (list) => profile[list].map((line) => ({ ...line, seen: true })));
    return { count };
  },
});

/**
 * Takes back one line that was learnt: what it had replaced holds again, and it is not learnt a second time.
 * What the person said or confirmed themselves is `conflict` (`memory.notLearnt`).
 */
export const unlearn = write({
  name: "memory.unlearn",
  input: UnlearnInput,
  output: UnlearntView,
  touches: ["memory"],
  async run(ctx, input) {
    if ("list" in input) return unlearnLine(ctx, input);
    const item = await findItem(ctx, input.itemId);
    if (item.source !== "ai_inference" || item.validated) fail("conflict", "memory.notLearnt");
    await ctx.tx.knowledgeItem.updateMany({
      where: { userId: ctx.userId, supersededById: item.id },
      data: { validTo: null, supersededById: null, supersededAt: null, updatedAt: ctx.nowDate },
    });
    await ctx.tx.knowledgeItem.delete({
      where: { userId_id: { userId: ctx.userId, id: item.id } },
      select: { id: true },
    });
    await neverAgain(ctx, item.content);
    return { text: item.content };
  },
  trail: ({ text }) => `Desaprendi: ${shortTitle(text)}`,
});

async function unlearnLine(
  ctx: Ctx,
  { list, text }: { list: (typeof PROFILE_LISTS)[number]; text: string },
): Promise<{ text: string }> {
  const profile = await profileOf(ctx);
  const known = profile[list].find((line) => line.text === text);
  if (known === undefined) return fail("not_found", "memory.notFound");
  if (known.source !== "learned") fail("conflict", "memory.notLearnt");
  await storeLists(ctx, (name) =>
    name === list ? profile[name].filter((line) => line !== known) : profile[name],
  );
  await neverAgain(ctx, text);
  return { text };
}

async function storeLists(
  ctx: Ctx,
  of: (list: (typeof PROFILE_LISTS)[number]) => unknown[],
): Promise<void> {
  await ctx.tx.memoryProfile.update({
    where: { userId_id: { userId: ctx.userId, id: ctx.userId } },
    data: {
      lists: toJson(Object.fromEntries(PROFILE_LISTS.map((list) => [list, of(list)]))),
      version: { increment: 1 },
      updatedAt: ctx.nowDate,
    },
  });
}

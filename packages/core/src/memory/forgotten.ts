import { createHash } from "node:crypto";

import type { Ctx } from "../context.ts";
import { carriedWords } from "./words.ts";

/** Salted hashes of the words that carry meaning; they tell sameness and nothing else. */
export function wordHashes(userId: string, content: string): string[] {
  return [...carriedWords(content)].map((word) =>
    createHash("sha256").update(`${userId}/${word}`).digest("base64url").slice(0, 16),
  );
}

/** Keeps a sentence from being learnt again; its words themselves are not kept. */
export async function neverAgain(ctx: Ctx, content: string): Promise<void> {
  await ctx.tx.forgottenItem.create({
    data: {
      userId: ctx.userId,
      id: ctx.id(),
      wordHashes: wordHashes(ctx.userId, content),
      forgottenAt: ctx.nowDate,
    },
  });
}

/** Tells of any sentence whether it says again what was forgotten: two thirds of the forgotten words return. */
export async function readForgotten(ctx: Ctx): Promise<(content: string) => boolean> {
  const rows = await ctx.tx.forgottenItem.findMany({ where: { userId: ctx.userId } });
  return (content) => {
    const said = new Set(wordHashes(ctx.userId, content));
    return rows.some(
      ({ wordHashes: gone }) =>
        gone.length > 0 && gone.filter((hash) => said.has(hash)).length / gone.length >= 2 / 3,
    );
  };
}

import { Prisma } from "@vida/db/generated/prisma/client";

import type { Ctx } from "../context.ts";

/** Tables whose rows have a category (column `category_id`). */
const TABLES = ["transactions", "bills", "expenses"] as const;

/** Gives every row of one category another, and answers how many there were. One statement per table. */
export async function moveRows(ctx: Ctx, fromId: string, toId: string): Promise<number> {
  let moved = 0;
  for (const table of TABLES) {
    moved += await ctx.tx.$executeRaw`
      update ${Prisma.raw(table)} set category_id = ${toId}::uuid
       where user_id = ${ctx.userId}::uuid and category_id = ${fromId}::uuid`;
  }
  return moved;
}

/** How many rows a category has, over all tables. */
export async function countRows(ctx: Ctx, categoryId: string): Promise<number> {
  let count = 0;
  for (const table of TABLES) {
    const [row] = await ctx.tx.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from ${Prisma.raw(table)}
       where user_id = ${ctx.userId}::uuid and category_id = ${categoryId}::uuid`;
    count += row?.count ?? 0;
  }
  return count;
}

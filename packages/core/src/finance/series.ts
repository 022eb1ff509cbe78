import { Prisma } from "@vida/db/generated/prisma/client";

import type { Ctx } from "../context.ts";
import { addMonths } from "../dates.ts";
import { MONTHS_AHEAD, MONTHS_BOUND } from "./recurrence.ts";

/** The tables whose rows recur month by month. */
export type SeriesTable = "bills" | "expenses" | "incomes";

const NAMES: Readonly<Record<SeriesTable, Prisma.Sql>> = {
  bills: Prisma.sql`bills`,
  expenses: Prisma.sql`expenses`,
  incomes: Prisma.sql`incomes`,
};

/** Rows that may still have a successor: of series that nobody ended, in the months that are looked at. */
function living(table: SeriesTable, userId: string, until: string): Prisma.Sql {
  const floor = addMonths(until, -MONTHS_BOUND - MONTHS_AHEAD);
  return Prisma.sql`${NAMES[table]} r
     where r.user_id = ${userId}::uuid and r.group_id is not null and r.month >= ${floor}
       and not exists (select 1 from ${NAMES[table]} e
                        where e.user_id = r.user_id and e.group_id = r.group_id and not e.recurring)`;
}

/**
 * The series that lack months up to `until`, each with its newest month and the row that speaks for it: the
 * newest one that was not changed for its own month alone.
 */
export async function openSeries(
  ctx: Ctx,
  table: SeriesTable,
  until: string,
): Promise<{ id: string; latest: string }[]> {
  return ctx.tx.$queryRaw<{ id: string; latest: string }[]>`
    select (array_agg(r.id order by r.adjusted, r.month desc))[1] as id, max(r.month) as latest
      from ${living(table, ctx.userId, until)}
     group by r.group_id having max(r.month) < ${until}
     order by 1`;
}

/** Whether any series of the tables lacks months up to `until`; one statement. */
export async function lacksMonths(
  ctx: Ctx,
  tables: readonly SeriesTable[],
  until: string,
): Promise<boolean> {
  const parts = tables.map(
    (table) =>
      Prisma.sql`exists (select 1 from ${living(table, ctx.userId, until)} group by r.group_id having max(r.month) < ${until})`,
  );
  const [row] = await ctx.tx.$queryRaw<
    { lacks: boolean }[]
  >`select ${Prisma.join(parts, " or ")} as lacks`;
  return row?.lacks ?? false;
}

/**
 * Marks the rows that spoke for months made just now. Whatever changed them before can then no longer be undone
 * alone: taking back a series, or its new amount, would leave the made months standing.
 */
export async function markSpoken(
  ctx: Ctx,
  table: SeriesTable,
  ids: readonly string[],
): Promise<void> {
  await ctx.tx.$executeRaw`
    update ${NAMES[table]} set updated_at = ${ctx.nowDate}
     where user_id = ${ctx.userId}::uuid and id = any(${[...ids]}::uuid[]) and updated_at < ${ctx.nowDate}`;
}

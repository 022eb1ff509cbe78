import { isoInstant } from "../context.ts";
import { decodeCursor, encodeCursor } from "../cursor.ts";
import { dateToDay } from "../dates.ts";
import { read } from "../operation.ts";
import { findInvestment } from "./rows.ts";
import { ValueHistoryInput, ValuePage, ValueView } from "./schemas.ts";

/** What an investment was worth after each change, newest first. */
export const listInvestmentValues = read({
  name: "investments.history",
  input: ValueHistoryInput,
  output: ValuePage,
  async run(ctx, { investmentId, limit, cursor }) {
    const [before, beforeId] =
      cursor === undefined ? ["", ""] : decodeCursor(cursor, ["instant", "id"]);
    await findInvestment(ctx, investmentId);
    const rows = await ctx.tx.investmentValue.findMany({
      where: {
        userId: ctx.userId,
        investmentId,
        ...(cursor === undefined
          ? {}
          : { OR: [{ createdAt: { lt: before } }, { createdAt: before, id: { lt: beforeId } }] }),
      },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: limit + 1,
    });
    const items = rows.slice(0, limit).map((row) =>
      ValueView.parse({
        ...row,
        amount: row.amount.toFixed(2),
        day: dateToDay(row.day),
        createdAt: isoInstant(row.createdAt),
      }),
    );
    const last = items.at(-1);
    const more = rows.length > limit && last !== undefined;
    return { items, nextCursor: more ? encodeCursor([last.createdAt, last.id]) : null };
  },
});

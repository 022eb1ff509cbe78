import { decodeCursor, encodeCursor } from "../cursor.ts";
import { quickRead } from "../operation.ts";
import { toInvestmentView } from "./rows.ts";
import { InvestmentPage, ListInvestmentsInput } from "./schemas.ts";

/** The investments of the person by name. */
export const listInvestments = quickRead({
  name: "investments.list",
  input: ListInvestmentsInput,
  output: InvestmentPage,
  async run(db, input, userId) {
    const [name, id] =
      input.cursor === undefined ? ["", ""] : decodeCursor(input.cursor, ["text", "id"]);
    const rows = await db.investment.findMany({
      where: {
        userId,
        deletedAt: null,
        ...(input.type === undefined ? {} : { type: input.type }),
        ...(input.cursor === undefined
          ? {}
          : { OR: [{ name: { gt: name } }, { name, id: { gt: id } }] }),
      },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: input.limit + 1,
    });
    const items = rows.slice(0, input.limit).map(toInvestmentView);
    const last = items.at(-1);
    const more = rows.length > input.limit && last !== undefined;
    return { items, nextCursor: more ? encodeCursor([last.name, last.id]) : null };
  },
});

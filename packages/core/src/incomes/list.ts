import type { Prisma } from "@vida/db/generated/prisma/client";

import { decodeCursor, encodeCursor } from "../cursor.ts";
import { prolongs } from "../finance/extend.ts";
import { read } from "../operation.ts";
import { INCOME_WITH_RECEIPT, toIncomeView } from "./rows.ts";
import { IncomePage, ListIncomesInput } from "./schemas.ts";
import type { IncomeStatus } from "./schemas.ts";

/** The expected incomes of a month by name. Excluded ones show only when they are asked for. */
export const listIncomes = read({
  name: "incomes.list",
  input: ListIncomesInput,
  output: IncomePage,
  first: (ctx, { month }) => prolongs(ctx, ["incomes"], month),
  async run(ctx, input) {
    const [name, id] =
      input.cursor === undefined ? ["", ""] : decodeCursor(input.cursor, ["text", "id"]);
    const rows = await ctx.tx.income.findMany({
      where: {
        userId: ctx.userId,
        month: input.month,
        ...inStatus(input.status),
        ...(input.kind === undefined ? {} : { kind: input.kind }),
        ...(input.cursor === undefined
          ? {}
          : { OR: [{ name: { gt: name } }, { name, id: { gt: id } }] }),
      },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: input.limit + 1,
      include: INCOME_WITH_RECEIPT,
      relationLoadStrategy: "join",
    });
    const items = rows.slice(0, input.limit).map(toIncomeView);
    const last = items.at(-1);
    const more = rows.length > input.limit && last !== undefined;
    return { items, nextCursor: more ? encodeCursor([last.name, last.id]) : null };
  },
});

function inStatus(status: IncomeStatus | undefined): Prisma.IncomeWhereInput {
  if (status === undefined) return { status: "active" };
  if (status === "excluded") return { status };
  return { status: "active", receipts: status === "received" ? { some: {} } : { none: {} } };
}

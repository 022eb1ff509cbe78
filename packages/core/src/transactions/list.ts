import type { Prisma } from "@vida/db/generated/prisma/client";

import { decodeCursor, encodeCursor } from "../cursor.ts";
import { dayToDate, lastDay } from "../dates.ts";
import { quickRead } from "../operation.ts";
import { WITH_NAMES, toTransactionView } from "./rows.ts";
import { searchForm } from "./rules.ts";
import { ListTransactionsInput, TransactionPage } from "./schemas.ts";

/** Transactions, newest day first, within a day newest first. A category shows what is under it as well. */
export const listTransactions = quickRead({
  name: "transactions.list",
  input: ListTransactionsInput,
  output: TransactionPage,
  async run(db, input, userId) {
    const rows = await db.transaction.findMany({
      where: { userId, AND: [...filters(input), ...after(input.cursor)] },
      orderBy: [{ day: "desc" }, { createdAt: "desc" }, { id: "desc" }],
      take: input.limit + 1,
      include: WITH_NAMES,
      relationLoadStrategy: "join",
    });
    const items = rows.slice(0, input.limit).map(toTransactionView);
    const last = items.at(-1);
    const more = rows.length > input.limit && last !== undefined;
    return { items, nextCursor: more ? encodeCursor([last.day, last.createdAt, last.id]) : null };
  },
  emptyWithout: {
    of: ({ items }, { accountId }) => items.length === 0 && accountId !== undefined,
    exists: async (db, { accountId = "" }, userId) =>
      (await db.account.count({ where: { userId, id: accountId } })) > 0,
    reason: "accounts.notFound",
  },
});

function filters(input: ListTransactionsInput): Prisma.TransactionWhereInput[] {
  const { accountId, categoryKey, kind } = input;
  const query = searchForm((input.query ?? "").trim());
  return [
    ...days(input.month === undefined ? input.from : `${input.month}-01`, "gte"),
    ...days(input.month === undefined ? input.to : lastDay(input.month), "lte"),
    ...(accountId === undefined ? [] : [{ OR: [{ accountId }, { toAccountId: accountId }] }]),
    ...(categoryKey === undefined
      ? []
      : [{ category: { OR: [{ key: categoryKey }, { parent: { key: categoryKey } }] } }]),
    ...(kind === undefined ? [] : [{ kind }]),
    ...(query === "" ? [] : [{ descriptionPlain: { contains: escapeLike(query) } }]),
  ];
}

function days(day: string | undefined, bound: "gte" | "lte"): Prisma.TransactionWhereInput[] {
  return day === undefined ? [] : [{ day: { [bound]: dayToDate(day) } }];
}

/** Prisma hands `contains` to LIKE as it is. */
function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}

function after(cursor: string | undefined): Prisma.TransactionWhereInput[] {
  if (cursor === undefined) return [];
  const [day, createdAt, id] = decodeCursor(cursor, ["day", "instant", "id"]);
  return [
    {
      OR: [
        { day: { lt: dayToDate(day) } },
        { day: dayToDate(day), createdAt: { lt: createdAt } },
        { day: dayToDate(day), createdAt, id: { lt: id } },
      ],
    },
  ];
}

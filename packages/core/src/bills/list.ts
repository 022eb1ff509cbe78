import type { Prisma } from "@vida/db/generated/prisma/client";

import { decodeCursor, encodeCursor } from "../cursor.ts";
import { overdueBefore } from "../finance/due.ts";
import { prolongs } from "../finance/extend.ts";
import { read } from "../operation.ts";
import { BILL_WITH_PAYMENT, toBillView } from "./rows.ts";
import { BillPage, ListBillsInput } from "./schemas.ts";
import type { BillFilter } from "./schemas.ts";

/** The bills of a month by due day. Canceled ones show only when they are asked for. */
export const listBills = read({
  name: "bills.list",
  input: ListBillsInput,
  output: BillPage,
  first: (ctx, { month }) => prolongs(ctx, ["bills"], month),
  async run(ctx, input) {
    const rows = await ctx.tx.bill.findMany({
      where: {
        userId: ctx.userId,
        month: input.month,
        ...inStatus(input.status, overdueBefore(input.month, ctx.today)),
        ...(input.categoryKey === undefined ? {} : { category: { key: input.categoryKey } }),
        ...after(input.cursor),
      },
      orderBy: [{ dueDay: "asc" }, { name: "asc" }, { id: "asc" }],
      take: input.limit + 1,
      include: BILL_WITH_PAYMENT,
      relationLoadStrategy: "join",
    });
    const items = rows.slice(0, input.limit).map((row) => toBillView(row, ctx.today));
    const last = items.at(-1);
    const more = rows.length > input.limit && last !== undefined;
    return {
      items,
      nextCursor: more ? encodeCursor([String(last.dueDay), last.name, last.id]) : null,
    };
  },
});

/** A derived status as a filter; due days before `overdue` are overdue in that month. */
function inStatus(status: BillFilter | undefined, overdue: number): Prisma.BillWhereInput {
  switch (status) {
    case undefined:
      return { status: "active" };
    case "canceled":
      return { status: "canceled" };
    case "open":
      return { status: "active", payments: { none: {} } };
    case "paid":
      return { status: "active", payments: { some: {} } };
    case "overdue":
      return { status: "active", payments: { none: {} }, dueDay: { lt: overdue } };
    case "pending":
    default:
      return { status: "active", payments: { none: {} }, dueDay: { gte: overdue } };
  }
}

function after(cursor: string | undefined): Prisma.BillWhereInput {
  if (cursor === undefined) return {};
  const [due, name, id] = decodeCursor(cursor, ["count", "text", "id"]);
  const dueDay = Number(due);
  return {
    AND: [
      {
        OR: [
          { dueDay: { gt: dueDay } },
          { dueDay, name: { gt: name } },
          { dueDay, name, id: { gt: id } },
        ],
      },
    ],
  };
}

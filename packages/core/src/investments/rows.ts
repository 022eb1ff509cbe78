import type { Prisma } from "@vida/db/generated/prisma/client";

import { isoInstant } from "../context.ts";
import type { Ctx } from "../context.ts";
import { dateToDay, dayToDate } from "../dates.ts";
import { fail } from "../errors.ts";
import { money } from "../money.ts";
import { monthsToGoal, progressOf, remainingOf } from "./rules.ts";
import { InvestmentView } from "./schemas.ts";

export type InvestmentRow = Prisma.InvestmentGetPayload<object>;

export function toInvestmentView(row: InvestmentRow): InvestmentView {
  const current = row.currentAmount.toFixed(2);
  const goal = row.goalAmount?.toFixed(2) ?? null;
  const monthly = row.monthlyContribution?.toFixed(2) ?? null;
  return InvestmentView.parse({
    ...row,
    currentAmount: current,
    goalAmount: goal,
    monthlyContribution: monthly,
    deadline: row.deadline === null ? null : dateToDay(row.deadline),
    progress: progressOf(current, goal),
    remaining: remainingOf(current, goal),
    monthsToGoal: monthsToGoal(current, goal, monthly),
    createdAt: isoInstant(row.createdAt),
  });
}

/** The investment of the person, or `not_found` (`investments.notFound`). */
export async function findInvestment(ctx: Ctx, investmentId: string): Promise<InvestmentRow> {
  const row = await ctx.tx.investment.findFirst({
    where: { userId: ctx.userId, id: investmentId, deletedAt: null },
  });
  return row ?? fail("not_found", "investments.notFound", { investmentId });
}

/** As `findInvestment`, and nobody else changes it until this transaction ends. */
export async function lockInvestment(ctx: Ctx, investmentId: string): Promise<InvestmentRow> {
  await ctx.tx
    .$queryRaw`select 1 as locked from investments where user_id = ${ctx.userId}::uuid and id = ${investmentId}::uuid for update`;
  return findInvestment(ctx, investmentId);
}

type Cause = "created" | "updated" | "contributed";

/** Sets what an investment is worth and keeps the value in its history. */
export async function setValue(
  ctx: Ctx,
  investmentId: string,
  amount: string,
  cause: Cause,
  day: string,
): Promise<InvestmentRow> {
  await noteValue(ctx, investmentId, amount, cause, day);
  return ctx.tx.investment.update({
    where: { userId_id: { userId: ctx.userId, id: investmentId } },
    data: { currentAmount: amount, updatedAt: ctx.nowDate },
  });
}

export async function noteValue(
  ctx: Ctx,
  investmentId: string,
  amount: string,
  cause: Cause,
  day: string,
): Promise<void> {
  await ctx.tx.investmentValue.create({
    data: {
      userId: ctx.userId,
      id: ctx.id(),
      investmentId,
      amount: money(amount),
      cause,
      day: dayToDate(day),
      createdAt: ctx.nowDate,
    },
  });
}

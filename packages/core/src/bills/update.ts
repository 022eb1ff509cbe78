import type { Prisma } from "@vida/db/generated/prisma/client";

import type { Ctx } from "../context.ts";
import { fail } from "../errors.ts";
import { isUniqueViolation } from "../failures.ts";
import { expenseCategory } from "../finance/category.ts";
import { standingMonth } from "../finance/recurrence.ts";
import { changeCovers, removalCovers } from "../finance/scope.ts";
import { changeInWords, scopeInWords, sumInWords } from "../finance/words.ts";
import { write } from "../operation.ts";
import { lockLedger } from "../transactions/lock.ts";
import { fillBills, findBill, seriesOf, toBillView } from "./rows.ts";
import type { BillRow } from "./rows.ts";
import { BillView, UpdateBillInput } from "./schemas.ts";

/**
 * Changes what is planned of a bill, in its month, from its month on, or in every month still open.
 *
 * Only name, category, amount and due day spread; a month or a state never does, and `future` and `all` leave
 * paid bills as they are. Refusals: `bills.canceled`, `bills.monthTaken`, `categories.notFound`.
 */
export const updateBill = write({
  name: "bills.update",
  input: UpdateBillInput,
  output: BillView,
  touches: ["bills", "finance", "dashboard"],
  async run(ctx, input) {
    const category =
      input.categoryKey === undefined ? null : await expenseCategory(ctx, input.categoryKey);
    await lockLedger(ctx);
    const bill = await findBill(ctx, input.billId);
    if (bill.status === "canceled") fail("conflict", "bills.canceled", { billId: bill.id });
    const series = await seriesOf(ctx, bill);
    const target = { id: bill.id, month: bill.month, settled: bill.payments.length > 0 };
    const { changed, kept } = changeCovers(series, target, input.scope);
    const planned: Prisma.BillUncheckedUpdateManyInput = {
      ...(input.name === undefined ? {} : { name: input.name }),
      ...(category === null ? {} : { categoryId: category.id }),
      ...(input.amount === undefined ? {} : { amount: input.amount }),
      ...(input.dueDay === undefined ? {} : { dueDay: input.dueDay }),
    };
    if (Object.keys(planned).length > 0) {
      const adjusted = input.scope === "this" && bill.groupId !== null;
      await change(ctx, changed, { ...planned, adjusted, updatedAt: ctx.nowDate });
      if (kept.length > 0) await change(ctx, kept, { adjusted: true });
    }
    if (input.month !== undefined && input.month !== bill.month)
      await moveBill(ctx, bill, input.month);
    if (input.recurring !== undefined && input.recurring !== bill.recurring) {
      await change(ctx, [bill.id], {
        recurring: input.recurring,
        groupId: bill.groupId ?? ctx.id(),
        updatedAt: ctx.nowDate,
      });
      const { dropped } = removalCovers(series, target, "future");
      if (!input.recurring && dropped.length > 0) {
        await ctx.tx.bill.deleteMany({ where: { userId: ctx.userId, id: { in: dropped } } });
      }
    }
    await fillBills(ctx, standingMonth(ctx.today));
    return toBillView(await findBill(ctx, bill.id), ctx.today);
  },
  trail: (bill) => `${bill.name} · ${sumInWords(bill.amount, bill.currency)}, conta alterada`,
  async summarize(ctx, input) {
    const bill = toBillView(await findBill(ctx, input.billId), ctx.today);
    const category =
      input.categoryKey === undefined ? null : await expenseCategory(ctx, input.categoryKey);
    const scope = scopeInWords(input.scope, bill.inSeries);
    const sum = (amount: string): string => sumInWords(amount, bill.currency);
    return {
      title: `Mudar conta: ${bill.name}`,
      details: [
        ...(input.amount === undefined
          ? []
          : [{ label: "Valor", value: changeInWords(sum(bill.amount), sum(input.amount)) }]),
        ...(input.dueDay === undefined
          ? []
          : [
              {
                label: "Vencimento",
                value: changeInWords(`dia ${bill.dueDay}`, `dia ${input.dueDay}`),
              },
            ]),
        ...(input.name === undefined
          ? []
          : [{ label: "Nome", value: changeInWords(bill.name, input.name) }]),
        ...(category === null
          ? []
          : [{ label: "Categoria", value: changeInWords(bill.categoryName, category.name) }]),
        ...(input.month === undefined
          ? []
          : [{ label: "Mês", value: changeInWords(bill.month, input.month) }]),
        ...(input.recurring === undefined
          ? []
          : [{ label: "Repete", value: input.recurring ? "todo mês" : "não repete mais" }]),
        ...(scope === null ? [] : [{ label: "Vale para", value: scope }]),
      ],
      warnings:
        bill.status === "paid" && input.scope === "this"
          ? ["já está paga: muda o previsto, não o que foi pago"]
          : [],
      weight: bill.inSeries && input.scope !== "this" ? "heavy" : "table",
    };
  },
});

async function change(
  ctx: Ctx,
  ids: readonly string[],
  data: Prisma.BillUncheckedUpdateManyInput,
): Promise<void> {
  await ctx.tx.bill.updateMany({ where: { userId: ctx.userId, id: { in: [...ids] } }, data });
}

/** Moves one bill to another month; its series has one row a month (`bills.monthTaken`). */
async function moveBill(ctx: Ctx, bill: BillRow, month: string): Promise<void> {
  try {
    await change(ctx, [bill.id], { month, updatedAt: ctx.nowDate });
  } catch (error) {
    if (isUniqueViolation(error))
      fail("conflict", "bills.monthTaken", {
        month,
        fields: { month: ["já existe essa conta nesse mês"] },
      });
    throw error;
  }
}

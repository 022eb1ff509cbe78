import { expenseCategory } from "../finance/category.ts";
import { dueIn } from "../finance/due.ts";
import { standingMonth } from "../finance/recurrence.ts";
import { monthInWords, sumInWords } from "../finance/words.ts";
import { write } from "../operation.ts";
import { dateInWords } from "../tracking/words.ts";
import { lockLedger } from "../transactions/lock.ts";
import { BILL_WITH_PAYMENT, fillBills, toBillView } from "./rows.ts";
import { BillView, CreateBillInput } from "./schemas.ts";

/** Plans a bill of a month. A recurring one starts a series, filled to two months ahead of today. */
export const createBill = write({
  name: "bills.create",
  input: CreateBillInput,
  output: BillView,
  touches: ["bills", "finance", "dashboard"],
  async run(ctx, input) {
    const category = await expenseCategory(ctx, input.categoryKey);
    await lockLedger(ctx);
    const row = await ctx.tx.bill.create({
      data: {
        userId: ctx.userId,
        id: ctx.id(),
        groupId: input.recurring ? ctx.id() : null,
        name: input.name,
        categoryId: category.id,
        amount: input.amount,
        currency: input.currency ?? ctx.person.currency,
        dueDay: input.dueDay,
        month: input.month,
        recurring: input.recurring,
        createdAt: ctx.nowDate,
        updatedAt: ctx.nowDate,
      },
      include: BILL_WITH_PAYMENT,
    });
    if (input.recurring) await fillBills(ctx, standingMonth(ctx.today));
    return toBillView(row, ctx.today);
  },
  trail: (bill) =>
    `${bill.name} · ${sumInWords(bill.amount, bill.currency)}${bill.recurring ? " por mês" : ""}, conta criada`,
  async summarize(ctx, input) {
    const category = await expenseCategory(ctx, input.categoryKey);
    const { dueOn } = dueIn(input.month, input.dueDay, ctx.today);
    const twin = await ctx.tx.bill.findFirst({
      where: {
        userId: ctx.userId,
        month: input.month,
        status: "active",
        name: { equals: input.name, mode: "insensitive" },
      },
    });
    return {
      title: `Nova conta: ${input.name}`,
      details: [
        { label: "Valor", value: sumInWords(input.amount, input.currency ?? ctx.person.currency) },
        {
          label: "Vencimento",
          value: input.recurring
            ? `todo dia ${input.dueDay}, desde ${monthInWords(input.month, ctx.today)}`
            : dateInWords(dueOn, ctx.today),
        },
        { label: "Categoria", value: category.name },
        { label: "Repete", value: input.recurring ? "todo mês" : "só este mês" },
      ],
      warnings: twin ? [`já existe ${twin.name} em ${monthInWords(twin.month, ctx.today)}`] : [],
      weight: "table",
    };
  },
});

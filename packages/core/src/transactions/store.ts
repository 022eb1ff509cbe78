import type { Ctx } from "../context.ts";
import type { LedgerRow } from "./rows.ts";
import { merchantOf, searchForm } from "./rules.ts";

/** Writes changed rows back, in one statement however many. Links other than the planned expense stay. */
export async function saveRows(ctx: Ctx, rows: readonly LedgerRow[]): Promise<void> {
  if (rows.length === 0) return;
  const json = JSON.stringify(
    rows.map((row) => ({
      ...row,
      descriptionPlain: searchForm(row.description),
      merchant: merchantOf(row.description),
    })),
  );
  await ctx.tx.$executeRaw`
    update transactions t
       set kind = r.kind, amount = r.amount, day = r.day, purchase_day = r."purchaseDay", description = r.description,
           description_plain = r."descriptionPlain", merchant = r.merchant, notes = r.notes,
           category_id = r."categoryId", account_id = r."accountId", to_account_id = r."toAccountId",
           statement_month = r."statementMonth", settles_month = r."settlesMonth", group_id = r."groupId",
           installment = r.installment, installments = r.installments,
           planned_expense_id = r."plannedExpenseId", updated_at = ${ctx.nowDate}
      from jsonb_to_recordset(${json}::jsonb) as r (
             id uuid, kind text, amount numeric, day date, "purchaseDay" date, description text,
             "descriptionPlain" text, merchant text, notes text, "categoryId" uuid, "accountId" uuid,
             "toAccountId" uuid, "statementMonth" text, "settlesMonth" text, "groupId" uuid,
             installment int, installments int, "plannedExpenseId" uuid)
     where t.user_id = ${ctx.userId}::uuid and t.id = r.id`;
}

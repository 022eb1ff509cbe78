import { suspendRuleOf } from "../chat/standing-rules.ts";
import type { RouterName } from "../context.ts";
import { fail } from "../errors.ts";
import { sqlFailure } from "../failures.ts";
import { write } from "../operation.ts";
import { UndoInput, UndoView } from "./schemas.ts";

/** Which routers show the rows of a domain table. Every audited table stands here (tested). */
export const ROUTERS_OF_TABLE: Readonly<Record<string, readonly RouterName[]>> = {
  tracking_entries: ["tracking"],
  custom_metrics: ["metrics", "tracking"],
  habits: ["habits", "tracking"],
  habit_days: ["habits", "tracking"],
  knowledge_items: ["memory"],
  memory_profiles: ["memory"],
  reminders: ["reminders"],
  goals: ["goals"],
  goal_milestones: ["goals"],
  accounts: ["accounts", "transactions", "finance"],
  statement_closings: ["accounts", "transactions", "finance"],
  categories: ["categories", "transactions", "finance"],
  transactions: [
    "transactions",
    "accounts",
    "bills",
    "expenses",
    "incomes",
    "debts",
    "investments",
    "finance",
  ],
  bills: ["bills", "finance"],
  expenses: ["expenses", "finance"],
  incomes: ["incomes", "finance"],
  debts: ["debts", "finance"],
  debt_payments: ["debts", "finance"],
  investments: ["investments", "finance"],
  investment_values: ["investments", "finance"],
};

/**
 * Takes back everything that one action changed, whatever it was, or nothing.
 *
 * `conflict` (`undo.movedOn`) when something changed since, `not_found` (`undo.nothing`) when the action is
 * unknown, already undone or changed no domain data.
 */
export const undoAction = write({
  name: "dashboard.undo",
  input: UndoInput,
  output: UndoView,
  touches: ["dashboard"],
  async run(ctx, { actionId }) {
    const [row] = await ctx.tx.$queryRaw<{ tables: string[] }[]>`
      select undo_action(${actionId}::uuid, ${ctx.actionId}::uuid) as tables`.catch(
      (error: unknown) => {
        // Later rows hang on what would go: integrity constraint violations, SQLSTATE class 23.
        if (sqlFailure(error)?.state.startsWith("23"))
          fail("conflict", "undo.movedOn", { actionId });
        throw error;
      },
    );
    const tables = row?.tables ?? [];
    await suspendRuleOf(ctx, actionId);
    for (const table of tables) ctx.touch(...(ROUTERS_OF_TABLE[table] ?? []));
    return { actionId, tables };
  },
});

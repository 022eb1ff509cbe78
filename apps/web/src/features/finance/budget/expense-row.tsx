"use client";
import type { ExpenseView } from "@vida/core/expenses/schemas";
import { PencilLine, RotateCcw, Trash2 } from "lucide-react";
import Link from "next/link";

import { Menu } from "@/components/ui/menu.tsx";
import { cn } from "@/lib/cn.ts";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";
import { patchWithout } from "@/trpc/patch.ts";

import { isNegative, share, toCents } from "../kit/amounts.ts";
import { PlanBar } from "../kit/plan-bar.tsx";
import { exactMoney, Sum } from "../kit/sum.tsx";
import { useFinance } from "../kit/use-finance.ts";
import { useMonth, withMonth } from "../kit/use-month.ts";

type Props = { expense: ExpenseView; onEdit: () => void; onRemove: () => void };

export function ExpenseRow({ expense, onEdit, onRemove }: Props) {
  const { month, current } = useMonth();
  const trpc = useTRPC();
  const restore = useFinance<ExpenseView, unknown>({
    run: (client, one, call) => client.expenses.restore.mutate({ expenseId: one.id }, call),
    done: (_output, one) => t("finance.restored", { what: one.name }),
    optimistic: (cache, one) =>
      patchWithout(
        cache,
        trpc.expenses.list.queryFilter({ month: one.month, status: "excluded" }),
        one.id,
      ),
  });
  const gone = expense.status === "excluded";
  const over = isNegative(expense.left);
  const whole = over ? expense.actual : expense.planned;
  return (
    <li className="flex items-center gap-3 py-3" data-expense={expense.status}>
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline justify-between gap-3">
          <span className={cn("min-w-0 truncate font-medium", gone && "text-soft line-through")}>
            {expense.name}
          </span>
          <Link
            href={withMonth(
              `/finance/transactions?category=${encodeURIComponent(expense.categoryKey)}`,
              month,
              current,
            )}
            className="shrink-0 rounded-md decoration-ipe decoration-2 underline-offset-4 hover:underline"
          >
            <Sum amount={expense.actual} currency={expense.currency} className="font-semibold" />
            <span className="text-xs text-soft">
              {" "}
              {t("finance.budget.of", { amount: exactMoney(expense.planned, expense.currency) })}
            </span>
          </Link>
        </div>
        {gone ? null : (
          <PlanBar spent={share(expense.actual, whole)} planned={share(expense.planned, whole)} />
        )}
        <p className={cn("text-xs", over ? "font-medium text-urucum-ink" : "text-soft")}>
          {gone
            ? t("finance.budget.gone")
            : [
                leftWords(expense),
                expense.categoryName === expense.name ? null : expense.categoryName,
                expense.recurring ? t("finance.budget.everyMonth") : null,
              ]
                .filter(Boolean)
                .join(" · ")}
        </p>
      </div>
      <Menu
        label={t("finance.optionsOf", { what: expense.name })}
        items={
          gone
            ? [
                {
                  label: t("finance.restore"),
                  icon: <RotateCcw aria-hidden="true" />,
                  run: () => restore.mutate(expense),
                },
              ]
            : [
                {
                  label: t("finance.adjust"),
                  icon: <PencilLine aria-hidden="true" />,
                  run: onEdit,
                },
                {
                  label: t("finance.remove"),
                  icon: <Trash2 aria-hidden="true" />,
                  run: onRemove,
                  danger: true,
                },
              ]
        }
      />
    </li>
  );
}

function leftWords(expense: ExpenseView): string {
  const cents = toCents(expense.left);
  if (cents === 0n) return t("finance.budget.spentAll");
  return cents < 0n
    ? t("finance.budget.over", {
        amount: exactMoney(expense.left.replace("-", ""), expense.currency),
      })
    : t("finance.budget.left", { amount: exactMoney(expense.left, expense.currency) });
}

"use client";
import type { IncomeView } from "@vida/core/incomes/schemas";
import { Check, PencilLine, RotateCcw, Trash2 } from "lucide-react";

import { Button } from "@/components/ui/button.tsx";
import { Menu } from "@/components/ui/menu.tsx";
import { cn } from "@/lib/cn.ts";
import { shortDay } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";
import { useTRPC, type Outputs } from "@/trpc/context.ts";
import { patch, patchWithout } from "@/trpc/patch.ts";

import { useToday } from "../../account/use-me.ts";
import { Sum } from "../kit/sum.tsx";
import { useFinance } from "../kit/use-finance.ts";
import { StateMark } from "../payables/bill-row.tsx";

type Props = {
  income: IncomeView;
  onReceive: () => void;
  onEdit: () => void;
  onRemove: () => void;
};

type Incomes = Outputs["incomes"]["list"];

export function IncomeRow({ income, onReceive, onEdit, onRemove }: Props) {
  const today = useToday();
  const trpc = useTRPC();
  const takeBack = useFinance<IncomeView, unknown>({
    run: (client, one, call) => client.incomes.markNotReceived.mutate({ incomeId: one.id }, call),
    done: (_output, one) => t("finance.income.notReceived", { what: one.name }),
    optimistic: (cache, one) =>
      patch<Incomes>(cache, trpc.incomes.list.queryFilter(), (list) => ({
        ...list,
        items: list.items.map((other) =>
          other.id === one.id ? { ...other, received: false } : other,
        ),
      })),
  });
  const restore = useFinance<IncomeView, unknown>({
    run: (client, one, call) => client.incomes.restore.mutate({ incomeId: one.id }, call),
    done: (_output, one) => t("finance.restored", { what: one.name }),
    optimistic: (cache, one) =>
      patchWithout(
        cache,
        trpc.incomes.list.queryFilter({ month: one.month, status: "excluded" }),
        one.id,
      ),
  });
  const gone = income.status === "excluded";
  const edit = { label: t("finance.adjust"), icon: <PencilLine aria-hidden="true" />, run: onEdit };
  const actions = gone
    ? [
        {
          label: t("finance.restore"),
          icon: <RotateCcw aria-hidden="true" />,
          run: () => restore.mutate(income),
        },
      ]
    : income.received
      ? [
          edit,
          {
            label: t("finance.income.takeBack"),
            icon: <RotateCcw aria-hidden="true" />,
            run: () => takeBack.mutate(income),
          },
        ]
      : [
          edit,
          {
            label: t("finance.remove"),
            icon: <Trash2 aria-hidden="true" />,
            run: onRemove,
            danger: true,
          },
        ];
  return (
    <li className="flex min-h-16 items-center gap-3 py-2" data-income={income.status}>
      <StateMark status={gone ? "canceled" : income.received ? "paid" : "pending"} />
      <span className="min-w-0 flex-1">
        <span className={cn("block truncate font-medium", gone && "text-soft line-through")}>
          {income.name}
        </span>
        <span className="block text-xs text-soft">{words(income, today)}</span>
      </span>
      <span className="flex shrink-0 flex-col items-end gap-x-4 gap-y-1 sm:flex-row sm:items-center">
        <Sum
          amount={income.amount ?? income.expected}
          currency={income.currency}
          className={cn("font-semibold", income.received && "text-folha-ink")}
        />
        {gone || income.received ? null : (
          <Button
            size="small"
            onClick={onReceive}
            aria-label={t("finance.income.receiveLabel", { what: income.name })}
          >
            <Check aria-hidden="true" />
            {t("finance.income.receive")}
          </Button>
        )}
      </span>
      <Menu label={t("finance.optionsOf", { what: income.name })} items={actions} />
    </li>
  );
}

function words(income: IncomeView, today: string): string {
  const kind = t(`finance.incomeKind.${income.kind}`);
  if (income.status === "excluded") return t("finance.income.gone");
  if (income.receivedOn !== null)
    return `${t("finance.income.receivedOn", { day: shortDay(income.receivedOn, today) })} · ${kind}`;
  if (income.expectedOn === null) return `${t("finance.income.someDay")} · ${kind}`;
  return `${t("finance.income.expectedOn", { day: shortDay(income.expectedOn, today) })} · ${kind}`;
}

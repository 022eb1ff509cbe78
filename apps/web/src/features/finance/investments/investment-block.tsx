"use client";
import { useQuery } from "@tanstack/react-query";
import type { InvestmentView } from "@vida/core/investments/schemas";
import { PencilLine, Plus, RefreshCw, Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Menu } from "@/components/ui/menu.tsx";
import { Bone } from "@/components/ui/skeleton.tsx";
import { number, shortDay } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";
import { patchWithout } from "@/trpc/patch.ts";

import { useToday } from "../../account/use-me.ts";
import { RemoveSheet } from "../kit/remove-sheet.tsx";
import { BigSum, exactMoney } from "../kit/sum.tsx";
import { useFinance } from "../kit/use-finance.ts";
import { ContributeSheet, InvestmentSheet, ValueSheet } from "./investment-sheets.tsx";

const ValueChart = dynamic(() => import("./value-chart.tsx").then((module) => module.ValueChart), {
  ssr: false,
  loading: () => <Bone className="h-52" />,
});

type Open = "contribute" | "value" | "edit" | "remove" | null;

/** One investment: its value, the way to its objetivo, how it got there. */
export function InvestmentBlock({ investment }: { investment: InvestmentView }) {
  const today = useToday();
  const trpc = useTRPC();
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  const remove = useFinance<InvestmentView, unknown>({
    run: (client, one, call) => client.investments.remove.mutate({ investmentId: one.id }, call),
    done: (_output, one) => t("finance.removed", { what: one.name }),
    optimistic: (cache, one) => patchWithout(cache, trpc.investments.list.queryFilter(), one.id),
    onDone: close,
  });
  const { currency } = investment;
  const kind = t(`finance.investmentType.${investment.type}`);
  return (
    <section
      className="mb-6 border-t border-line pt-5"
      aria-label={investment.name}
      data-investment={investment.type}
    >
      <div className="grid gap-x-10 gap-y-5 lg:grid-cols-2">
        <div className="min-w-0">
          <header className="flex items-start justify-between gap-3">
            <div className="min-w-0">
              <h2 className="truncate text-xl">{investment.name}</h2>
              {kind === investment.name ? null : <p className="text-xs text-soft">{kind}</p>}
            </div>
            <Menu
              label={t("finance.optionsOf", { what: investment.name })}
              items={[
                {
                  label: t("finance.adjust"),
                  icon: <PencilLine aria-hidden="true" />,
                  run: () => setOpen("edit"),
                },
                {
                  label: t("finance.remove"),
                  icon: <Trash2 aria-hidden="true" />,
                  run: () => setOpen("remove"),
                  danger: true,
                },
              ]}
            />
          </header>
          <BigSum
            amount={investment.currentAmount}
            currency={currency}
            className="mt-2 block text-2xl md:text-3xl"
          />
          {investment.goalAmount === null ? null : (
            <div className="mt-3">
              <span aria-hidden="true" className="block h-1.5 overflow-hidden rounded-full bg-line">
                <span
                  className="block h-full rounded-full bg-folha"
                  style={{ width: `${Math.min(100, investment.progress ?? 0)}%` }}
                />
              </span>
              <p className="mt-1.5 text-xs text-soft">
                {t("finance.investment.ofGoal", {
                  percent: number(investment.progress ?? 0, 0),
                  goal: exactMoney(investment.goalAmount, currency),
                })}
              </p>
            </div>
          )}
          <p className="mt-1 text-xs text-soft">
            {[
              investment.monthlyContribution === null
                ? null
                : t("finance.investment.monthly", {
                    amount: exactMoney(investment.monthlyContribution, currency),
                  }),
              investment.monthsToGoal === null || investment.monthsToGoal === 0
                ? null
                : t("finance.investment.monthsLeft", { count: investment.monthsToGoal }),
              investment.deadline === null
                ? null
                : t("finance.investment.until", { day: shortDay(investment.deadline, today) }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
          <div className="mt-4 flex flex-wrap gap-2">
            <Button onClick={() => setOpen("contribute")}>
              <Plus aria-hidden="true" />
              {t("finance.investment.contribute")}
            </Button>
            <Button onClick={() => setOpen("value")}>
              <RefreshCw aria-hidden="true" />
              {t("finance.investment.updateValue")}
            </Button>
          </div>
        </div>
        <Values investment={investment} />
      </div>
      {open === "contribute" ? <ContributeSheet investment={investment} onClose={close} /> : null}
      {open === "value" ? <ValueSheet investment={investment} onClose={close} /> : null}
      {open === "edit" ? <InvestmentSheet investment={investment} onClose={close} /> : null}
      {open === "remove" ? (
        <RemoveSheet
          what={investment.name}
          note={t("finance.investment.removeNote")}
          busy={remove.isPending}
          onRemove={() => remove.mutate(investment)}
          onClose={close}
        />
      ) : null}
    </section>
  );
}

function Values({ investment }: { investment: InvestmentView }) {
  const trpc = useTRPC();
  const history = useQuery(
    trpc.investments.history.queryOptions({ investmentId: investment.id, limit: 100 }),
  );
  if (history.isPending) return <Bone className="h-52" />;
  const values =
    history.data?.items.toSorted(
      (a, b) => a.day.localeCompare(b.day) || a.createdAt.localeCompare(b.createdAt),
    ) ?? [];
  if (values.length < 2)
    return <p className="self-center text-soft">{t("finance.investment.noHistory")}</p>;
  return (
    <div className="min-w-0">
      <ValueChart
        name={investment.name}
        values={values}
        currency={investment.currency}
        goal={investment.goalAmount}
      />
    </div>
  );
}

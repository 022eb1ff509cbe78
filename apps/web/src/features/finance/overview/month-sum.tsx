import type { FinanceBlock } from "@vida/core/finance/schemas";
import Link from "next/link";
import type { ReactNode } from "react";

import { Bone } from "@/components/ui/skeleton.tsx";
import { cn } from "@/lib/cn.ts";
import { t } from "@/lib/t.ts";

import { isNegative, isZero } from "../kit/amounts.ts";
import { BigSum, exactMoney } from "../kit/sum.tsx";

type Props = { block: FinanceBlock; incomeHref: string; spentHref: string };

/** The month as an account done by hand: what came in, less what went out, is the result. */
export function MonthSum({ block, incomeHref, spentHref }: Props) {
  const { currency } = block;
  const short = isNegative(block.balance);
  return (
    <dl className="grid gap-y-3 md:grid-cols-[auto_auto_auto_auto_auto] md:items-start md:justify-between md:gap-x-4">
      <Figure
        label={t("finance.in")}
        note={
          isZero(block.incomeExpected)
            ? undefined
            : t("finance.overview.ofExpected", {
                amount: exactMoney(block.incomeExpected, currency),
              })
        }
      >
        <Rows href={incomeHref} label={t("finance.overview.seeIncome")}>
          <BigSum
            amount={block.incomeActual}
            currency={currency}
            className="text-2xl lg:text-[2.125rem]"
          />
        </Rows>
      </Figure>
      <Operator>−</Operator>
      <Figure
        label={t("finance.out")}
        note={
          isZero(block.budgeted)
            ? undefined
            : t("finance.overview.ofPlanned", { amount: exactMoney(block.budgeted, currency) })
        }
      >
        <Rows href={spentHref} label={t("finance.overview.seeSpent")}>
          <BigSum
            amount={block.spent}
            currency={currency}
            className="text-2xl lg:text-[2.125rem]"
          />
        </Rows>
      </Figure>
      <Operator>=</Operator>
      <Figure
        label={t("finance.resultOfMonth")}
        note={t(short ? "finance.overview.missing" : "finance.overview.leftOver")}
        strong
      >
        <BigSum
          amount={block.balance}
          currency={currency}
          className={cn("text-2xl md:text-3xl", short ? "text-urucum-ink" : "text-folha-ink")}
        />
      </Figure>
    </dl>
  );
}

function Figure({
  label,
  note,
  strong = false,
  children,
}: {
  label: string;
  note: string | undefined;
  strong?: boolean;
  children: ReactNode;
}) {
  return (
    <div
      className={cn(
        "flex flex-wrap items-baseline justify-between gap-x-4 md:block",
        strong && "max-md:border-t-2 max-md:border-ink/70 max-md:pt-3",
      )}
    >
      <dt className={cn("text-soft", strong && "font-semibold text-ink")}>{label}</dt>
      <dd className="text-right md:text-left">{children}</dd>
      {note === undefined ? null : (
        <dd className="basis-full text-right text-xs text-soft md:text-left">{note}</dd>
      )}
    </div>
  );
}

/** A figure that opens the rows it was added up from. */
function Rows({ href, label, children }: { href: string; label: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      title={label}
      className="rounded-md decoration-ipe decoration-2 underline-offset-6 hover:underline"
    >
      {children}
      <span className="sr-only">, {label}</span>
    </Link>
  );
}

function Operator({ children }: { children: ReactNode }) {
  return (
    <span aria-hidden="true" className="figure-big pt-6 text-2xl text-soft max-md:hidden">
      {children}
    </span>
  );
}

export function MonthSumSkeleton() {
  return (
    <div role="status" className="grid gap-5 md:grid-cols-3">
      <span className="sr-only">{t("common.loading")}</span>
      {[0, 1, 2].map((index) => (
        <div key={index} className="grid gap-2 max-md:grid-cols-[1fr_auto]">
          <Bone className="h-5 w-20" />
          <Bone className="h-9 w-40" />
        </div>
      ))}
    </div>
  );
}

import type { FinanceBlock } from "@vida/core/finance/schemas";
import Link from "next/link";

import { t } from "@/lib/t.ts";

import { isZero, minus, share, toCents } from "../kit/amounts.ts";
import { PlanBar } from "../kit/plan-bar.tsx";
import { exactMoney, Sum } from "../kit/sum.tsx";

type Line = FinanceBlock["byCategory"][number];
type Props = { block: FinanceBlock; hrefOf: (categoryKey: string) => string };

/** Each category with what was planned and what was spent; the longest bar is the largest of both. */
export function CategoryPlan({ block, hrefOf }: Props) {
  const { currency } = block;
  const widest = block.byCategory.reduce((most, line) => {
    const larger = toCents(line.spent) > toCents(line.planned) ? line.spent : line.planned;
    return toCents(larger) > toCents(most) ? larger : most;
  }, "0.00");
  return (
    <ul className="grid gap-x-10 md:grid-cols-2">
      {block.byCategory.map((line) => (
        <li
          key={`${line.kind}:${line.categoryKey}`}
          className="border-b border-line last:border-b-0 md:nth-last-2:odd:border-b-0"
        >
          <Link
            href={hrefOf(line.categoryKey)}
            className="block rounded-md py-2.5 -outline-offset-1 hover:bg-ink/3"
          >
            <span className="flex items-baseline justify-between gap-3">
              <span className="min-w-0 truncate font-medium">{line.name}</span>
              <Sum amount={line.spent} currency={currency} className="shrink-0 font-semibold" />
            </span>
            <PlanBar spent={share(line.spent, widest)} planned={share(line.planned, widest)} />
            <span className="block text-xs text-soft">{wordsOf(line, currency)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function wordsOf(line: Line, currency: string): string {
  if (isZero(line.planned)) return t("finance.overview.unplanned");
  const left = toCents(minus(line.planned, line.spent));
  const planned = exactMoney(line.planned, currency);
  if (left === 0n) return t("finance.overview.onPlan", { planned });
  return left < 0n
    ? t("finance.overview.over", {
        planned,
        amount: exactMoney(minus(line.spent, line.planned), currency),
      })
    : t("finance.overview.left", {
        planned,
        amount: exactMoney(minus(line.planned, line.spent), currency),
      });
}

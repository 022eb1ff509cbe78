import Link from "next/link";

import { Section } from "@/components/ui/page.tsx";
import { cn } from "@/lib/cn.ts";
import { monthName, shortDay } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";

import { isNegative, isZero } from "../finance/kit/amounts.ts";
import { BigSum, exactMoney } from "../finance/kit/sum.tsx";
import type { Today } from "./today-words.ts";

type Money = Today["money"];
type Block = Money["others"][number];

/** The month in one number, and beside it what is left until the next income. */
export function MoneyGlance({ money, day }: { money: Money; day: string }) {
  const blocks: Block[] = [money, ...money.others];
  const blank = blocks.every((block) =>
    [block.incomeActual, block.spent, block.balance, block.expectedIn, block.payable].every(isZero),
  );
  return (
    <Section
      title={t("today.money")}
      aside={
        <Link href="/finance" className="underline-offset-4 hover:text-ink hover:underline">
          {t("today.openMoney")}
        </Link>
      }
    >
      {blank ? (
        <p className="text-soft">
          {t("today.moneyBlank")}{" "}
          <Link
            href="/start?step=money"
            className="font-medium text-accent underline-offset-4 hover:underline"
          >
            {t("today.moneyBlankDo")}
          </Link>
        </p>
      ) : (
        blocks.map((block) => (
          <dl key={block.currency} className="grid gap-x-10 gap-y-4 not-first:mt-5 sm:grid-cols-2">
            <Figure
              href="/finance"
              label={t("today.result", { month: monthOnly(money.month) })}
              amount={block.result}
              currency={block.currency}
              note={t("today.resultSum", {
                in: exactMoney(block.incomeActual, block.currency),
                out: exactMoney(block.spent, block.currency),
              })}
            />
            <Figure
              href="/finance/payables"
              label={t(isNegative(block.projected) ? "today.lacking" : "today.free", {
                day: shortDay(money.until, day),
              })}
              amount={isNegative(block.projected) ? block.projected.slice(1) : block.projected}
              warn={isNegative(block.projected)}
              currency={block.currency}
              note={aheadLine(block)}
            />
          </dl>
        ))
      )}
    </Section>
  );
}

function Figure({
  href,
  label,
  amount,
  currency,
  note,
  warn = isNegative(amount),
}: {
  href: string;
  label: string;
  amount: string;
  currency: string;
  note: string;
  warn?: boolean;
}) {
  return (
    <div className="min-w-0">
      <dt className="text-soft">{label}</dt>
      <dd>
        <Link
          href={href}
          className="rounded-md decoration-ipe decoration-2 underline-offset-6 hover:underline"
        >
          <BigSum
            amount={amount}
            currency={currency}
            className={cn("text-2xl", warn && "text-urucum-ink")}
          />
        </Link>
      </dd>
      <dd className="figures text-xs text-soft text-pretty">{note}</dd>
    </div>
  );
}

/** "tenho R$ 900,00, entra R$ 100,00, a pagar R$ 50,00"; what is nothing is left out. */
function aheadLine({ balance, expectedIn, payable, currency }: Block): string {
  return [
    t("today.have", { amount: exactMoney(balance, currency) }),
    ...(isZero(expectedIn)
      ? []
      : [t("today.comesIn", { amount: exactMoney(expectedIn, currency) })]),
    ...(isZero(payable) ? [] : [t("today.goesOut", { amount: exactMoney(payable, currency) })]),
  ].join(", ");
}

function monthOnly(month: string): string {
  return monthName(month)
    .toLowerCase()
    .replace(/ de \d+$/, "");
}

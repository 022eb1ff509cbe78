"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";

import { Section } from "@/components/ui/page.tsx";
import { Bone } from "@/components/ui/skeleton.tsx";
import { Failed } from "@/components/ui/states.tsx";
import { shortDay } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";

import { isNegative } from "../kit/amounts.ts";
import { Sum } from "../kit/sum.tsx";

/** What there is today and what will be left on the eve of the next income. */
export function ForecastNote() {
  const trpc = useTRPC();
  const forecast = useQuery(trpc.finance.forecast.queryOptions({}));
  const data = forecast.data;
  return (
    <Section
      title={t("finance.overview.ahead")}
      aside={
        data === undefined
          ? undefined
          : t("finance.overview.until", { day: shortDay(data.until, data.today) })
      }
    >
      {forecast.isPending ? <Bone className="h-28" /> : null}
      {forecast.isError ? <Failed error={forecast.error} retry={forecast.refetch} /> : null}
      {data === undefined
        ? null
        : [data, ...data.others].map((block) => (
            <dl key={block.currency} className="grid max-w-xl gap-1.5 not-first:mt-5">
              <Row
                label={t("finance.overview.haveToday")}
                amount={block.balance}
                currency={block.currency}
                href="/finance/accounts"
              />
              <Row
                label={t("finance.overview.comesIn")}
                amount={block.expectedIn}
                currency={block.currency}
                href="/finance/receivables"
                sign="+"
              />
              <Row
                label={t("finance.overview.toPay")}
                amount={block.payable}
                currency={block.currency}
                href="/finance/payables"
                sign="−"
              />
              <div className="flex items-baseline gap-2 border-t-2 border-ink/70 pt-2">
                <dt className="font-semibold">
                  {t("finance.overview.remains", { day: shortDay(data.until, data.today) })}
                </dt>
                <span aria-hidden="true" className="leader" />
                <dd>
                  <Sum
                    amount={block.projected}
                    currency={block.currency}
                    className={
                      isNegative(block.projected)
                        ? "figure-big text-xl text-urucum-ink"
                        : "figure-big text-xl"
                    }
                  />
                </dd>
              </div>
            </dl>
          ))}
    </Section>
  );
}

function Row({
  label,
  amount,
  currency,
  href,
  sign,
}: {
  label: string;
  amount: string;
  currency: string;
  href: string;
  sign?: string;
}) {
  return (
    <div className="flex items-baseline gap-2">
      <dt className="text-soft">{label}</dt>
      <span aria-hidden="true" className="leader" />
      <dd>
        <Link
          href={href}
          className="rounded-md decoration-ipe decoration-2 underline-offset-4 hover:underline"
        >
          {sign === undefined ? null : <span aria-hidden="true">{sign} </span>}
          <Sum amount={amount} currency={currency} />
        </Link>
      </dd>
    </div>
  );
}

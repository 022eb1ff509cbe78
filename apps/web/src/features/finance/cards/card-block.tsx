"use client";
import { useQuery } from "@tanstack/react-query";
import type { AccountView, StatementSummary } from "@vida/core/accounts/schemas";
import { PencilLine, Archive } from "lucide-react";
import { useEffect, useRef, useState } from "react";

import { Menu } from "@/components/ui/menu.tsx";
import { Bone } from "@/components/ui/skeleton.tsx";
import { Failed } from "@/components/ui/states.tsx";
import { cn } from "@/lib/cn.ts";
import { monthName } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";

import { useArchive } from "../accounts/account-row.tsx";
import { share } from "../kit/amounts.ts";
import { exactMoney, Sum } from "../kit/sum.tsx";
import { StatementDetail } from "./statement-detail.tsx";

/** One card: how much of the limit is in use, a strip of statements, and the one that is looked at. */
export function CardBlock({ card, onEdit }: { card: AccountView; onEdit: () => void }) {
  const trpc = useTRPC();
  const statements = useQuery(
    trpc.accounts.statements.queryOptions({ accountId: card.id, limit: 36 }),
  );
  const archive = useArchive();
  const [picked, setPicked] = useState<string | null>(null);
  const items = (statements.data?.items ?? []).toSorted((a, b) => a.month.localeCompare(b.month));
  const shown = stripOf(items);
  const month =
    picked ?? shown.find((one) => one.status !== "paid")?.month ?? shown.at(-1)?.month ?? null;
  const strip = useStripAt(month);
  return (
    <section
      className="mb-8 border-t border-line pt-5"
      aria-label={card.name}
      data-card={card.name}
    >
      <header className="mb-4 flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="truncate text-xl">{card.name}</h2>
          <p className="text-xs text-soft">
            {t("finance.card.days", { closing: card.closingDay ?? "–", due: card.dueDay ?? "–" })}
          </p>
        </div>
        <Menu
          label={t("finance.optionsOf", { what: card.name })}
          items={[
            { label: t("finance.adjust"), icon: <PencilLine aria-hidden="true" />, run: onEdit },
            {
              label: t("finance.account.archive"),
              icon: <Archive aria-hidden="true" />,
              run: () => archive.mutate({ account: card, archived: true }),
            },
          ]}
        />
      </header>
      <Limit card={card} />
      {statements.isPending ? <Bone className="mt-5 h-24" /> : null}
      {statements.isError ? (
        <Failed error={statements.error} retry={statements.refetch} className="mt-5" />
      ) : null}
      {shown.length > 0 ? (
        <ul
          ref={strip}
          className="mt-5 flex gap-2 overflow-x-auto pb-1"
          data-scrolls
          aria-label={t("finance.card.statements")}
        >
          {shown.map((one) => (
            <li key={one.month}>
              <StatementTab
                statement={one}
                active={one.month === month}
                onPick={() => setPicked(one.month)}
              />
            </li>
          ))}
        </ul>
      ) : null}
      {month === null ? null : <StatementDetail card={card} month={month} />}
    </section>
  );
}

function Limit({ card }: { card: AccountView }) {
  if (card.limit === null || card.usedLimit === null) return null;
  const used = Math.max(0, Math.min(1, share(card.usedLimit, card.limit)));
  return (
    <div>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p>
          <Sum amount={card.usedLimit} currency={card.currency} className="font-semibold" />{" "}
          <span className="text-soft">
            {t("finance.card.used", { limit: exactMoney(card.limit, card.currency) })}
          </span>
        </p>
        <p className="text-xs text-soft">
          {t("finance.card.free", {
            amount: exactMoney(card.availableLimit ?? "0.00", card.currency),
          })}
        </p>
      </div>
      <span aria-hidden="true" className="mt-2 block h-1.5 overflow-hidden rounded-full bg-line">
        <span
          className={cn("block h-full rounded-full", used > 0.9 ? "bg-urucum" : "bg-ipe")}
          style={{ width: `${used * 100}%` }}
        />
      </span>
    </div>
  );
}

/** The strip, with the statement that is looked at whole in view; the page itself does not move. */
function useStripAt(month: string | null) {
  const strip = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const list = strip.current;
    const tab = list?.querySelector('[aria-pressed="true"]');
    if (!list || !tab) return;
    const [outer, inner] = [list.getBoundingClientRect(), tab.getBoundingClientRect()];
    list.scrollLeft += inner.left + inner.width / 2 - (outer.left + outer.width / 2);
  }, [month]);
  return strip;
}

/** The last two paid ones, then everything that is open or ahead. */
function stripOf(items: readonly StatementSummary[]): StatementSummary[] {
  const firstOpen = items.findIndex((one) => one.status !== "paid");
  const start = firstOpen < 0 ? items.length - 3 : firstOpen - 2;
  return items.slice(Math.max(0, start));
}

function StatementTab({
  statement,
  active,
  onPick,
}: {
  statement: StatementSummary;
  active: boolean;
  onPick: () => void;
}) {
  return (
    <button
      type="button"
      aria-pressed={active}
      onClick={onPick}
      className={cn(
        "grid min-w-32 gap-0.5 rounded-control border px-3 py-2 text-left -outline-offset-2",
        active ? "border-accent bg-accent-wash" : "border-line bg-card hover:border-edge",
      )}
    >
      <span className="text-xs whitespace-nowrap text-soft">
        {monthName(statement.month).replace(" de ", " ")}
      </span>
      <Sum amount={statement.total} currency={statement.currency} className="font-semibold" />
      <span
        className={cn(
          "text-xs",
          statement.status === "overdue" ? "font-medium text-urucum-ink" : "text-soft",
        )}
      >
        {t(`finance.statementStatus.${statement.status}`)}
      </span>
    </button>
  );
}

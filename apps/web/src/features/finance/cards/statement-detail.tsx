"use client";
import { useQuery } from "@tanstack/react-query";
import type { AccountView } from "@vida/core/accounts/schemas";
import { CalendarClock, Check } from "lucide-react";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { ListSkeleton } from "@/components/ui/skeleton.tsx";
import { Failed } from "@/components/ui/states.tsx";
import { monthName, shortDay } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";
import { useTRPC, type Outputs } from "@/trpc/context.ts";

import { useToday } from "../../account/use-me.ts";
import { isZero, toCents } from "../kit/amounts.ts";
import { FormSheet } from "../kit/form-sheet.tsx";
import { text } from "../kit/form-values.ts";
import { BigSum, exactMoney, Sum } from "../kit/sum.tsx";
import { useFinance } from "../kit/use-finance.ts";
import { PaySheet } from "../payables/pay-sheet.tsx";

type Statement = Outputs["accounts"]["statement"];

/** One statement: its days, what is owed of it, its lines, "Já paguei" and its closing. */
export function StatementDetail({ card, month }: { card: AccountView; month: string }) {
  const trpc = useTRPC();
  const today = useToday();
  const statement = useQuery(trpc.accounts.statement.queryOptions({ accountId: card.id, month }));
  const [open, setOpen] = useState<"pay" | "closing" | null>(null);
  const data = statement.data;
  if (statement.isPending) return <ListSkeleton rows={5} className="mt-4" />;
  if (statement.isError)
    return <Failed className="mt-4" error={statement.error} retry={statement.refetch} />;
  if (data === undefined) return null;
  const owes = toCents(data.remaining) > 0n;
  return (
    <div className="mt-5">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div>
          <h3 className="text-lg">
            {t("finance.card.statementOf", { month: monthName(month).toLowerCase() })}
          </h3>
          <BigSum amount={data.total} currency={data.currency} className="text-2xl" />
          <p className="text-xs text-soft">
            {[
              t("finance.card.closesOn", { day: shortDay(data.closesOn, today) }) +
                (data.moved ? ` (${t("finance.card.moved")})` : ""),
              t("finance.card.dueOn", { day: shortDay(data.dueOn, today) }),
              isZero(data.paid)
                ? null
                : t("finance.card.paid", { amount: exactMoney(data.paid, data.currency) }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setOpen("closing")}>
            <CalendarClock aria-hidden="true" />
            {t("finance.card.moveClosing")}
          </Button>
          {owes ? (
            <Button look="primary" onClick={() => setOpen("pay")}>
              <Check aria-hidden="true" />
              {t("finance.card.pay")}
            </Button>
          ) : null}
        </div>
      </div>
      <Lines statement={data} today={today} />
      {open === "pay" ? <PaySheet payable={payableOf(data)} onClose={() => setOpen(null)} /> : null}
      {open === "closing" ? <ClosingSheet statement={data} onClose={() => setOpen(null)} /> : null}
    </div>
  );
}

function Lines({ statement, today }: { statement: Statement; today: string }) {
  if (statement.items.length === 0 && isZero(statement.carried))
    return <p className="mt-4 text-soft">{t("finance.card.noLines")}</p>;
  return (
    <ul className="mt-4 grid gap-1.5">
      {isZero(statement.carried) ? null : (
        <li className="mb-2 grid gap-x-4 border-b border-line pb-2 sm:flex sm:items-baseline sm:justify-between">
          <span>
            {t("finance.card.carried")}
            <span className="block text-xs text-soft">{t("finance.card.carriedNote")}</span>
          </span>
          <Sum
            amount={statement.carried}
            currency={statement.currency}
            className="font-semibold text-urucum-ink"
          />
        </li>
      )}
      {statement.items.map((line) => (
        <li key={line.id} className="flex items-baseline gap-2">
          <span className="figures w-16 shrink-0 text-xs text-soft">
            {shortDay(line.purchaseDay, today)}
          </span>
          <span className="min-w-0 truncate">
            {line.description}
            {line.installment === null ? null : (
              <span className="ml-1.5 text-xs text-soft">
                {t("finance.ledger.part", {
                  number: line.installment,
                  count: line.installments ?? line.installment,
                })}
              </span>
            )}
          </span>
          <span aria-hidden="true" className="leader" />
          <Sum
            amount={line.refund ? `-${line.amount}` : line.amount}
            currency={line.currency}
            className={line.refund ? "text-folha-ink" : ""}
          />
        </li>
      ))}
    </ul>
  );
}

/** Banks move a closing; the purchases between the two days change statement with it. */
function ClosingSheet({ statement, onClose }: { statement: Statement; onClose: () => void }) {
  const move = useFinance<string, unknown>({
    run: (client, closesOn, call) =>
      client.accounts.moveClosing.mutate(
        { accountId: statement.accountId, month: statement.month, closesOn },
        call,
      ),
    done: (_output, day) => t("finance.card.closingMoved", { day: shortDay(day) }),
    onDone: onClose,
    inForm: true,
  });
  return (
    <FormSheet
      title={t("finance.card.moveClosing")}
      description={t("finance.card.moveNote", { month: monthName(statement.month).toLowerCase() })}
      onClose={onClose}
      fields={() => [
        { kind: "day", name: "closesOn", label: t("finance.card.newClosing"), wide: true },
      ]}
      initial={{ closesOn: statement.closesOn }}
      submit={() => t("finance.card.moveClosing")}
      onSubmit={(values) => move.mutate(text(values, "closesOn"))}
      busy={move.isPending}
      error={move.error}
    />
  );
}

function payableOf(statement: Statement) {
  return {
    kind: "statement" as const,
    id: statement.accountId,
    name: statement.accountName,
    amount: statement.remaining,
    currency: statement.currency,
    month: statement.month,
    dueOn: statement.dueOn,
    daysUntilDue: 0,
    status: "pending" as const,
    billId: null,
    accountId: statement.accountId,
    debtId: null,
    number: null,
    installments: null,
  };
}

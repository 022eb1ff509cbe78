"use client";
import { useQuery } from "@tanstack/react-query";
import type { AccountView } from "@vida/core/accounts/schemas";
import { ArrowRightLeft, Plus } from "lucide-react";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Page, Section } from "@/components/ui/page.tsx";
import { ListSkeleton } from "@/components/ui/skeleton.tsx";
import { Failed } from "@/components/ui/states.tsx";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";

import { isZero } from "../kit/amounts.ts";
import { BigSum, exactMoney } from "../kit/sum.tsx";
import { useRecordSheet } from "../ledger/record-context.tsx";
import { AccountRow } from "./account-row.tsx";
import { AccountSheet } from "./account-sheet.tsx";
import { BalanceSheet } from "./balance-sheet.tsx";

type Open =
  | { kind: "edit"; account: AccountView | null }
  | { kind: "balance"; account: AccountView }
  | null;
const KINDS = ["checking", "savings", "cash"] as const;

/** Where the money is, and how much of it. */
export function AccountsPage() {
  const trpc = useTRPC();
  const accounts = useQuery(trpc.accounts.list.queryOptions({ archived: true }));
  const record = useRecordSheet();
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  const items = accounts.data?.items ?? [];
  const own = items.filter((account) => account.kind !== "card" && !account.archived);
  const archived = items.filter((account) => account.archived);
  return (
    <Page
      title={t("finance.part.accounts")}
      actions={
        <>
          <Button onClick={() => record({ kind: "transfer" })} disabled={own.length === 0}>
            <ArrowRightLeft aria-hidden="true" />
            {t("finance.account.transfer")}
          </Button>
          <Button look="primary" onClick={() => setOpen({ kind: "edit", account: null })}>
            <Plus aria-hidden="true" />
            {t("finance.account.new")}
          </Button>
        </>
      }
    >
      {accounts.isPending ? <ListSkeleton rows={3} /> : null}
      {accounts.isError ? <Failed error={accounts.error} retry={accounts.refetch} /> : null}
      <div className="mb-6 flex flex-wrap gap-x-10 gap-y-3">
        {accounts.data?.totals.map((one) => (
          <p key={one.currency}>
            <BigSum amount={one.balance} currency={one.currency} className="text-3xl" />
            {isZero(one.cards) ? null : (
              <span className="block text-xs text-soft">
                {t("finance.account.cardsOwe", { amount: exactMoney(one.cards, one.currency) })}
              </span>
            )}
          </p>
        ))}
      </div>
      {KINDS.map((kind) => {
        const group = own.filter((account) => account.kind === kind);
        if (group.length === 0) return null;
        return (
          <Section key={kind} title={t(`finance.accountKinds.${kind}`)}>
            <Rows items={group} onOpen={setOpen} />
          </Section>
        );
      })}
      {archived.length === 0 ? null : (
        <Section title={t("finance.account.archived")} aside={t("finance.account.archivedNote")}>
          <Rows items={archived} onOpen={setOpen} />
        </Section>
      )}
      {open?.kind === "edit" ? <AccountSheet account={open.account} onClose={close} /> : null}
      {open?.kind === "balance" ? <BalanceSheet account={open.account} onClose={close} /> : null}
    </Page>
  );
}

function Rows({ items, onOpen }: { items: readonly AccountView[]; onOpen: (open: Open) => void }) {
  return (
    <ul className="divide-y divide-line lg:-mt-2">
      {items.map((account) => (
        <AccountRow
          key={account.id}
          account={account}
          onEdit={() => onOpen({ kind: "edit", account })}
          onBalance={() => onOpen({ kind: "balance", account })}
        />
      ))}
    </ul>
  );
}

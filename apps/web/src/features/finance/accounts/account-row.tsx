"use client";
import type { AccountView } from "@vida/core/accounts/schemas";
import { Archive, ArchiveRestore, ArrowRightLeft, PencilLine, Scale } from "lucide-react";
import Link from "next/link";

import { Menu } from "@/components/ui/menu.tsx";
import { cn } from "@/lib/cn.ts";
import { t } from "@/lib/t.ts";
import { useTRPC, type Outputs } from "@/trpc/context.ts";
import { patch } from "@/trpc/patch.ts";

import { isNegative } from "../kit/amounts.ts";
import { BigSum } from "../kit/sum.tsx";
import { useFinance } from "../kit/use-finance.ts";
import { useRecordSheet } from "../ledger/record-context.tsx";

type Props = { account: AccountView; onEdit: () => void; onBalance: () => void };

export function AccountRow({ account, onEdit, onBalance }: Props) {
  const record = useRecordSheet();
  const archive = useArchive();
  const items = account.archived
    ? [
        {
          label: t("finance.account.bringBack"),
          icon: <ArchiveRestore aria-hidden="true" />,
          run: () => archive.mutate({ account, archived: false }),
        },
      ]
    : [
        {
          label: t("finance.account.transferFrom"),
          icon: <ArrowRightLeft aria-hidden="true" />,
          run: () => record({ kind: "transfer", accountId: account.id }),
        },
        {
          label: t("finance.account.setBalance"),
          icon: <Scale aria-hidden="true" />,
          run: onBalance,
        },
        { label: t("finance.adjust"), icon: <PencilLine aria-hidden="true" />, run: onEdit },
        {
          label: t("finance.account.archive"),
          icon: <Archive aria-hidden="true" />,
          run: () => archive.mutate({ account, archived: true }),
        },
      ];
  return (
    <li className="flex min-h-16 items-center gap-3 py-2" data-account={account.kind}>
      <span className={cn("min-w-0 flex-1 truncate", account.archived && "text-soft")}>
        {account.name}
      </span>
      <Link
        href={`/finance/transactions?account=${account.id}`}
        className="shrink-0 rounded-md decoration-ipe decoration-2 underline-offset-6 hover:underline"
      >
        <span className="sr-only">{t("finance.account.seeRows", { what: account.name })}: </span>
        <BigSum
          amount={account.balance}
          currency={account.currency}
          className={cn(
            "text-xl",
            isNegative(account.balance) && "text-urucum-ink",
            account.archived && "text-soft",
          )}
        />
      </Link>
      <Menu label={t("finance.optionsOf", { what: account.name })} items={items} />
    </li>
  );
}

type Accounts = Outputs["accounts"]["list"];

export function useArchive() {
  const trpc = useTRPC();
  return useFinance<{ account: AccountView; archived: boolean }, unknown>({
    run: (client, { account, archived }, call) =>
      client.accounts.archive.mutate({ accountId: account.id, archived }, call),
    done: (_output, { account, archived }) =>
      t(archived ? "finance.account.archivedDone" : "finance.account.back", { what: account.name }),
    optimistic: (cache, { account, archived }) =>
      patch<Accounts>(cache, trpc.accounts.list.queryFilter(), (list) => ({
        ...list,
        items: list.items.map((one) => (one.id === account.id ? { ...one, archived } : one)),
      })),
  });
}

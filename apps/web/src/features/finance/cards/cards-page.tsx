"use client";
import type { AccountView } from "@vida/core/accounts/schemas";
import { Plus } from "lucide-react";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Page } from "@/components/ui/page.tsx";
import { Empty, Failed } from "@/components/ui/states.tsx";
import { t } from "@/lib/t.ts";

import { AccountSheet } from "../accounts/account-sheet.tsx";
import { RecordButton } from "../finance-frame.tsx";
import { BlockSkeleton } from "../kit/block-skeleton.tsx";
import { useAccounts } from "../kit/use-choices.ts";
import { CardBlock } from "./card-block.tsx";

/** Each card with its limit, its statements and what stands in them. */
export function CardsPage() {
  const { query, items } = useAccounts();
  const [editing, setEditing] = useState<AccountView | null | undefined>(undefined);
  const cards = items.filter((account) => account.kind === "card");
  const create = (
    <Button onClick={() => setEditing(null)}>
      <Plus aria-hidden="true" />
      {t("finance.card.new")}
    </Button>
  );
  return (
    <Page
      title={t("finance.part.cards")}
      actions={
        <>
          {create}
          <RecordButton />
        </>
      }
    >
      {query.isPending ? <BlockSkeleton /> : null}
      {query.isError ? <Failed error={query.error} retry={query.refetch} /> : null}
      {query.isSuccess && cards.length === 0 ? (
        <Empty title={t("finance.card.emptyTitle")} action={create}>
          {t("finance.card.emptyText")}
        </Empty>
      ) : null}
      {cards.map((card) => (
        <CardBlock key={card.id} card={card} onEdit={() => setEditing(card)} />
      ))}
      {editing === undefined ? null : (
        <AccountSheet account={editing} kind="card" onClose={() => setEditing(undefined)} />
      )}
    </Page>
  );
}

"use client";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useRouter, useSearchParams } from "next/navigation";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Page } from "@/components/ui/page.tsx";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";

import { InsightsSection } from "../insights/insights-section.tsx";
import { AddSheet } from "./add-sheet.tsx";
import { FreshSection } from "./fresh-section.tsx";
import { ItemSheet } from "./item-sheet.tsx";
import { KnowledgeSection } from "./knowledge-section.tsx";
import type { Item } from "./knowledge-words.ts";
import { ProfileSection } from "./profile-section.tsx";

/** Memória: the profile in prose, what was noticed lately, and everything that is known. */
export function MemoryPage() {
  const params = useSearchParams();
  const router = useRouter();
  const [open, setOpen] = useState<Item | null>(null);
  const [adding, setAdding] = useState(false);
  const asked = useAsked(params.get("item"));
  const shown = open ?? asked;
  const close = (): void => {
    setOpen(null);
    if (params.get("item") !== null) router.replace("/memory", { scroll: false });
  };
  return (
    <Page
      title={t("nav.memory")}
      note={t("memory.note")}
      actions={
        <Button look="primary" onClick={() => setAdding(true)}>
          <Plus aria-hidden="true" />
          {t("memory.add")}
        </Button>
      }
    >
      <ProfileSection />
      <FreshSection onOpen={setOpen} />
      <InsightsSection />
      <KnowledgeSection onOpen={setOpen} onAdd={() => setAdding(true)} />
      {shown === null ? null : <ItemSheet key={shown.id} item={shown} onClose={close} />}
      {adding ? <AddSheet onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}

/** The item that the address asks for, as a notice or a link does. */
function useAsked(itemId: string | null): Item | null {
  const trpc = useTRPC();
  const history = useQuery({
    ...trpc.memory.history.queryOptions({ itemId: itemId ?? "" }),
    enabled: itemId !== null,
  });
  return history.data?.items.find(({ id }) => id === itemId) ?? null;
}

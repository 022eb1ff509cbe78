"use client";
import { useQuery } from "@tanstack/react-query";
import { EyeOff, List, SquarePen } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Sheet } from "@/components/ui/sheet.tsx";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";

import { useIsAway } from "../live/live-status.tsx";
import { Brain } from "./brain.tsx";
import { ConversationList } from "./conversation-list.tsx";
import { ConversationMenu } from "./conversation-menu.tsx";

export function ChatHeader({ id }: { id: string | null }) {
  const [open, setOpen] = useState(false);
  const trpc = useTRPC();
  const list = useQuery(trpc.chat.conversations.queryOptions({ limit: 50 }));
  const known = list.data?.items.find((conversation) => conversation.id === id);
  const title = known?.title;
  const router = useRouter();
  const away = useIsAway();
  return (
    <header className="border-b border-line">
      <div className="flex min-h-14 items-center gap-1 px-2 sm:px-4">
        <Button
          look="soft"
          size="icon"
          className="lg:hidden"
          aria-label={t("chat.openList")}
          onClick={() => setOpen(true)}
        >
          <List aria-hidden="true" />
        </Button>
        {id === null ? (
          <p className="min-w-0 flex-1 truncate px-2 font-serif text-lg">{t("chat.new")}</p>
        ) : (
          <h1 className="min-w-0 flex-1 truncate px-2 text-lg">{title ?? t("chat.untitled")}</h1>
        )}
        {known?.temporary === true ? (
          <span
            className="flex items-center gap-1.5 rounded-full border border-line px-2.5 py-1 text-xs text-soft"
            title={t("chat.temporaryText")}
          >
            <EyeOff aria-hidden="true" className="size-3.5" />
            {t("chat.temporaryMark")}
          </span>
        ) : null}
        <Brain />
        {id === null ? null : (
          <ConversationMenu
            conversation={{ id, title: title ?? null }}
            onRemoved={() => router.replace("/chat")}
          />
        )}
        <Button look="soft" size="icon" asChild className="lg:hidden">
          <Link href="/chat" aria-label={t("chat.new")}>
            <SquarePen aria-hidden="true" />
          </Link>
        </Button>
      </div>
      {away ? (
        <p className="flex items-center justify-center gap-2 bg-ipe-wash px-4 py-1.5 text-xs text-ipe-ink">
          <span aria-hidden="true" className="size-2 animate-pulse rounded-full bg-ipe" />
          {t("live.reconnectingLong")}
        </p>
      ) : null}
      <Sheet open={open} onOpenChange={setOpen} title={t("chat.list")}>
        <div className="-mx-3 h-[70dvh]">
          <ConversationList current={id} onPick={() => setOpen(false)} />
        </div>
      </Sheet>
    </header>
  );
}

"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter, useSearchParams } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";

import { showToast } from "@/components/ui/toast.ts";
import { writeDraft } from "@/lib/drafts.ts";
import { t } from "@/lib/t.ts";
import { useTRPCClient } from "@/trpc/context.ts";
import { errorText, isSignedOut } from "@/trpc/errors.ts";
import { invalidateRouters } from "@/trpc/invalidate.ts";

import { useLive } from "../live/live-provider.tsx";
import { Announcer } from "./announcer.tsx";
import { ChatHeader } from "./chat-header.tsx";
import { Composer } from "./composer.tsx";
import { Consent } from "./consent.tsx";
import { ConversationList } from "./conversation-list.tsx";
import type { Sending } from "./conversation-store.ts";
import { ThreadFailed, ThreadSkeleton } from "./thread-states.tsx";
import { Thread } from "./thread.tsx";
import { useConversation } from "./use-conversation.ts";
import { Welcome } from "./welcome.tsx";

/** Conversa: the list of conversations, and the one that is open or about to begin. */
export function ChatPage() {
  const params = useSearchParams();
  const router = useRouter();
  const id = params.get("c");
  const entry = useConversation(id);
  const { conversations } = useLive();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const area = useRef<HTMLTextAreaElement>(null);
  const draftKey = id ?? "new";

  const [temporary, setTemporary] = useState(false);
  const send = useCallback(
    async (text: string, how: Sending = {}): Promise<void> => {
      let target = id;
      try {
        if (target === null) {
          target = (await client.chat.create.mutate({ temporary })).id;
          conversations.adopt(target);
          router.replace(`/chat?c=${target}`, { scroll: false });
        }
        setTemporary(false);
        await conversations.send(target, text, how);
        invalidateRouters(cache, ["chat"]);
      } catch (error) {
        if (target === null) writeDraft("new", text);
        if (!isSignedOut(error)) showToast(errorText(error), undefined, "error");
      }
    },
    [id, client, conversations, router, cache, temporary],
  );

  const asked = useRef<string | null>(null);
  const question = params.get("q");
  const draft = params.get("draft");
  useEffect(() => {
    if (question !== null && asked.current !== question) {
      asked.current = question;
      void send(question);
    }
    if (draft !== null) {
      writeDraft(draftKey, draft);
      area.current?.focus();
      router.replace(id === null ? "/chat" : `/chat?c=${id}`, { scroll: false });
    }
  }, [question, draft, draftKey, id, send, router]);

  const running = entry.state.run !== null;
  return (
    <div className="flex h-[calc(100dvh-4.5rem-env(safe-area-inset-bottom))] md:h-dvh">
      <aside
        aria-label={t("chat.list")}
        className="hidden w-66 shrink-0 flex-col border-r border-line lg:flex"
      >
        <ConversationList current={id} />
      </aside>
      <div className="flex min-w-0 flex-1 flex-col">
        <ChatHeader id={id} />
        {id === null ? (
          <Welcome
            onPick={(text) => {
              writeDraft(draftKey, text);
              area.current?.focus();
            }}
            starting={question !== null}
            temporary={temporary}
            onTemporary={setTemporary}
          />
        ) : entry.load === "failed" ? (
          <ThreadFailed error={entry.error} retry={() => conversations.load(id)} />
        ) : entry.load === "loading" ? (
          <ThreadSkeleton />
        ) : (
          <Thread key={id} id={id} entry={entry} />
        )}
        <Consent />
        <Announcer key={`said-${id}`} state={entry.state} />
        <Composer
          draftKey={draftKey}
          conversationId={id}
          area={area}
          running={running}
          stopping={entry.state.run?.status === "stopping"}
          onSend={(text, how) => void send(text, how)}
          onStop={() => {
            if (id !== null)
              conversations
                .stop(id)
                .catch((error: unknown) => showToast(errorText(error), undefined, "error"));
          }}
        />
      </div>
    </div>
  );
}

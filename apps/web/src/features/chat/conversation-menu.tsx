"use client";
import { Braces, FileText, PencilLine, Trash2 } from "lucide-react";
import { useState } from "react";

import { Menu } from "@/components/ui/menu.tsx";
import { showToast } from "@/components/ui/toast.ts";
import { t } from "@/lib/t.ts";
import { useTRPCClient } from "@/trpc/context.ts";
import { errorText } from "@/trpc/errors.ts";

import { RemoveSheet, RenameSheet } from "./conversation-sheets.tsx";
import { saveText } from "./save-text.ts";

export type Named = { id: string; title: string | null };

type Props = { conversation: Named; className?: string; onRemoved: () => void };

/** What can be done with a whole conversation: rename it, take it along, remove it. */
export function ConversationMenu({ conversation, className, onRemoved }: Props) {
  const [open, setOpen] = useState<"rename" | "remove" | null>(null);
  const client = useTRPCClient();
  const title = conversation.title ?? t("chat.untitled");
  const save = async (format: "md" | "json"): Promise<void> => {
    try {
      const conversationId = conversation.id;
      saveText(await client.chat.export.query({ conversationId, format }));
    } catch (error) {
      showToast(errorText(error), undefined, "error");
    }
  };
  return (
    <>
      <Menu
        label={t("chat.options", { title })}
        {...(className === undefined ? {} : { className })}
        items={[
          {
            label: t("chat.rename"),
            icon: <PencilLine aria-hidden="true" />,
            run: () => setOpen("rename"),
          },
          {
            label: t("chat.exportMd"),
            icon: <FileText aria-hidden="true" />,
            run: () => void save("md"),
          },
          {
            label: t("chat.exportJson"),
            icon: <Braces aria-hidden="true" />,
            run: () => void save("json"),
          },
          {
            label: t("chat.remove"),
            icon: <Trash2 aria-hidden="true" />,
            run: () => setOpen("remove"),
            danger: true,
          },
        ]}
      />
      {open === "rename" ? (
        <RenameSheet conversation={conversation} onClose={() => setOpen(null)} />
      ) : null}
      {open === "remove" ? (
        <RemoveSheet
          conversation={conversation}
          onClose={() => setOpen(null)}
          onRemoved={onRemoved}
        />
      ) : null}
    </>
  );
}

"use client";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { TextField } from "@/components/ui/field.tsx";
import { Sheet } from "@/components/ui/sheet.tsx";
import { t } from "@/lib/t.ts";
import { useAction } from "@/trpc/use-action.ts";

import type { Named } from "./conversation-menu.tsx";

type Props = { conversation: Named; onClose: () => void };

export function RenameSheet({ conversation, onClose }: Props) {
  const [title, setTitle] = useState(conversation.title ?? "");
  const rename = useAction({
    run: (client, next: string, call) =>
      client.chat.rename.mutate({ conversationId: conversation.id, title: next }, call),
    touches: ["chat"],
    onDone: onClose,
  });
  return (
    <Sheet
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t("chat.renameTitle")}
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (title.trim() !== "") rename.mutate(title.trim());
        }}
      >
        <TextField
          label={t("chat.titleField")}
          value={title}
          maxLength={255}
          autoFocus
          onChange={(event) => setTitle(event.target.value)}
        />
        <Button type="submit" look="primary" busy={rename.isPending} disabled={title.trim() === ""}>
          {t("chat.renameDo")}
        </Button>
      </form>
    </Sheet>
  );
}

export function RemoveSheet({
  conversation,
  onClose,
  onRemoved,
}: Props & { onRemoved: () => void }) {
  const remove = useAction({
    run: (client, _input: void, call) =>
      client.chat.remove.mutate({ conversationId: conversation.id }, call),
    touches: ["chat"],
    done: () => t("chat.removed"),
    onDone: () => {
      onRemoved();
      onClose();
    },
  });
  return (
    <Sheet
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t("chat.removeTitle")}
      description={t("chat.removeText", { title: conversation.title ?? t("chat.untitled") })}
    >
      <div className="flex flex-wrap gap-2">
        <Button autoFocus onClick={onClose}>
          {t("chat.keep")}
        </Button>
        <Button look="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
          {t("chat.removeDo")}
        </Button>
      </div>
    </Sheet>
  );
}

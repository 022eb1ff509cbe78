"use client";
import { Check, PencilLine, Trash2 } from "lucide-react";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Sheet } from "@/components/ui/sheet.tsx";
import { t } from "@/lib/t.ts";

import { AreaName } from "../goals/area-name.tsx";
import { CorrectForm } from "./correct-form.tsx";
import { ForgetConfirm } from "./forget-confirm.tsx";
import { ItemHistory } from "./item-history.tsx";
import { ItemWhy } from "./item-why.tsx";
import { sureness, type Item } from "./knowledge-words.ts";
import { useValidate } from "./use-memory.ts";

type View = "read" | "correct" | "forget";

const TITLES = {
  read: "memory.itemTitle",
  correct: "memory.correct",
  forget: "memory.forgetTitle",
} as const;

/** One thing that is known: why, how it changed, and the ways to set it right. */
export function ItemSheet({ item, onClose }: { item: Item; onClose: () => void }) {
  const [view, setView] = useState<View>("read");
  return (
    <Sheet
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t(TITLES[view])}
      wide
    >
      {view === "read" ? <Reading item={item} onClose={onClose} onView={setView} /> : null}
      {view === "correct" ? (
        <CorrectForm item={item} onDone={onClose} onLeave={() => setView("read")} />
      ) : null}
      {view === "forget" ? (
        <ForgetConfirm item={item} onDone={onClose} onLeave={() => setView("read")} />
      ) : null}
    </Sheet>
  );
}

type ReadingProps = { item: Item; onClose: () => void; onView: (view: View) => void };

function Reading({ item, onClose, onView }: ReadingProps) {
  const validate = useValidate();
  const holds = item.validTo === null;
  return (
    <div className="grid gap-5">
      <div className="grid gap-2">
        <p className="font-serif text-xl text-pretty break-words whitespace-pre-line">
          {item.content}
        </p>
        <p className="flex flex-wrap items-center gap-x-3 text-xs text-soft">
          {item.area === null ? null : <AreaName area={item.area} />}
          <span>{t(`knowledge.${item.type}`)}</span>
          <span className="font-medium text-ink">{sureness(item)}</span>
        </p>
      </div>
      <ItemWhy item={item} />
      <ItemHistory item={item} />
      <div className="flex flex-wrap gap-2 border-t border-line pt-4">
        {item.validated || !holds ? null : (
          <Button
            look="primary"
            busy={validate.isPending}
            onClick={() => validate.mutate(item, { onSuccess: onClose })}
          >
            <Check aria-hidden="true" />
            {t("memory.right")}
          </Button>
        )}
        {holds ? (
          <Button onClick={() => onView("correct")}>
            <PencilLine aria-hidden="true" />
            {t("memory.correct")}
          </Button>
        ) : null}
        <Button look="danger" onClick={() => onView("forget")}>
          <Trash2 aria-hidden="true" />
          {t("memory.forget")}
        </Button>
      </div>
    </div>
  );
}

"use client";
import { Button } from "@/components/ui/button.tsx";
import { t } from "@/lib/t.ts";

import type { Item } from "./knowledge-words.ts";
import { useForget } from "./use-memory.ts";

type Props = { item: Item; onDone: () => void; onLeave: () => void };

/** Says what goes for good; the focus is on keeping it. */
export function ForgetConfirm({ item, onDone, onLeave }: Props) {
  const forget = useForget(onDone);
  return (
    <div className="grid gap-5">
      <blockquote className="border-l-3 border-urucum pl-4 font-serif text-lg break-words whitespace-pre-line">
        {item.content}
      </blockquote>
      <p className="text-pretty">{t("memory.forgetText")}</p>
      <div className="flex flex-wrap gap-2">
        <Button autoFocus onClick={onLeave}>
          {t("memory.keep")}
        </Button>
        <Button look="danger" busy={forget.isPending} onClick={() => forget.mutate(item)}>
          {t("memory.forgetDo")}
        </Button>
      </div>
    </div>
  );
}

"use client";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { controlClass, Field } from "@/components/ui/field.tsx";
import { t } from "@/lib/t.ts";

import type { Item } from "./knowledge-words.ts";
import { useCorrect } from "./use-memory.ts";

type Props = { item: Item; onDone: () => void; onLeave: () => void };

export function CorrectForm({ item, onDone, onLeave }: Props) {
  const [content, setContent] = useState(item.content);
  const correct = useCorrect(onDone);
  const ready = content.trim() !== "" && content.trim() !== item.content;
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) correct.mutate({ item, content: content.trim() });
      }}
    >
      <Field label={t("memory.content")}>
        {(props) => (
          <textarea
            {...props}
            autoFocus
            rows={4}
            maxLength={5000}
            value={content}
            onChange={(event) => setContent(event.target.value)}
            className={`${controlClass} py-2.5 font-serif text-lg`}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={correct.isPending} disabled={!ready}>
          {t("memory.saveCorrection")}
        </Button>
        <Button look="soft" onClick={onLeave}>
          {t("memory.leave")}
        </Button>
      </div>
    </form>
  );
}

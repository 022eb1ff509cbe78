"use client";
import type { Area } from "@vida/core/fields";
import type { KnowledgeType } from "@vida/core/memory/schemas";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Choices } from "@/components/ui/choices.tsx";
import { controlClass, Field } from "@/components/ui/field.tsx";
import { Sheet } from "@/components/ui/sheet.tsx";
import { t } from "@/lib/t.ts";
import { fieldErrors } from "@/trpc/errors.ts";

import { AREAS } from "../goals/areas.ts";
import { useAddItem } from "./use-memory.ts";

const TYPES = ["fact", "preference", "person", "memory"] as const satisfies KnowledgeType[];

/** Something the person wants to be known, in their own words. */
export function AddSheet({ onClose }: { onClose: () => void }) {
  const [content, setContent] = useState("");
  const [type, setType] = useState<KnowledgeType>("fact");
  const [area, setArea] = useState<Area | "none">("none");
  const add = useAddItem(onClose);
  return (
    <Sheet
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t("memory.addTitle")}
    >
      <form
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (content.trim() === "") return;
          add.mutate({ type, content: content.trim(), ...(area === "none" ? {} : { area }) });
        }}
      >
        <Field
          label={t("memory.content")}
          hint={t("memory.contentHint")}
          error={fieldErrors(add.error)["content"]?.[0]}
        >
          {(props) => (
            <textarea
              {...props}
              autoFocus
              rows={3}
              maxLength={5000}
              placeholder={t("memory.contentExample")}
              value={content}
              onChange={(event) => setContent(event.target.value)}
              className={`${controlClass} py-2.5 font-serif text-lg`}
            />
          )}
        </Field>
        <Choices<KnowledgeType>
          label={t("memory.type")}
          value={type}
          options={TYPES.map((value) => ({ value, label: t(`knowledge.${value}`) }))}
          onChange={setType}
        />
        <Choices<Area | "none">
          label={t("memory.area")}
          value={area}
          options={[
            { value: "none", label: t("memory.noArea") },
            ...AREAS.map((value) => ({ value, label: t(`area.${value}`) })),
          ]}
          onChange={setArea}
        />
        <Button type="submit" look="primary" busy={add.isPending} disabled={content.trim() === ""}>
          {t("memory.saveItem")}
        </Button>
      </form>
    </Sheet>
  );
}

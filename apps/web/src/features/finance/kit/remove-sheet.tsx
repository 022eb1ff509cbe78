"use client";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Sheet } from "@/components/ui/sheet.tsx";
import { t } from "@/lib/t.ts";

import { FormField } from "./form-field.tsx";
import type { FieldSpec } from "./form-values.ts";

type Props = {
  what: string;
  note?: string;
  /** What the person chooses before removing, such as how far it reaches. */
  choice?: FieldSpec | undefined;
  initial?: string;
  busy: boolean;
  onRemove: (choice: string) => void;
  onClose: () => void;
};

/** Asks once, says what goes, and removes. */
export function RemoveSheet({
  what,
  note,
  choice,
  initial = "this",
  busy,
  onRemove,
  onClose,
}: Props) {
  const [value, setValue] = useState(initial);
  return (
    <Sheet
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t("finance.removeTitle", { what })}
      {...(note === undefined ? {} : { description: note })}
    >
      <form
        className="grid grid-cols-2 gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          onRemove(value);
        }}
      >
        {choice === undefined ? null : (
          <FormField field={choice} value={value} problem={undefined} focus onChange={setValue} />
        )}
        <Button onClick={onClose}>{t("finance.keep")}</Button>
        <Button type="submit" look="danger" busy={busy}>
          {t("finance.remove")}
        </Button>
      </form>
    </Sheet>
  );
}

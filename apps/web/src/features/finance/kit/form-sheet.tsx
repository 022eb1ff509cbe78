"use client";
import dynamic from "next/dynamic";
import type { ReactNode } from "react";

import { Sheet } from "@/components/ui/sheet.tsx";
import { Bone } from "@/components/ui/skeleton.tsx";

import type { FieldSpec, Values } from "./form-values.ts";

export type FormProps = {
  /** The fields, in order; some show only with what others hold. */
  fields: (values: Values) => readonly FieldSpec[];
  initial: Values;
  submit: (values: Values) => string;
  onSubmit: (values: Values) => void;
  busy: boolean;
  error: unknown;
  /** What stands under the fields, before the button. */
  renderNote?: (values: Values) => ReactNode;
};

const Body = dynamic(() => import("./form-body.tsx").then((module) => module.FormBody), {
  ssr: false,
  loading: () => <Bone className="h-56" />,
});

/** A form in a sheet (phone) or dialog; its fields are told, its code comes with the first opening. */
export function FormSheet({
  title,
  description,
  onClose,
  ...form
}: FormProps & { title: string; description?: string; onClose: () => void }) {
  return (
    <Sheet
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={title}
      {...(description === undefined ? {} : { description })}
    >
      <Body {...form} />
    </Sheet>
  );
}

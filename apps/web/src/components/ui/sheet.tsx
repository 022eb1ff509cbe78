"use client";
import dynamic from "next/dynamic";
import type { ReactNode } from "react";

import { useIsPhone } from "@/lib/use-media.ts";

export type SheetProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: string;
  /** `side` opens from the left edge on a large screen instead of in the middle. */
  children: ReactNode;
  wide?: boolean;
};

const Dialog = dynamic(() => import("./sheet-dialog.tsx").then((module) => module.SheetDialog), {
  ssr: false,
});
const Drawer = dynamic(() => import("./sheet-drawer.tsx").then((module) => module.SheetDrawer), {
  ssr: false,
});

/** A dialog on a large screen and a sheet from below on a phone; its code comes with the first opening. */
export function Sheet(props: SheetProps) {
  const phone = useIsPhone();
  if (!props.open) return null;
  return phone ? <Drawer {...props} /> : <Dialog {...props} />;
}

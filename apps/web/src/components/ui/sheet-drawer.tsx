"use client";
import { Drawer } from "vaul";

import type { SheetProps } from "./sheet.tsx";

export function SheetDrawer({ open, onOpenChange, title, description, children }: SheetProps) {
  return (
    <Drawer.Root open={open} onOpenChange={onOpenChange} repositionInputs={false}>
      <Drawer.Portal>
        <Drawer.Overlay className="fixed inset-0 z-40 bg-(--scrim)" />
        <Drawer.Content
          {...(description === undefined ? { "aria-describedby": undefined } : {})}
          className="fixed inset-x-0 bottom-0 z-50 flex max-h-[92dvh] flex-col rounded-t-[20px] border-t border-line bg-card outline-none"
        >
          <Drawer.Handle className="mt-3 !bg-edge/50" />
          <div className="px-5 pt-3 pb-2">
            <Drawer.Title className="text-xl">{title}</Drawer.Title>
            {description === undefined ? null : (
              <Drawer.Description className="mt-1 text-soft">{description}</Drawer.Description>
            )}
          </div>
          <div className="overflow-y-auto px-5 pt-1 pb-[max(1.5rem,env(safe-area-inset-bottom))]">
            {children}
          </div>
        </Drawer.Content>
      </Drawer.Portal>
    </Drawer.Root>
  );
}

"use client";
import { DropdownMenu } from "radix-ui";

import { cn } from "@/lib/cn.ts";

import { MenuButton } from "./menu-button.tsx";
import type { MenuProps } from "./menu.tsx";

/** The menu itself, open from its first moment on. */
export function OpenMenu({ label, items, className }: MenuProps) {
  return (
    <DropdownMenu.Root defaultOpen>
      <DropdownMenu.Trigger asChild>
        <MenuButton label={label} className={className} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 min-w-44 rounded-control border border-line bg-card p-1 shadow-over data-[state=open]:animate-in data-[state=open]:fade-in data-[state=open]:duration-100"
        >
          {items.map((item) => (
            <DropdownMenu.Item
              key={item.label}
              onSelect={item.run}
              className={cn(
                "flex min-h-11 cursor-pointer items-center gap-2.5 rounded-md px-3 outline-none select-none data-highlighted:bg-ink/7 md:min-h-9 [&_svg]:size-4",
                item.danger === true && "text-urucum-ink",
              )}
            >
              {item.icon}
              {item.label}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

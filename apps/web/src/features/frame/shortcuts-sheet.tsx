"use client";
import { Sheet } from "@/components/ui/sheet.tsx";
import { t } from "@/lib/t.ts";

import { ALL_NAV } from "./nav.ts";

export function ShortcutsSheet({ onClose }: { onClose: () => void }) {
  const rows: [string[], string][] = [
    [["Ctrl", "K"], t("shortcut.line")],
    [["?"], t("shortcut.help")],
    ...ALL_NAV.map((item): [string[], string] => [
      ["g", item.shortcut],
      t("shortcut.go", { page: t(item.label) }),
    ]),
    [["Enter"], t("shortcut.send")],
    [["Shift", "Enter"], t("shortcut.newLine")],
    [["Esc"], t("shortcut.leave")],
  ];
  return (
    <Sheet open onOpenChange={(open) => (open ? undefined : onClose())} title={t("shortcut.title")}>
      <dl className="grid gap-2.5">
        {rows.map(([keys, label]) => (
          <div key={label} className="flex items-baseline gap-2">
            <dt>{label}</dt>
            <span aria-hidden="true" className="leader" />
            <dd className="flex gap-1">
              {keys.map((key) => (
                <kbd
                  key={key}
                  className="rounded border border-edge/50 bg-sunk px-1.5 font-sans text-xs"
                >
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}

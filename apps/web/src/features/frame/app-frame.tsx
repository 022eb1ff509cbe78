"use client";
import dynamic from "next/dynamic";
import { useMemo, useState, type ReactNode } from "react";

import { t } from "@/lib/t.ts";

import { LiveProvider } from "../live/live-provider.tsx";
import { BottomBar } from "./bottom-bar.tsx";
import { FrameContext } from "./frame-context.tsx";
import { Rail } from "./rail.tsx";
import { useShortcuts } from "./use-shortcuts.ts";

const CommandLine = dynamic(
  () => import("./command-line.tsx").then((module) => module.CommandLine),
  { ssr: false },
);
const Shortcuts = dynamic(
  () => import("./shortcuts-sheet.tsx").then((module) => module.ShortcutsSheet),
  { ssr: false },
);

/** Rail or bottom bar around every page of a person who is logged in. */
export function AppFrame({ children }: { children: ReactNode }) {
  const [line, setLine] = useState<string | null>(null);
  const [help, setHelp] = useState(false);
  const frame = useMemo(
    () => ({ openLine: (text = "") => setLine(text), openShortcuts: () => setHelp(true) }),
    [],
  );
  useShortcuts(frame);
  return (
    <FrameContext value={frame}>
      <LiveProvider>
        <a
          href="#content"
          className="fixed top-2 left-2 z-50 -translate-y-20 rounded-control bg-accent px-4 py-2 font-semibold text-on-accent focus:translate-y-0"
        >
          {t("frame.skip")}
        </a>
        <div className="flex min-h-dvh">
          <Rail />
          <main
            id="content"
            tabIndex={-1}
            className="min-w-0 flex-1 outline-none max-md:pb-[calc(4.5rem+env(safe-area-inset-bottom))]"
          >
            {children}
          </main>
        </div>
        <BottomBar />
        {line === null ? null : <CommandLine initial={line} onClose={() => setLine(null)} />}
        {help ? <Shortcuts onClose={() => setHelp(false)} /> : null}
      </LiveProvider>
    </FrameContext>
  );
}

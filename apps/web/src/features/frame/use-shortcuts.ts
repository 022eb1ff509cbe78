"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

import { ALL_NAV } from "./nav.ts";

const TYPING = 'input, textarea, select, [contenteditable="true"], [role="dialog"]';

/** Keys that work everywhere: Ctrl/⌘ K, `?`, and `g` followed by a page's letter. */
export function useShortcuts({
  openLine,
  openShortcuts,
}: {
  openLine: () => void;
  openShortcuts: () => void;
}): void {
  const router = useRouter();
  useEffect(() => {
    let wentAt = -Infinity;
    const onKey = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        openLine();
        return;
      }
      const typing = event.target instanceof Element && event.target.closest(TYPING) !== null;
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "?") openShortcuts();
      else if (event.key === "g") wentAt = event.timeStamp;
      else if (event.timeStamp - wentAt < 1_200) {
        const page = ALL_NAV.find((item) => item.shortcut === event.key);
        if (page !== undefined) router.push(page.href);
        wentAt = -Infinity;
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [router, openLine, openShortcuts]);
}

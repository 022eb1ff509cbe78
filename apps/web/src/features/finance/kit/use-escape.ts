"use client";
import { useEffect, useEffectEvent } from "react";

/** Leaves with Esc, wherever the focus stands; a sheet over the page keeps its own. */
export function useEscape(leave: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === "Escape" && document.querySelector('[role="dialog"]') === null) leave();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}

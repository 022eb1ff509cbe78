"use client";
import { useSyncExternalStore } from "react";

/** Tells whether a media query holds; false on the server. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const list = matchMedia(query);
      list.addEventListener("change", onChange);
      return () => list.removeEventListener("change", onChange);
    },
    () => matchMedia(query).matches,
    () => false,
  );
}

/** Phone and small tablet: the bottom bar and sheets instead of rail and dialogs. */
export function useIsPhone(): boolean {
  return useMedia("(max-width: 767px)");
}

import { useSyncExternalStore } from "react";

const never = (): (() => void) => () => undefined;

/** Whether the page listens yet: what is pressed or typed on the server's HTML before that is lost. */
export function useListens(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

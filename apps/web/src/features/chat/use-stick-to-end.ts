"use client";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";

import type { ConversationState } from "./conversation-state.ts";

const NEAR = 80;

/**
 * Keeps the newest words in sight while the person is at the end, and leaves them alone while they read
 * further up. What they send themselves always brings them back down.
 */
export function useStickToEnd(state: ConversationState) {
  const scroller = useRef<HTMLDivElement>(null);
  const stuck = useRef(true);
  const [atEnd, setAtEnd] = useState(true);
  const ownCount = state.messages.filter((message) => message.role === "user").length;
  const lastOwn = useRef(ownCount);

  const toEnd = useCallback((): void => {
    const element = scroller.current;
    if (element !== null) element.scrollTop = element.scrollHeight;
    stuck.current = true;
  }, []);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const follow = (): void => {
      const near = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
      stuck.current = near;
      setAtEnd(near);
    };
    element.addEventListener("scroll", follow, { passive: true });
    const resized = new ResizeObserver(() => {
      if (stuck.current) element.scrollTop = element.scrollHeight;
    });
    resized.observe(element);
    if (element.firstElementChild !== null) resized.observe(element.firstElementChild);
    return () => {
      element.removeEventListener("scroll", follow);
      resized.disconnect();
    };
  }, []);

  useLayoutEffect(() => {
    if (ownCount > lastOwn.current || stuck.current) toEnd();
    lastOwn.current = ownCount;
  }, [ownCount, toEnd]);

  return { scroller, atEnd, toEnd };
}

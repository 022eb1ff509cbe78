"use client";
import { useRef, type TouchEvent } from "react";

const FAR = 64;

/** A sideways swipe of a finger; a vertical one stays a scroll. */
export function useSwipe({ left, right }: { left: () => void; right: () => void }) {
  const start = useRef<{ x: number; y: number } | null>(null);
  return {
    onTouchStart: (event: TouchEvent): void => {
      const touch = event.touches[0];
      const scrolls =
        event.target instanceof Element &&
        event.target.closest('[data-scrolls], [role="dialog"]') !== null;
      start.current =
        touch === undefined || scrolls ? null : { x: touch.clientX, y: touch.clientY };
    },
    onTouchEnd: (event: TouchEvent): void => {
      const touch = event.changedTouches[0];
      if (start.current === null || touch === undefined) return;
      const [dx, dy] = [touch.clientX - start.current.x, touch.clientY - start.current.y];
      if (Math.abs(dx) < FAR || Math.abs(dx) < 2 * Math.abs(dy)) return;
      if (dx < 0) left();
      else right();
    },
  };
}

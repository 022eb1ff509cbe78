"use client";
import { createContext, use } from "react";

type Frame = {
  /** Opens the one line for everything, with a text already typed. */
  openLine: (text?: string) => void;
  openShortcuts: () => void;
};

export const FrameContext = createContext<Frame>({ openLine: () => {}, openShortcuts: () => {} });

export function useFrame(): Frame {
  return use(FrameContext);
}

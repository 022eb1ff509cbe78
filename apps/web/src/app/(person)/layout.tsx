import type { ReactNode } from "react";

import { AppFrame } from "@/features/frame/app-frame.tsx";
import { Prefetched } from "@/trpc/prefetched.tsx";

/** The person comes with the page: their zone decides which day it speaks of. */
export default function PersonLayout({ children }: { children: ReactNode }) {
  return (
    <Prefetched>
      <AppFrame>{children}</AppFrame>
    </Prefetched>
  );
}

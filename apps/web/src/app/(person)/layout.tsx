import type { ReactNode } from "react";

import { AppFrame } from "@/features/frame/app-frame.tsx";

export default function PersonLayout({ children }: { children: ReactNode }) {
  return <AppFrame>{children}</AppFrame>;
}

import type { ReactNode } from "react";

import { TrackingTabs } from "@/features/tracking/tracking-tabs.tsx";

export default function TrackingLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <TrackingTabs />
      {children}
    </>
  );
}

import type { ReactNode } from "react";

import { BellTabs } from "@/features/notifications/bell-tabs.tsx";

export default function BellLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <BellTabs />
      {children}
    </>
  );
}

import type { ReactNode } from "react";

import { FinanceFrame } from "@/features/finance/finance-frame.tsx";

export default function FinanceLayout({ children }: { children: ReactNode }) {
  return <FinanceFrame>{children}</FinanceFrame>;
}

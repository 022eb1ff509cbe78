import type { Metadata } from "next";

import { MemoryPage } from "@/features/memory/memory-page.tsx";
import { t } from "@/lib/t.ts";
import { Prefetched } from "@/trpc/prefetched.tsx";

export const metadata: Metadata = { title: t("nav.memory") };

export default function Page() {
  return (
    <Prefetched of={(trpc) => [trpc.memory.profile.queryOptions({})]}>
      <MemoryPage />
    </Prefetched>
  );
}

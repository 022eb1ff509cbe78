import type { Metadata } from "next";

import { GoalsPage } from "@/features/goals/goals-page.tsx";
import { t } from "@/lib/t.ts";
import { Prefetched } from "@/trpc/prefetched.tsx";

export const metadata: Metadata = { title: t("nav.goals") };

export default function Page() {
  return (
    <Prefetched of={(trpc) => [trpc.goals.list.queryOptions({})]}>
      <GoalsPage />
    </Prefetched>
  );
}

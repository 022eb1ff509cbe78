"use client";
import { useQuery } from "@tanstack/react-query";

import { Page } from "@/components/ui/page.tsx";
import { ListSkeleton } from "@/components/ui/skeleton.tsx";
import { Failed } from "@/components/ui/states.tsx";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";

import { InvitesSection } from "./invites-section.tsx";
import { JobsSections } from "./jobs-sections.tsx";
import { PeopleSection } from "./people-section.tsx";

const LOOK_EVERY_MS = 15_000;

/** How the installation is doing, for who runs it; the server refuses everybody else. */
export function OperatorPage() {
  const trpc = useTRPC();
  const overview = useQuery({
    ...trpc.operator.overview.queryOptions({}),
    refetchInterval: LOOK_EVERY_MS,
  });
  return (
    <Page title={t("operator.title")} note={t("operator.note")} narrow>
      {overview.isPending ? <ListSkeleton rows={6} /> : null}
      {overview.isError ? <Failed error={overview.error} retry={overview.refetch} /> : null}
      {overview.data === undefined ? null : (
        <>
          <JobsSections overview={overview.data} />
          <PeopleSection />
          <InvitesSection />
        </>
      )}
    </Page>
  );
}

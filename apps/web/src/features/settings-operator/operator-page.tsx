"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";

import { Button } from "@/components/ui/button.tsx";
import { Page } from "@/components/ui/page.tsx";
import { ListSkeleton } from "@/components/ui/skeleton.tsx";
import { Empty, Failed } from "@/components/ui/states.tsx";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";
import { errorCode } from "@/trpc/errors.ts";

import { InvitesSection } from "./invites-section.tsx";
import { JobsSections } from "./jobs-sections.tsx";
import { PeopleSection } from "./people-section.tsx";

const LOOK_EVERY_MS = 15_000;

/** How the installation is doing, for who runs it; the server refuses everybody else. */
export function OperatorPage() {
  const trpc = useTRPC();
  const overview = useQuery({
    ...trpc.operator.overview.queryOptions({}),
    refetchInterval: ({ state }) => (state.error === null ? LOOK_EVERY_MS : false),
  });
  const refused = errorCode(overview.error) === "forbidden";
  return (
    <Page title={t("operator.title")} note={t("operator.note")} narrow>
      {overview.isPending ? <ListSkeleton rows={6} /> : null}
      {!overview.isError ? null : refused ? (
        <Empty
          title={t("operator.notYours")}
          action={
            <Button asChild>
              <Link href="/settings">{t("operator.back")}</Link>
            </Button>
          }
        >
          {t("operator.notYoursText")}
        </Empty>
      ) : (
        <Failed error={overview.error} retry={overview.refetch} />
      )}
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

"use client";
import { useQuery } from "@tanstack/react-query";

import { Section } from "@/components/ui/page.tsx";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";

import { Rows, useMoment } from "./jobs-sections.tsx";

/** Everybody with an account here. */
export function PeopleSection() {
  const trpc = useTRPC();
  const moment = useMoment();
  const people = useQuery(trpc.operator.people.queryOptions({})).data?.items ?? [];
  return (
    <Section title={t("operator.people")}>
      <Rows
        empty=""
        rows={people.map(({ userId, name, email, owner, seenAt }) => ({
          key: userId,
          left: owner ? t("operator.runsIt", { name }) : name,
          right: [
            email,
            ...(seenAt === null ? [] : [t("operator.seen", { at: moment(seenAt) })]),
          ].join(" · "),
        }))}
      />
    </Section>
  );
}

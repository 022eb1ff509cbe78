"use client";
import { useQuery } from "@tanstack/react-query";

import { Choices } from "@/components/ui/choices.tsx";
import { Section } from "@/components/ui/page.tsx";
import { Bone } from "@/components/ui/skeleton.tsx";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";

import { useBrain, useConsent } from "../chat/use-brain.ts";

const dollars = new Intl.NumberFormat("pt-BR", {
  style: "currency",
  currency: "USD",
  maximumFractionDigits: 4,
});

/** Which model answers, whether text may leave this computer, and what that has cost today. */
export function ModelSection() {
  const brain = useBrain();
  const answer = useConsent();
  // Shown at once; what the server refused shows as it was.
  const chosen = (answer.isError ? undefined : answer.variables) ?? brain?.consent;
  return (
    <div id="model" className="scroll-mt-6">
      <Section title={t("model.title")}>
        {brain === null ? <Bone className="h-20" /> : null}
        {brain?.offered === "local" ? (
          <p className="text-soft text-pretty">{t("model.onlyLocal")}</p>
        ) : null}
        {brain?.offered === "google" ? (
          <>
            <Choices
              label={t("model.where")}
              options={[
                { value: "agreed", label: t("model.agreed") },
                { value: "local", label: t("model.local") },
              ]}
              value={chosen === "agreed" ? "agreed" : "local"}
              onChange={(cloud) => answer.mutate(cloud)}
            />
            <p className="mt-3 text-xs text-soft text-pretty">{t(`brain.${brain.answers}Text`)}</p>
            <Spending />
          </>
        ) : null}
      </Section>
    </div>
  );
}

/** Today's cost beside what it may reach. */
function Spending() {
  const trpc = useTRPC();
  const usage = useQuery(trpc.chat.usage.queryOptions({}));
  if (usage.data === undefined) return <Bone className="mt-4 h-10" />;
  const { costUsd, answers, dailyLimitUsd } = usage.data;
  return (
    <dl className="mt-4 grid max-w-sm gap-1">
      <Line label={t("model.today")} value={dollars.format(costUsd)} />
      <Line label={t("model.answers")} value={String(answers)} />
      <Line
        label={t("model.limit")}
        value={dailyLimitUsd === null ? t("model.noLimit") : dollars.format(dailyLimitUsd)}
      />
    </dl>
  );
}

function Line({ label, value }: { label: string; value: string }) {
  return (
    <div className="flex items-baseline gap-2">
      <dt className="text-soft">{label}</dt>
      <span aria-hidden="true" className="leader" />
      <dd className="figures font-medium">{value}</dd>
    </div>
  );
}

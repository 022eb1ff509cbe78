"use client";
import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { useState } from "react";

import { Empty } from "@/components/ui/states.tsx";
import { t } from "@/lib/t.ts";

import { GoalCard } from "../goals/goal-card.tsx";
import { InsightRow } from "../insights/insights-section.tsx";
import { EntryRow } from "../tracking/entry-row.tsx";
import { QuickRow } from "../tracking/quick-row.tsx";
import type { RecordStart } from "../tracking/record-sheet.tsx";
import { Fold } from "./fold.tsx";
import { measuresLine, yesterdayLine, type Today } from "./today-words.ts";
import { UnconfirmedList } from "./unconfirmed-list.tsx";

type Props = { today: Today; onRecord: (start: RecordStart) => void };

/** What is wanted now and then, each folded to a line. */
export function RestOfDay({ today, onRecord }: Props) {
  const { day, goalsAtRisk, insight, yesterday, unconfirmed } = today;
  return (
    <div className="border-b border-line">
      <Fold title={t("today.soFar")} digest={measuresLine(today.quick)}>
        <SoFar today={today} onRecord={onRecord} />
      </Fold>
      {goalsAtRisk.length === 0 ? null : (
        <Fold
          title={t("today.goalsAtRisk")}
          digest={
            goalsAtRisk.length === 1
              ? goalsAtRisk[0]?.title
              : t("today.goalsCount", { count: goalsAtRisk.length })
          }
        >
          <ul className="grid gap-4 md:grid-cols-2">
            {goalsAtRisk.map((goal) => (
              <li key={goal.id}>
                <GoalCard goal={goal} today={day} />
              </li>
            ))}
          </ul>
        </Fold>
      )}
      {insight === null ? null : (
        <Fold title={t("today.insight")} digest={insight.text}>
          <ul className="max-w-2xl">
            <InsightRow insight={insight} />
          </ul>
        </Fold>
      )}
      <Fold title={t("today.yesterday")} digest={yesterdayLine(yesterday)}>
        <p className="figures text-pretty">{yesterdayLine(yesterday)}</p>
        <OpenDay day={yesterday.day} />
      </Fold>
      {unconfirmed === 0 ? null : <Unconfirmed count={unconfirmed} day={day} />}
    </div>
  );
}

function SoFar({ today: { day, tracking }, onRecord }: Props) {
  return (
    <>
      <QuickRow
        day={day}
        totals={tracking.totals}
        loading={false}
        onMore={(type) => onRecord({ day, type })}
      />
      {tracking.entries.length === 0 ? (
        <Empty className="mt-5" title={t("today.emptyTitle")}>
          {t("today.emptyText")}
        </Empty>
      ) : (
        <ul className="mt-3 divide-y divide-line">
          {tracking.entries.slice(-8).map((entry) => (
            <EntryRow
              key={entry.id}
              entry={entry}
              named
              onEdit={(one) => onRecord({ day, entry: one })}
            />
          ))}
        </ul>
      )}
      <OpenDay />
    </>
  );
}

function OpenDay({ day }: { day?: string }) {
  return (
    <Link
      href={day === undefined ? "/tracking" : `/tracking?day=${day}`}
      className="mt-2 inline-flex min-h-11 items-center gap-1 text-sm text-soft underline-offset-4 hover:text-ink hover:underline"
    >
      {t("today.openDay")}
      <ArrowRight aria-hidden="true" className="size-3.5" />
    </Link>
  );
}

function Unconfirmed({ count, day }: { count: number; day: string }) {
  const [seen, setSeen] = useState(false);
  return (
    <Fold
      title={t("today.unconfirmed")}
      digest={t("today.unconfirmedCount", { count })}
      onOpen={() => setSeen(true)}
    >
      {seen ? <UnconfirmedList day={day} /> : null}
    </Fold>
  );
}

"use client";
import { Button } from "@/components/ui/button.tsx";
import { Section } from "@/components/ui/page.tsx";
import { dayIn } from "@/lib/clock.ts";
import { clockTime, number, relativeDay } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";
import type { Outputs } from "@/trpc/context.ts";
import { useAction } from "@/trpc/use-action.ts";

import { useToday, useZone } from "../account/use-me.ts";

type Overview = Outputs["operator"]["overview"];

/** A moment as "hoje, 14:30". */
export function useMoment(): (at: string) => string {
  const zone = useZone();
  const today = useToday();
  return (at) => `${relativeDay(dayIn(zone, new Date(at)), today)}, ${clockTime(at, zone)}`;
}

/** Failures with their retry, what waits, what ran last, and the back-ups. */
export function JobsSections({ overview }: { overview: Overview }) {
  const moment = useMoment();
  const { queue, lastRuns, backups, workers } = overview;
  return (
    <>
      <Failures overview={overview} />
      <Section title={t("operator.queue")} aside={t("operator.workers", { count: workers.length })}>
        <Rows
          empty={t("operator.queueEmpty")}
          rows={queue.map(({ name, waiting, running, nextAt }) => ({
            key: name,
            left: name,
            right: [
              t("operator.waiting", { count: waiting }),
              ...(running > 0 ? [t("operator.running", { count: running })] : []),
              ...(nextAt === null ? [] : [moment(nextAt)]),
            ].join(" · "),
          }))}
        />
      </Section>
      <Section title={t("operator.lastRuns")} aside={t("operator.lastDay")}>
        <Rows
          empty={t("operator.noRuns")}
          rows={lastRuns.map(({ name, at, done, failed }) => ({
            key: name,
            left: name,
            right: `${t("operator.outcome", { done: number(done), failed: number(failed) })} · ${moment(at)}`,
          }))}
        />
      </Section>
      <Section title={t("operator.backups")} aside={t("operator.backupsNote")}>
        <Rows
          empty={t("operator.noBackups")}
          rows={backups.map(({ day, at, rows, bytes, error }) => ({
            key: day,
            left: moment(at),
            right:
              error ??
              t("operator.backup", {
                rows: number(rows ?? 0),
                size: number(Math.ceil((bytes ?? 0) / 1024)),
              }),
          }))}
        />
      </Section>
    </>
  );
}

function Failures({ overview: { failures, failedRuns } }: { overview: Overview }) {
  const moment = useMoment();
  const retry = useAction({
    run: (client, input: { jobId: string } | { outcomeId: string }) =>
      client.operator.retry.mutate(input),
    touches: ["operator"],
    done: ({ name }) => t("operator.retried", { name }),
  });
  const rows = [
    ...failures.map(({ jobId, name, tries, mostTries, error, nextAt }) => ({
      key: jobId,
      input: { jobId },
      title: name,
      text: `${error} · ${t("operator.tries", { tries, mostTries })} · ${moment(nextAt)}`,
    })),
    ...failedRuns.map(({ outcomeId, name, key, email, error, at }) => ({
      key: outcomeId,
      input: { outcomeId },
      title: `${name} · ${key}`,
      text: [email, error, moment(at)].filter((part) => part !== null).join(" · "),
    })),
  ];
  return (
    <Section title={t("operator.failures")}>
      {rows.length === 0 ? <p className="text-soft">{t("operator.noFailures")}</p> : null}
      <ul className="divide-y divide-line">
        {rows.map(({ key, input, title, text }) => (
          <li key={key} className="flex items-center justify-between gap-3 py-2">
            <span className="min-w-0">
              <span className="block font-semibold break-words">{title}</span>
              <span className="block text-xs break-words text-soft">{text}</span>
            </span>
            <Button
              size="small"
              look="soft"
              busy={retry.isPending}
              onClick={() => retry.mutate(input)}
            >
              {t("operator.retry")}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Rows({
  rows,
  empty,
}: {
  rows: readonly { key: string; left: string; right: string }[];
  empty: string;
}) {
  if (rows.length === 0) return <p className="text-soft">{empty}</p>;
  return (
    <ul className="divide-y divide-line">
      {rows.map(({ key, left, right }) => (
        <li key={key} className="flex flex-wrap items-baseline justify-between gap-x-3 py-2">
          <span className="break-words first-letter:uppercase">{left}</span>
          <span className="text-xs break-words text-soft">{right}</span>
        </li>
      ))}
    </ul>
  );
}

"use client";
import { useQuery } from "@tanstack/react-query";
import { PenLine as PenLineIcon } from "lucide-react";
import Link from "next/link";
import { useState } from "react";

import { Page, Section } from "@/components/ui/page.tsx";
import { Bone } from "@/components/ui/skeleton.tsx";
import { Failed } from "@/components/ui/states.tsx";
import { now, timeIn } from "@/lib/clock.ts";
import { longDay } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";

import { useToday, useZone } from "../account/use-me.ts";
import { ConfirmationCard } from "../chat/card/confirmation-card.tsx";
import { useFrame } from "../frame/frame-context.tsx";
import { RecordSheet, type RecordStart } from "../tracking/record-sheet.tsx";
import { DueSoon } from "./due-soon.tsx";
import { HabitRings } from "./habit-rings.tsx";
import { MoneyGlance } from "./money-glance.tsx";
import { RestOfDay } from "./rest-of-day.tsx";
import type { Today } from "./today-words.ts";

/** Hoje: the date, what waits for a verdict, what is to pay, the habits, the month in a number; the rest folded. */
export function TodayPage() {
  const trpc = useTRPC();
  const page = useQuery(trpc.dashboard.today.queryOptions({}));
  const day = useToday();
  const [record, setRecord] = useState<RecordStart | null>(null);
  return (
    <Page
      title={<span className="inline-block first-letter:uppercase">{longDay(day)}</span>}
      note={<Greeting name={page.data?.name} />}
    >
      {page.isError ? <Failed error={page.error} retry={page.refetch} className="mb-6" /> : null}
      <PenLine />
      {page.isPending ? <TodaySkeleton /> : null}
      {page.data === undefined ? null : (
        <>
          <Waiting pending={page.data.pending} />
          <DueSoon payables={page.data.payables} day={page.data.day} />
          <HabitRings habits={page.data.habits} day={page.data.day} />
          <MoneyGlance money={page.data.money} day={page.data.day} />
          <RestOfDay today={page.data} onRecord={setRecord} />
        </>
      )}
      {record === null ? null : <RecordSheet start={record} onClose={() => setRecord(null)} />}
    </Page>
  );
}

function TodaySkeleton() {
  return (
    <div role="status">
      <span className="sr-only">{t("common.loading")}</span>
      <Section title={t("today.payables")}>
        <Bone className="h-16" />
      </Section>
      <Section title={t("today.habits")}>
        <div className="flex gap-6">
          {[0, 1, 2, 3].map((index) => (
            <Bone key={index} className="size-12 rounded-full" />
          ))}
        </div>
      </Section>
      <Section title={t("today.money")}>
        <div className="grid gap-4 sm:grid-cols-2">
          <Bone className="h-16 w-48" />
          <Bone className="h-16 w-48" />
        </div>
      </Section>
    </div>
  );
}

function Greeting({ name }: { name: string | undefined }) {
  const hour = Number(timeIn(useZone(), now()).slice(0, 2));
  const key =
    hour < 5 || hour >= 18 ? "today.evening" : hour < 12 ? "today.morning" : "today.afternoon";
  const [first = ""] = (name ?? "").split(" ");
  return <span suppressHydrationWarning>{first === "" ? "\u00a0" : t(key, { name: first })}</span>;
}

/** The first empty line of the page: where writing begins. */
function PenLine() {
  const { openLine } = useFrame();
  return (
    <button
      type="button"
      onClick={() => openLine()}
      className="group/pen mb-8 flex w-full items-baseline gap-3 rounded-sm border-b-2 border-accent/35 pb-2 text-left hover:border-accent"
    >
      <PenLineIcon aria-hidden="true" className="size-5 shrink-0 self-center text-accent" />
      <span className="font-serif text-xl text-ink">{t("today.line")}</span>
      <span className="min-w-0 truncate font-serif text-lg text-soft max-sm:hidden">
        {t("today.lineExample")}
      </span>
    </button>
  );
}

function Waiting({ pending }: { pending: Today["pending"] }) {
  if (pending.length === 0) return null;
  return (
    <section aria-label={t("today.waiting")} className="mb-8 grid gap-3">
      <h2 className="flex items-center gap-2 text-lg">
        <span aria-hidden="true" className="size-2 rounded-full bg-ipe" />
        {t("today.waiting")}
      </h2>
      {pending.map((card) => (
        <div key={card.confirmationId} className="grid max-w-3xl gap-1.5">
          <ConfirmationCard
            confirmationId={card.confirmationId}
            expiresAt={card.expiresAt}
            actions={card.actions}
            resolution={null}
            outcomes={{}}
          />
          <Link
            href={`/chat?c=${card.conversationId}`}
            className="justify-self-start px-1 text-xs text-soft underline-offset-4 hover:text-ink hover:underline"
          >
            {t("today.toConversation")}
          </Link>
        </div>
      ))}
    </section>
  );
}

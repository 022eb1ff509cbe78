"use client";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Page } from "@/components/ui/page.tsx";
import { Bone } from "@/components/ui/skeleton.tsx";
import { Empty, Failed } from "@/components/ui/states.tsx";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";

import { useToday } from "../account/use-me.ts";
import { GoalCard } from "./goal-card.tsx";
import { GoalDetail } from "./goal-detail.tsx";
import { GoalSheet } from "./goal-sheet.tsx";
import type { Goal } from "./goal-words.ts";

/** Metas: a ring per goal with its pace in words, or one of them opened. */
export function GoalsPage() {
  const params = useSearchParams();
  const today = useToday();
  const trpc = useTRPC();
  const list = useQuery(trpc.goals.list.queryOptions({}));
  const [form, setForm] = useState<{ goal: Goal | null } | null>(
    params.get("new") === null ? null : { goal: null },
  );
  const goals = list.data?.items ?? [];
  const chosen = goals.find((goal) => goal.id === params.get("g"));
  return (
    <>
      {chosen === undefined ? (
        <Page
          title={t("nav.goals")}
          note={t("goals.note")}
          actions={
            <Button look="primary" onClick={() => setForm({ goal: null })}>
              <Plus aria-hidden="true" />
              {t("goals.new")}
            </Button>
          }
        >
          {list.isPending ? <GoalsSkeleton /> : null}
          {list.isError ? <Failed error={list.error} retry={list.refetch} /> : null}
          {list.isSuccess && goals.length === 0 ? (
            <Empty
              title={t("goals.emptyTitle")}
              action={<Button onClick={() => setForm({ goal: null })}>{t("goals.new")}</Button>}
            >
              {t("goals.emptyText")}
            </Empty>
          ) : null}
          <GoalGroups goals={goals} today={today} />
        </Page>
      ) : (
        <GoalDetail
          key={chosen.id}
          goal={chosen}
          today={today}
          onEdit={() => setForm({ goal: chosen })}
        />
      )}
      {form === null ? null : <GoalSheet goal={form.goal} onClose={() => setForm(null)} />}
    </>
  );
}

function GoalGroups({ goals, today }: { goals: readonly Goal[]; today: string }) {
  const groups = [
    { title: t("goals.open"), own: goals.filter((goal) => isOpen(goal)) },
    { title: t("goals.reached"), own: goals.filter(({ status }) => status === "completed") },
    { title: t("goals.past"), own: goals.filter(({ status }) => status === "failed") },
  ].filter(({ own }) => own.length > 0);
  return (
    <div className="grid gap-8">
      {groups.map(({ title, own }) => (
        <section key={title}>
          <h2 className={groups.length === 1 ? "sr-only" : "mb-3 text-lg"}>{title}</h2>
          <ul className="grid gap-4 lg:grid-cols-2">
            {own.map((goal) => (
              <li key={goal.id}>
                <GoalCard goal={goal} today={today} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function isOpen({ status }: Goal): boolean {
  return status === "in_progress" || status === "not_started";
}

function GoalsSkeleton() {
  return (
    <div role="status" className="grid gap-4 lg:grid-cols-2">
      <span className="sr-only">{t("common.loading")}</span>
      {[1, 2, 3, 4].map((one) => (
        <div
          key={one}
          className="flex items-center gap-5 rounded-card border border-line bg-card p-5"
        >
          <Bone className="size-24 rounded-full" />
          <span className="grid flex-1 gap-2.5">
            <Bone className="h-5 w-3/4" />
            <Bone className="h-4 w-1/2" />
            <Bone className="h-3 w-2/3" />
          </span>
        </div>
      ))}
    </div>
  );
}

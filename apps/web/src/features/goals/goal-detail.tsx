"use client";
import { ArrowLeft, PencilLine, Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";

import { Button } from "@/components/ui/button.tsx";
import { Menu } from "@/components/ui/menu.tsx";
import { Page, Section } from "@/components/ui/page.tsx";
import { Ring } from "@/components/ui/ring.tsx";
import { percent } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";

import { AreaName } from "./area-name.tsx";
import { AREA_TONE } from "./areas.ts";
import { GoalCourse } from "./goal-course.tsx";
import { GoalHistory } from "./goal-history.tsx";
import { amountOf, neededWords, paceOf, riskWords, timeLeft, type Goal } from "./goal-words.ts";
import { Milestones } from "./milestones.tsx";
import { PaceBadge } from "./pace-badge.tsx";
import { ProgressForm } from "./progress-form.tsx";
import { useRemoveGoal } from "./use-goals.ts";

type Props = { goal: Goal; today: string; onEdit: () => void };

/** One goal: where it stands, the way against the time, its milestones and what was told of it. */
export function GoalDetail({ goal, today, onEdit }: Props) {
  const router = useRouter();
  const remove = useRemoveGoal();
  const pace = paceOf(goal);
  const needed = neededWords(goal);
  return (
    <Page
      title={goal.title}
      note={
        <Link
          href="/goals"
          className="inline-flex items-center gap-1 underline-offset-3 hover:underline"
        >
          <ArrowLeft aria-hidden="true" className="size-4" />
          {t("goals.back")}
        </Link>
      }
      actions={
        <>
          <Button onClick={onEdit}>
            <PencilLine aria-hidden="true" />
            {t("goals.edit")}
          </Button>
          <Menu
            label={t("goals.options", { title: goal.title })}
            items={[
              {
                label: t("goals.remove"),
                icon: <Trash2 aria-hidden="true" />,
                run: () => {
                  router.push("/goals");
                  remove.mutate(goal);
                },
                danger: true,
              },
            ]}
          />
        </>
      }
    >
      <div className="flex flex-wrap items-center gap-x-8 gap-y-5 pb-7">
        <Ring
          share={goal.progress / 100}
          thickness={2.5}
          className={`size-36 sm:size-44 ${AREA_TONE[goal.area]}`}
        >
          <span className="grid justify-items-center">
            <span className="figure-big text-2xl sm:text-3xl">{percent(goal.progress / 100)}</span>
            <span className="text-xs text-soft">{t("goals.walked")}</span>
          </span>
        </Ring>
        <div className="grid min-w-56 flex-1 content-center gap-2">
          <div className="flex flex-wrap items-center gap-3">
            <PaceBadge pace={pace} />
            <AreaName area={goal.area} />
          </div>
          <p className="figures font-serif text-xl">{amountOf(goal)}</p>
          <p className="text-soft">
            {[timeLeft(goal, today), ...(needed === null ? [] : [needed])].join(" · ")}
          </p>
          {pace === "atRisk" ? <p className="text-urucum-ink">{riskWords(goal)}</p> : null}
          {goal.description === null ? null : (
            <p className="max-w-prose border-l-2 border-ipe pl-3 text-pretty text-soft">
              {goal.description}
            </p>
          )}
        </div>
      </div>
      <Section title={t("goals.progress")}>
        <ProgressForm goal={goal} />
      </Section>
      <Section title={t("goals.course")}>
        <GoalCourse goal={goal} today={today} />
      </Section>
      <Section title={t("goals.milestones")}>
        <Milestones goal={goal} today={today} />
      </Section>
      <Section title={t("goals.history")}>
        <GoalHistory goal={goal} />
      </Section>
    </Page>
  );
}

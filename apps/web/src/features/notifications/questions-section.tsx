"use client";
import { useQuery } from "@tanstack/react-query";

import { Button } from "@/components/ui/button.tsx";
import { Section } from "@/components/ui/page.tsx";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";
import type { Outputs } from "@/trpc/context.ts";
import { useAction } from "@/trpc/use-action.ts";

type Question = Outputs["memory"]["questions"]["items"][number];
const VERDICTS = ["changed", "same", "both"] as const;

/** What was said against something the person had called certain: only they can tell which holds. */
export function QuestionsSection() {
  const trpc = useTRPC();
  const questions = useQuery(trpc.memory.questions.queryOptions({})).data?.items ?? [];
  const answer = useAction({
    run: (client, input: { question: Question; verdict: (typeof VERDICTS)[number] }, call) =>
      client.memory.answerQuestion.mutate(
        { questionId: input.question.id, verdict: input.verdict },
        call,
      ),
    touches: ["memory", "notifications"],
    done: () => t("questions.answered"),
  });
  if (questions.length === 0) return null;
  return (
    <Section title={t("questions.title")} aside={t("questions.note")}>
      <ul className="grid gap-3">
        {questions.map((question) => (
          <li
            key={question.id}
            className="grid gap-3 rounded-card border border-accent/30 bg-accent-wash px-5 py-4"
          >
            <p className="text-pretty">
              {t("questions.known")} <q className="font-serif text-lg">{question.known}</q>
            </p>
            <p className="text-pretty">
              {t("questions.claim")} <q className="font-serif text-lg">{question.claim}</q>
            </p>
            <div className="flex flex-wrap gap-2">
              {VERDICTS.map((verdict) => (
                <Button
                  key={verdict}
                  size="small"
                  look={verdict === "changed" ? "primary" : "soft"}
                  busy={answer.isPending}
                  onClick={() => answer.mutate({ question, verdict })}
                >
                  {t(`questions.${verdict}`)}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

"use client";
import { useQuery } from "@tanstack/react-query";
import { EyeOff, Heart, ThumbsDown } from "lucide-react";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Section } from "@/components/ui/page.tsx";
import { Failed } from "@/components/ui/states.tsx";
import { t } from "@/lib/t.ts";
import { useTRPC, type Outputs } from "@/trpc/context.ts";
import { useAction } from "@/trpc/use-action.ts";

import { byStrength, evidenceOf, SHOWN_FIRST, type Insight } from "./insight-words.ts";

type Verdict = "useful" | "wrong" | "mute";

/** What was noticed to go together in the person's days, with its numbers; nothing when there is nothing. */
export function InsightsSection() {
  const trpc = useTRPC();
  const list = useQuery(trpc.insights.list.queryOptions({}));
  const [open, setOpen] = useState(false);
  const items = byStrength(list.data?.items ?? []);
  const folded = items.length - SHOWN_FIRST;
  if (list.isPending || (list.isSuccess && items.length === 0)) return null;
  return (
    <Section title={t("insights.title")} aside={t("insights.note")}>
      {list.isError ? <Failed error={list.error} retry={list.refetch} /> : null}
      <ul className="max-w-2xl divide-y divide-line lg:-mt-2">
        {(open ? items : items.slice(0, SHOWN_FIRST)).map((insight) => (
          <InsightRow key={insight.id} insight={insight} />
        ))}
      </ul>
      {folded <= 0 ? null : (
        <Button
          look="soft"
          size="small"
          className="-ml-3"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? t("insights.fewer") : t("insights.more", { count: folded })}
        </Button>
      )}
    </Section>
  );
}

/** One thing noticed, with its evidence and what the person thinks of it. */
export function InsightRow({ insight }: { insight: Insight }) {
  const respond = useRespond();
  const evidence = evidenceOf(insight);
  const say = (verdict: Verdict) => (): void => respond.mutate({ insight, verdict });
  return (
    <li className="grid gap-2 py-3">
      <p className="font-serif text-lg text-pretty">{insight.text}</p>
      {evidence === null ? null : <p className="figures text-xs text-soft">{evidence}</p>}
      <div className="-ml-3 flex flex-wrap">
        <Button
          look="soft"
          size="small"
          aria-pressed={insight.verdict === "useful"}
          className={insight.verdict === "useful" ? "text-accent" : ""}
          onClick={say("useful")}
        >
          <Heart aria-hidden="true" />
          {t("insights.useful")}
        </Button>
        <Button look="soft" size="small" onClick={say("wrong")}>
          <ThumbsDown aria-hidden="true" />
          {t("insights.wrong")}
        </Button>
        <Button look="soft" size="small" onClick={say("mute")}>
          <EyeOff aria-hidden="true" />
          {t("insights.mute")}
        </Button>
      </div>
    </li>
  );
}

function useRespond() {
  const trpc = useTRPC();
  return useAction({
    run: (client, { insight, verdict }: { insight: Insight; verdict: Verdict }, call) =>
      client.insights.respond.mutate({ insightId: insight.id, verdict }, call),
    touches: ["insights"],
    done: (_output, { verdict }) => t(verdict === "useful" ? "insights.kept" : "insights.gone"),
    optimistic: (cache, { insight, verdict }) => {
      const key = trpc.insights.list.queryKey({});
      const before = cache.getQueryData<Outputs["insights"]["list"]>(key);
      if (before === undefined) return () => {};
      const others = before.items.filter(({ id }) => id !== insight.id);
      const kept = before.items.map((one) => (one.id === insight.id ? { ...one, verdict } : one));
      cache.setQueryData(key, { ...before, items: verdict === "useful" ? kept : others });
      return () => cache.setQueryData(key, before);
    },
  });
}

"use client";
import { useQuery } from "@tanstack/react-query";

import { Button } from "@/components/ui/button.tsx";
import { Section } from "@/components/ui/page.tsx";
import { dayIn } from "@/lib/clock.ts";
import { number, relativeDay } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";
import type { Outputs } from "@/trpc/context.ts";
import { useAction } from "@/trpc/use-action.ts";

import { useToday, useZone } from "../account/use-me.ts";
import { sureness, type Item } from "./knowledge-words.ts";
import { useUnlearn, useValidate } from "./use-memory.ts";

type Night = Outputs["memory"]["night"];

/** What the nightly reading noticed and the person has not looked at; nothing when there is nothing. */
export function FreshSection({ onOpen }: { onOpen: (item: Item) => void }) {
  const trpc = useTRPC();
  const zone = useZone();
  const today = useToday();
  const validate = useValidate();
  const unlearn = useUnlearn();
  const seen = useAction({
    run: (client, _input: null, call) => client.memory.seen.mutate({}, call),
    touches: ["memory"],
    done: () => t("memory.seenDone"),
  });
  const night = useQuery(trpc.memory.night.queryOptions({})).data;
  if (night === undefined || night.items.length + night.lines.length === 0) return null;
  return (
    <Section title={t("memory.fresh")} aside={t("memory.freshNote")}>
      <div className="grid max-w-2xl gap-3">
        <ul className="grid gap-3">
          {night.items.map((item) => (
            <Noticed key={item.id} text={item.content}>
              <span className="flex-1 text-xs text-soft">
                {sureness(item)} · {relativeDay(dayIn(zone, new Date(item.recordedAt)), today)}
              </span>
              <Button size="small" onClick={() => validate.mutate(item)}>
                {t("memory.right")}
              </Button>
              <Button size="small" look="soft" onClick={() => onOpen(item)}>
                {t("memory.correct")}
              </Button>
              <Button size="small" look="soft" onClick={() => unlearn.mutate({ itemId: item.id })}>
                {t("memory.unlearn")}
              </Button>
            </Noticed>
          ))}
          {night.lines.map((line) => (
            <Noticed key={line.list + line.text} text={line.text}>
              <span className="flex-1 text-xs text-soft">
                {t(`memory.field.${line.list}`)} · {t("memory.learned")}
              </span>
              <Button size="small" look="soft" onClick={() => unlearn.mutate(line)}>
                {t("memory.unlearn")}
              </Button>
            </Noticed>
          ))}
        </ul>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <NightNote night={night} />
          <Button size="small" busy={seen.isPending} onClick={() => seen.mutate(null)}>
            {t("memory.seenAll")}
          </Button>
        </div>
      </div>
    </Section>
  );
}

function Noticed({ text, children }: { text: string; children: React.ReactNode }) {
  return (
    <li className="grid gap-3 rounded-card border border-accent/30 bg-accent-wash px-5 py-4">
      <p className="font-serif text-lg text-pretty">{text}</p>
      <div className="flex flex-wrap items-center gap-2">{children}</div>
    </li>
  );
}

/** Who read the newest night, how much of it, and for how much. */
function NightNote({ night: { nights } }: { night: Night }) {
  const zone = useZone();
  const today = useToday();
  const [last] = nights;
  if (last === undefined) return <span />;
  return (
    <p className="text-xs text-soft">
      {t("memory.nightNote", {
        day: relativeDay(dayIn(zone, new Date(last.at)), today),
        messages: t("memory.nightMessages", { count: last.messages }),
        by: t(`memory.nightBy.${last.provider}`, { cost: number(last.costUsd, 4) }),
      })}
      {last.failure === null ? null : ` ${t("memory.nightFailure")}`}
    </p>
  );
}

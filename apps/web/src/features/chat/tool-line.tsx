"use client";
import type { ToolRecord } from "@vida/core/live/message";
import { ChevronRight } from "lucide-react";

import { money, number, relativeDay } from "@/lib/format.ts";
import { t, tMaybe } from "@/lib/t.ts";

import { useToday } from "../account/use-me.ts";
import type { ToolOutcome } from "./conversation-state.ts";
import { toolDone } from "./tool-words.ts";

export type ToolUse = {
  actionId: string;
  tool: string;
  args: Record<string, unknown>;
  status?: ToolOutcome["status"] | undefined;
  summary?: string | undefined;
  records?: readonly ToolRecord[] | undefined;
};

/** What the assistant looked up, as one line that opens onto what it asked and got. */
export function ToolLine({
  tools,
  outcomes,
}: {
  tools: readonly ToolUse[];
  outcomes: Readonly<Record<string, ToolOutcome>>;
}) {
  const shown = tools.map((use) => {
    const outcome = outcomes[use.actionId];
    return {
      ...use,
      status: outcome?.status ?? use.status,
      summary: outcome?.summary ?? use.summary,
    };
  });
  const label = [...new Set(shown.map((use) => toolDone(use.tool)))].join(" · ");
  const found = shown.length === 1 ? (shown[0]?.summary ?? "") : "";
  return (
    <details className="group/tool text-xs text-soft">
      <summary className="inline-flex min-h-6 list-none items-center gap-1.5 rounded-md hover:text-ink max-md:min-h-11">
        <ChevronRight
          aria-hidden="true"
          className="size-3.5 transition-transform group-open/tool:rotate-90"
        />
        {found === "" || found.length > 60 ? label : `${label} · ${found}`}
        {shown.some((use) => use.status === undefined) ? (
          <span className="size-1.5 animate-pulse rounded-full bg-accent" aria-hidden="true" />
        ) : null}
      </summary>
      <ul className="mt-1.5 ml-1.5 grid gap-2 border-l border-line py-1 pl-4">
        {shown.map((use) => (
          <li key={use.actionId} className="grid gap-0.5">
            <span className={use.status === "error" ? "text-urucum-ink" : "text-ink"}>
              {use.summary ?? t("tool.running")}
            </span>
            <span>{argsInWords(use.args)}</span>
            <Records records={use.records ?? []} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The records behind an answer, so that its figures can be checked. */
function Records({ records }: { records: readonly ToolRecord[] }) {
  const today = useToday();
  if (records.length === 0) return null;
  return (
    <ul className="mt-1 grid max-w-md gap-1">
      {records.map(({ id, title, day, value, amount, currency }) => (
        <li key={id} className="flex items-baseline gap-2">
          {day === undefined ? null : <span className="shrink-0">{relativeDay(day, today)}</span>}
          <span className="min-w-0 truncate text-ink">{title}</span>
          <span aria-hidden="true" className="leader" />
          <span className="figures shrink-0 text-ink">
            {value ?? (amount === undefined ? "" : money(amount, currency))}
          </span>
        </li>
      ))}
    </ul>
  );
}

function argsInWords(args: Record<string, unknown>): string {
  return Object.entries(args)
    .filter(([key]) => !key.endsWith("Id") && key !== "limit")
    .map(([key, value]) => `${tMaybe(`arg.${key}`, key)}: ${valueInWords(value)}`)
    .join(" · ");
}

function valueInWords(value: unknown): string {
  if (typeof value === "number") return number(value);
  if (typeof value === "string") return tMaybe(`metricName.${value}`, value);
  return JSON.stringify(value);
}

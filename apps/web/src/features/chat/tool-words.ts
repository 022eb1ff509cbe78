import {
  Banknote,
  Bell,
  BookOpenText,
  ChartLine,
  Lightbulb,
  ListChecks,
  NotebookPen,
  Target,
  Trash2,
  Undo2,
  type LucideIcon,
} from "lucide-react";

import { t, tMaybe } from "@/lib/t.ts";

import { BUILT_IN, METRIC_ICONS } from "../tracking/metric-kinds.ts";

const METRIC_KINDS = [...BUILT_IN, "custom"] as const;

const ICONS: readonly [RegExp, LucideIcon][] = [
  [/^(delete|forget)_/, Trash2],
  [/undo/, Undo2],
  [/habit/, ListChecks],
  [/goal/, Target],
  [/reminder/, Bell],
  [/knowledge|context/, Lightbulb],
  [/stats|history|forecast|summary/, ChartLine],
  [
    /transaction|bill|expense|income|debt|install|invest|balance|statement|account|payable|categor/,
    Banknote,
  ],
  [/metric/, NotebookPen],
];

/** The small picture beside an action or a look-up. */
export function toolIcon(tool: string, args: Readonly<Record<string, unknown>> = {}): LucideIcon {
  const kind = METRIC_KINDS.find((type) => type === args["type"]);
  if (tool === "record_metric" && kind !== undefined) return METRIC_ICONS[kind];
  return ICONS.find(([pattern]) => pattern.test(tool))?.[1] ?? BookOpenText;
}

/** What a button says that carries this action out: "Registrar água", "Apagar registro". */
export function confirmLabel(tool: string, title: string): string {
  const verb = tMaybe(`toolConfirm.${tool}`, t("card.confirm"));
  return verb.replace("{title}", title.length <= 28 ? lowerFirst(title) : "").trim();
}

/** What an executed tool did, in the assistant's voice: "consultei seus registros". */
export function toolDone(tool: string): string {
  return tMaybe(`toolDone.${tool}`, t("tool.used"));
}

export function agentName(agent: string): string {
  return tMaybe(`agent.${agent}`, agent);
}

function lowerFirst(text: string): string {
  const [first = "", second = ""] = text;
  return second !== "" && second === second.toUpperCase() && second !== second.toLowerCase()
    ? text
    : first.toLowerCase() + text.slice(1);
}

const FAMILIES: readonly [RegExp, string][] = [
  [/metric|habit|goal|_history|_stats/, "tracking"],
  [
    /transaction|bill|expense|income|debt|install|invest|balance|statement|account|payable|forecast|finance|categor/,
    "finance",
  ],
  [/knowledge/, "memory"],
];

/** Which agents a message's tools belong to, where the message does not say who answered. */
export function agentsOfTools(tools: readonly string[]): string[] {
  const agents = tools.map(
    (tool) => FAMILIES.find(([pattern]) => pattern.test(tool))?.[1] ?? "general",
  );
  return [...new Set(agents)];
}

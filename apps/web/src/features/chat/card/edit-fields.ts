import { METRICS } from "@vida/core/tracking/rules";

import { parseNumber } from "../../../lib/format.ts";
import { t, tMaybe } from "../../../lib/t.ts";
import { BUILT_IN, unitOf } from "../../tracking/metric-kinds.ts";

export type Args = Readonly<Record<string, unknown>>;

type Kind =
  | "number"
  | "score"
  | "money"
  | "text"
  | "long"
  | "day"
  | "month"
  | "time"
  | "wallTime"
  | "select"
  | "flag";

/** One field of an action that may be adjusted on its card. */
export type EditField = {
  name: string;
  kind: Kind;
  label: string;
  optional: boolean;
  unit?: string;
  min?: number;
  max?: number;
  options?: readonly { value: string; label: string }[];
};

const MONEY = new Set([
  "amount",
  "totalAmount",
  "installmentAmount",
  "expected",
  "planned",
  "currentAmount",
  "goalAmount",
  "openingBalance",
  "limit",
]);
const DAYS = /^(day|paidOn|receivedOn|startDate|endDate|deadline|closesOn|validFrom)$/;
const MONTHS = /^(month|startMonth)$/;
const LONG = /^(notes|content|description)$/;
/** What identifies the thing itself; another one would be another action. */
const FIXED =
  /(Id|Ids|Key)$|^(type|kind|action|scope|currency|unit|hash|negotiated|recurring|area|frequency|frequencyDays|times|target)$/;

const METRIC_EXTRA: readonly EditField[] = [
  { name: "day", kind: "day", label: t("arg.day"), optional: false },
  { name: "time", kind: "time", label: t("arg.time"), optional: true },
  { name: "notes", kind: "long", label: t("arg.notes"), optional: true },
];

function metricValue(args: Args): EditField {
  const type = args["type"];
  const base = { name: "value", label: t("arg.value"), optional: false } as const;
  if (type === "mood" || type === "energy") return { ...base, kind: "score", min: 1, max: 10 };
  const builtIn = BUILT_IN.find((known) => known === type);
  if (builtIn === undefined) {
    const unit = typeof args["unit"] === "string" ? { unit: args["unit"] } : {};
    return { ...base, kind: "number", ...unit };
  }
  return {
    ...base,
    kind: "number",
    min: METRICS[builtIn].min,
    max: METRICS[builtIn].max,
    unit: unitOf(builtIn),
  };
}

/**
 * Lists what may be adjusted on the card of a tool.
 *
 * Ids and kinds stay as they were proposed: changing those means another action, which is said, not edited.
 */
export function editFields(tool: string, args: Args): readonly EditField[] {
  if (/^(delete|forget|undo)_|^undo/.test(tool)) return [];
  if (tool === "record_metric" || tool === "update_metric") {
    const quality: EditField = {
      name: "quality",
      kind: "score",
      label: t("arg.quality"),
      optional: true,
      min: 1,
      max: 10,
    };
    const extra = args["type"] === "sleep" ? [quality] : [];
    return [metricValue(args), ...METRIC_EXTRA.slice(0, 2), ...extra, ...METRIC_EXTRA.slice(2)];
  }
  return Object.entries(args).flatMap(([name, value]): EditField[] => {
    const kind = kindOf(name, value);
    return kind === null
      ? []
      : [{ name, kind, label: tMaybe(`arg.${name}`, name), optional: false }];
  });
}

function kindOf(name: string, value: unknown): Kind | null {
  if (FIXED.test(name)) return null;
  if (MONEY.has(name)) return "money";
  if (DAYS.test(name)) return "day";
  if (MONTHS.test(name)) return "month";
  if (name === "remindAt") return "wallTime";
  if (name === "time") return "time";
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "flag";
  if (typeof value === "string") return LONG.test(name) ? "long" : "text";
  return null;
}

/** The text that a field shows for the value of an argument. */
export function toText(field: EditField, value: unknown): string {
  if (typeof value === "boolean") return String(value);
  if (typeof value !== "string" && typeof value !== "number") return "";
  const text = String(value);
  return field.kind === "number" || field.kind === "score" || field.kind === "money"
    ? text.replace(".", ",")
    : text;
}

/** Reads a field back into the wire type of its argument, or says what is wrong with it. */
export function fromText(field: EditField, text: string): { value: unknown } | { problem: string } {
  const trimmed = text.trim();
  if (trimmed === "")
    return field.optional ? { value: undefined } : { problem: t("form.required") };
  switch (field.kind) {
    case "number":
    case "score": {
      const value = parseNumber(trimmed);
      if (value === null) return { problem: t("form.notANumber") };
      if (
        (field.min !== undefined && value < field.min) ||
        (field.max !== undefined && value > field.max)
      ) {
        return {
          problem: t("form.range", {
            min: toText(field, field.min),
            max: toText(field, field.max),
          }),
        };
      }
      return { value };
    }
    case "money": {
      const value = parseNumber(trimmed.replace(/^R\$\s*/i, ""));
      return value === null || value <= 0
        ? { problem: t("form.notMoney") }
        : { value: value.toFixed(2) };
    }
    case "flag":
      return { value: trimmed === "true" };
    default:
      return { value: trimmed };
  }
}

/** Puts edited fields over the proposed arguments: `edit` carries the complete new ones. */
export function mergeArgs(args: Args, changes: Args): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...args, ...changes };
  for (const [name, value] of Object.entries(changes)) if (value === undefined) delete merged[name];
  return merged;
}

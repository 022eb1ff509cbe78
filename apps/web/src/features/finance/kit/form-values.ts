import { isDay } from "@/lib/days.ts";
import { t } from "@/lib/t.ts";

import { isZero, parseAmount } from "./amounts.ts";

/** What a form holds while it is being filled in: texts by field name. */
export type Values = Readonly<Record<string, string>>;
export type Option = { value: string; label: string };

type Base = {
  name: string;
  label: string;
  hint?: string | undefined;
  optional?: boolean;
  wide?: boolean;
};
export type FieldSpec =
  | (Base & { kind: "text"; max?: number; example?: string })
  | (Base & { kind: "money"; big?: boolean; zero?: boolean; signed?: boolean; currency?: string })
  | (Base & { kind: "count"; min: number; max: number })
  | (Base & { kind: "day"; latest?: string | undefined; earliest?: string | undefined })
  | (Base & { kind: "month" })
  | (Base & { kind: "select"; options: readonly Option[] })
  | (Base & { kind: "choice"; options: readonly Option[] })
  | (Base & { kind: "check" });

export type Read = { values: Values; problems: Readonly<Record<string, string>> };

/** Reads a filled-in form: amounts as the wire wants them, texts trimmed, and what is wrong by field. */
export function readForm(fields: readonly FieldSpec[], values: Values): Read {
  const read: Record<string, string> = {};
  const problems: Record<string, string> = {};
  for (const field of fields) {
    const text = (values[field.name] ?? "").trim();
    const problem = text === "" ? missing(field) : wrong(field, text);
    if (problem === null)
      read[field.name] = field.kind === "money" ? (parseAmount(text) ?? "") : text;
    else problems[field.name] = problem;
  }
  return { values: read, problems };
}

function missing(field: FieldSpec): string | null {
  return field.optional === true || field.kind === "check" ? null : t("form.required");
}

function wrong(field: FieldSpec, text: string): string | null {
  switch (field.kind) {
    case "money": {
      const amount = parseAmount(text);
      if (amount === null || (field.signed !== true && amount.startsWith("-")))
        return t("form.notMoney");
      return field.zero === true || field.signed === true || !isZero(amount)
        ? null
        : t("finance.form.aboveZero");
    }
    case "count": {
      const fits = /^\d{1,4}$/.test(text) && Number(text) >= field.min && Number(text) <= field.max;
      return fits ? null : t("form.range", { min: field.min, max: field.max });
    }
    case "day":
      if (!isDay(text)) return t("finance.form.notADay");
      return field.latest !== undefined && text > field.latest ? t("finance.form.futureDay") : null;
    case "month":
      return /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? null : t("finance.form.notAMonth");
    case "text":
      return text.length > (field.max ?? 255)
        ? t("finance.form.tooLong", { max: field.max ?? 255 })
        : null;
    case "select":
    case "choice":
    case "check":
      return null;
    default:
      return field satisfies never;
  }
}

/** Leaves out what was left empty, so that the server's own default holds. */
export function given<Name extends string>(
  values: Values,
  ...names: readonly Name[]
): Partial<Record<Name, string>> {
  const kept: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = values[name];
    if (value !== undefined && value !== "") kept[name] = value;
  }
  return kept;
}

export function text(values: Values, name: string): string {
  return values[name] ?? "";
}

export function isChecked(values: Values, name: string): boolean {
  return values[name] === "yes";
}

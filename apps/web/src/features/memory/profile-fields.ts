import type { Inputs, Outputs } from "../../trpc/context.ts";

export type Profile = Outputs["memory"]["profile"];
type Change = Inputs["memory"]["updateProfile"];

const TEXTS = {
  bio: 2000,
  occupation: 255,
  familyContext: 2000,
  communicationStyle: 255,
  feedbackPreferences: 2000,
} as const;
const LISTS = ["topOfMind", "goals", "challenges", "values", "patterns"] as const;

export type TextField = keyof typeof TEXTS;
export type ListField = (typeof LISTS)[number];
export type ProfileField = TextField | ListField;

/** The order in which a profile is read: who, then what moves them, then how to talk to them. */
export const PROFILE_FIELDS: readonly ProfileField[] = [
  "bio",
  "occupation",
  "familyContext",
  "topOfMind",
  "goals",
  "challenges",
  "values",
  "patterns",
  "communicationStyle",
  "feedbackPreferences",
];

export function isList(field: ProfileField): field is ListField {
  return LISTS.some((list) => list === field);
}

export function longest(field: ProfileField): number {
  return isList(field) ? 10_000 : TEXTS[field];
}

/** What stands in a field as text; a list is one line each. */
export function textOf(profile: Profile, field: ProfileField): string {
  return isList(field)
    ? profile[field].map((line) => line.text).join("\n")
    : (profile[field] ?? "");
}

/** The change that a field's text asks for, against the version that was read. */
export function changeOf(field: ProfileField, text: string, version: number): Change {
  if (!isList(field)) return { [field]: text.trim() === "" ? null : text.trim(), version };
  const lines = text
    .split("\n")
    .map((line) => line.trim().slice(0, 500))
    .filter((line) => line !== "");
  return { [field]: [...new Set(lines)].slice(0, 50), version };
}

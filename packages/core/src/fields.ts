import { z } from "zod";

import { isDay, isMonth } from "./dates.ts";

/**
 * The field types that inputs and views share. Browser-safe: ISO and decimal strings, no transforms, no `Date`.
 */

/** Text that PostgreSQL can store: no NUL, no half surrogate pair. */
const storable = (value: string): boolean => !value.includes("\0") && value.isWellFormed();

export function text(max: number): z.ZodString {
  return z.string().max(max).refine(storable, "texto com caracteres inválidos");
}

/** A name or title: not blank, without surrounding space. */
export function name(max: number): z.ZodString {
  return z.string().trim().min(1).max(max).refine(storable, "texto com caracteres inválidos");
}

export const Id = z.uuid();
/** Days and months of the calendar that a life can speak of: what is computed from them exists as well. */
const inReach = (value: string): boolean => value >= "1900" && value < "2300";
export const Day = z
  .string()
  .refine((day) => isDay(day) && inReach(day), "dia inválido: use AAAA-MM-DD");
export const Month = z
  .string()
  .refine((month) => isMonth(month) && inReach(month), "mês inválido: use AAAA-MM");
/** Wall time of the person, HH:MM. */
export const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "hora inválida: use HH:MM");
/** An instant, ISO 8601 UTC. */
export const Instant = z.iso.datetime();
/** Money greater than zero, at most two places. */
export const Amount = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,2})?$/, "valor inválido: use 1234.50")
  .refine((value) => /[1-9]/.test(value), "o valor precisa ser maior que zero");
/** Money zero or more. */
export const AmountOrZero = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,2})?$/, "valor inválido: use 1234.50");
/** Money of either sign, as views carry it. */
export const SignedAmount = z.string().regex(/^-?\d+\.\d{2}$/);
export const Currency = z.string().regex(/^[A-Z]{3}$/, "moeda inválida");

export const Area = z.enum([
  "health",
  "finance",
  "professional",
  "learning",
  "spiritual",
  "relationships",
]);
export type Area = z.infer<typeof Area>;
export const SubArea = z.enum([
  "physical",
  "mental",
  "leisure",
  "budget",
  "savings",
  "debts",
  "investments",
  "career",
  "business",
  "formal",
  "informal",
  "practice",
  "community",
  "family",
  "romantic",
  "social",
]);
export type SubArea = z.infer<typeof SubArea>;

/** Each sub-area belongs to exactly one area. */
export const AREA_OF: Readonly<Record<SubArea, Area>> = {
  physical: "health",
  mental: "health",
  leisure: "health",
  budget: "finance",
  savings: "finance",
  debts: "finance",
  investments: "finance",
  career: "professional",
  business: "professional",
  formal: "learning",
  informal: "learning",
  practice: "spiritual",
  community: "spiritual",
  family: "relationships",
  romantic: "relationships",
  social: "relationships",
};

export const Limit = z.int().min(1).max(100).default(50);
export const Cursor = z.string().max(300);

export function page<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: z.int().optional(),
  });
}

/** The answer of an operation that removes a thing. */
export const Removed = z.object({ id: Id });

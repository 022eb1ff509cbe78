import { z } from "zod";

import { NOTICE_KINDS } from "../notifications/rules.ts";

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const weight = z.number().min(0).max(2);

/**
 * What a person may set, with defaults.
 *
 * Used for input (`Preferences.partial` shapes) and, through `readPreferences`, for what is stored: a stored
 * value that no longer fits falls back alone, so one bad field never erases the person's other choices.
 */
export const Preferences = z.object({
  theme: z.enum(["system", "light", "dark"]).default("system"),
  areaWeights: z
    .object({
      health: weight.default(1),
      finance: weight.default(1),
      professional: weight.default(1),
      learning: weight.default(1),
      spiritual: weight.default(1),
      relationships: weight.default(1),
    })
    .prefault({}),
  notifications: z
    .object({
      pushEnabled: z.boolean().default(true),
      emailEnabled: z.boolean().default(true),
      quietHoursEnabled: z.boolean().default(true),
      quietHoursStart: clock.default("22:00"),
      quietHoursEnd: clock.default("07:00"),
      morningSummary: z.boolean().default(true),
      morningSummaryTime: clock.default("07:00"),
      weeklyReport: z.boolean().default(true),
      /** Kinds that also come to the person's browsers and to their mail; the app has them all. */
      pushKinds: z
        .array(z.string().max(40))
        .max(50)
        .default([...NOTICE_KINDS]),
      emailKinds: z.array(z.string().max(40)).max(50).default(["weekly"]),
      mutedKinds: z.array(z.string().max(40)).max(50).default([]),
    })
    .prefault({}),
  tracking: z
    .object({
      /** ml a day */
      waterGoal: z.int().positive().max(10_000).default(2000),
      /** hours a night */
      sleepGoal: z.number().positive().max(24).default(8),
      /** minutes a week */
      exerciseGoalWeekly: z.int().positive().max(10_080).default(150),
      /** ml of the person's own glass, cup and bottle */
      glass: z.int().min(20).max(3000).default(200),
      cup: z.int().min(20).max(3000).default(240),
      bottle: z.int().min(100).max(5000).default(500),
    })
    .prefault({}),
  finance: z
    .object({
      /** Month that a card purchase counts in: of the purchase, or of its statement. */
      spentBy: z.enum(["purchase", "statement"]).default("purchase"),
      meantByDebit: z.uuid().nullable().default(null),
      meantByPix: z.uuid().nullable().default(null),
      meantByCredit: z.uuid().nullable().default(null),
    })
    .prefault({}),
  onboarding: z
    .object({
      steps: z.array(z.enum(["profile", "focus", "money", "message"])).default([]),
      /** What the person wants to keep track of. */
      keep: z.array(z.string().max(40)).max(20).default([]),
    })
    .prefault({}),
  model: z
    .object({
      /** Whether text may go to Google: not asked yet, agreed, or kept on this computer. */
      cloud: z.enum(["unasked", "agreed", "local"]).default("unasked"),
    })
    .prefault({}),
});
export type Preferences = z.infer<typeof Preferences>;

/** A change to preferences: any of the fields, each checked as in `Preferences`. */
export const PreferencesPatch = z.object({
  theme: Preferences.shape.theme.unwrap().optional(),
  areaWeights: z
    .record(
      z.enum(["health", "finance", "professional", "learning", "spiritual", "relationships"]),
      weight,
    )
    .optional(),
  notifications: z.record(z.string(), z.unknown()).optional(),
  tracking: z.record(z.string(), z.unknown()).optional(),
  finance: z.record(z.string(), z.unknown()).optional(),
  onboarding: z.record(z.string(), z.unknown()).optional(),
  model: z.record(z.string(), z.unknown()).optional(),
});
export type PreferencesPatch = z.infer<typeof PreferencesPatch>;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function without(value: unknown, path: readonly PropertyKey[]): unknown {
  const [head, ...rest] = path;
  if (!isRecord(value) || typeof head !== "string") return undefined;
  const { [head]: dropped, ...kept } = value;
  return rest.length === 0 || !isRecord(dropped)
    ? kept
    : { ...kept, [head]: without(dropped, rest) };
}

/** Reads stored preferences: unknown fields are ignored, bad ones fall back to their own default. */
export function readPreferences(stored: unknown): Preferences {
  let candidate = isRecord(stored) ? stored : {};
  for (;;) {
    const parsed = Preferences.safeParse(candidate);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const next = issue ? without(candidate, issue.path) : undefined;
    candidate = isRecord(next) ? next : {};
  }
}

/** Stored preferences with a change on top. Throws a ZodError that names the fields which do not fit. */
export function mergePreferences(stored: unknown, patch: PreferencesPatch): Preferences {
  const current = readPreferences(stored);
  return Preferences.parse({
    theme: patch.theme ?? current.theme,
    areaWeights: { ...current.areaWeights, ...patch.areaWeights },
    notifications: { ...current.notifications, ...patch.notifications },
    tracking: { ...current.tracking, ...patch.tracking },
    finance: { ...current.finance, ...patch.finance },
    onboarding: { ...current.onboarding, ...patch.onboarding },
    model: { ...current.model, ...patch.model },
  });
}

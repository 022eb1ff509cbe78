import { z } from "zod";

import { createAccount } from "../accounts/create.ts";
import { CreateAccountInput } from "../accounts/schemas.ts";
import type { Ctx } from "../context.ts";
import { isTimezone } from "../context.ts";
import { fail } from "../errors.ts";
import { Id, name } from "../fields.ts";
import { toJson } from "../json.ts";
import { parseInput, perform, read, write } from "../operation.ts";
import { mergePreferences } from "./preferences.ts";
import { MeInput } from "./schemas.ts";

/** The start in four steps; each can be left out, and everything works before it is finished. */
export const OnboardingStep = z.enum(["profile", "focus", "money", "message"]);
export type OnboardingStep = z.infer<typeof OnboardingStep>;
const STEPS = OnboardingStep.options;

const Means = z.enum(["debit", "pix", "credit"]);

/** What each step takes; an empty object means that it was passed over. */
const DATA = {
  profile: z.object({
    name: name(100).min(2, "use pelo menos 2 letras").optional(),
    timezone: z.string().max(64).optional(),
  }),
  focus: z.object({
    keep: z
      .array(z.enum(["tracking", "habits", "finance", "goals", "wellbeing"]))
      .max(5)
      .optional(),
    waterGoal: z.int().positive().max(10_000).optional(),
    sleepGoal: z.number().positive().max(24).optional(),
  }),
  money: z.object({
    accounts: z
      .array(CreateAccountInput.extend({ meantBy: z.array(Means).max(3).optional() }))
      .max(10)
      .optional(),
  }),
  message: z.object({}),
};

export const CompleteStepInput = z.object({
  step: OnboardingStep,
  data: z.record(z.string(), z.unknown()).default({}),
});

export const OnboardingView = z.object({
  /** The first step not done; null when all are. */
  currentStep: OnboardingStep.nullable(),
  completedSteps: z.array(OnboardingStep),
  data: z.object({ name: z.string(), timezone: z.string(), keep: z.array(z.string()) }),
  isComplete: z.boolean(),
});

function viewOf(
  ctx: Ctx,
  person = ctx.person,
  preferences = ctx.preferences,
): z.input<typeof OnboardingView> {
  const done = STEPS.filter((step) => preferences.onboarding.steps.includes(step));
  return {
    currentStep: STEPS.find((step) => !done.includes(step)) ?? null,
    completedSteps: done,
    data: { name: person.name, timezone: person.timezone, keep: preferences.onboarding.keep },
    isComplete: person.status === "active",
  };
}

export const readOnboarding = read({
  name: "account.onboarding",
  input: MeInput,
  output: OnboardingView,
  run: (ctx) => viewOf(ctx),
});

/** Takes what a step asked for; a step done again replaces what it had said. */
export const completeOnboardingStep = write({
  name: "account.completeOnboardingStep",
  input: CompleteStepInput,
  output: OnboardingView,
  touches: ["account", "dashboard"],
  async run(ctx, { step, data }) {
    const given = parseInput(DATA[step], data);
    const profile = step === "profile" ? parseInput(DATA.profile, given) : {};
    const focus = step === "focus" ? parseInput(DATA.focus, given) : {};
    const meant =
      step === "money" ? await openAccounts(ctx, parseInput(DATA.money, given).accounts ?? []) : {};
    const { name: called = ctx.person.name, timezone = ctx.person.timezone } = profile;
    if (!isTimezone(timezone))
      fail("invalid", "account.badTimezone", {
        fields: { timezone: ["fuso horário desconhecido"] },
      });
    const { keep = ctx.preferences.onboarding.keep, ...targets } = focus;
    const steps = [...new Set([...ctx.preferences.onboarding.steps, step])];
    const preferences = mergePreferences(ctx.person.preferences, {
      tracking: targets,
      finance: meant,
      onboarding: { steps, keep },
    });
    await ctx.tx.person.update({
      where: { id: ctx.userId },
      data: { name: called, timezone, preferences: toJson(preferences), updatedAt: ctx.nowDate },
    });
    return viewOf(ctx, { ...ctx.person, name: called, timezone }, preferences);
  },
});

/** Opens the accounts that the money step named, and notes which is meant by débito, pix and crédito. */
async function openAccounts(
  ctx: Ctx,
  accounts: NonNullable<z.infer<typeof DATA.money>["accounts"]>,
): Promise<Record<string, string>> {
  const meant: Record<string, string> = {};
  const keys = { debit: "meantByDebit", pix: "meantByPix", credit: "meantByCredit" } as const;
  for (const { meantBy = [], ...account } of accounts) {
    const { id } = await perform(ctx, createAccount, account);
    for (const means of meantBy) meant[keys[means]] = Id.parse(id);
  }
  return meant;
}

/** Ends the start, whatever was passed over; again is the same. */
export const finishOnboarding = write({
  name: "account.finishOnboarding",
  input: MeInput,
  output: OnboardingView,
  touches: ["account", "dashboard"],
  async run(ctx) {
    await ctx.tx.person.update({
      where: { id: ctx.userId },
      data: { status: "active", onboardedAt: ctx.nowDate, updatedAt: ctx.nowDate },
    });
    return viewOf(ctx, { ...ctx.person, status: "active" });
  },
});

import { z } from "zod";

import { isTimezone } from "../context.ts";
import { fail } from "../errors.ts";
import { toJson } from "../json.ts";
import { write } from "../operation.ts";
import { meOf } from "./me.ts";
import { mergePreferences } from "./preferences.ts";
import type { Preferences, PreferencesPatch } from "./preferences.ts";
import { MeView, UpdateProfileInput } from "./schemas.ts";

/**
 * Changes name, zone, locale, currency and preferences. Past days and amounts stay as they are.
 * An unknown zone is `invalid` (`account.badTimezone`), a preference that does not fit `account.badPreferences`.
 */
export const updateProfile = write({
  name: "account.updateProfile",
  input: UpdateProfileInput,
  output: MeView,
  touches: ["account", "dashboard", "tracking"],
  async run(ctx, input) {
    if (input.timezone !== undefined && !isTimezone(input.timezone)) {
      fail("invalid", "account.badTimezone", {
        fields: { timezone: ["fuso horário desconhecido"] },
      });
    }
    const preferences =
      input.preferences === undefined
        ? ctx.preferences
        : merged(ctx.person.preferences, input.preferences);
    const {
      name = ctx.person.name,
      timezone = ctx.person.timezone,
      locale = ctx.person.locale,
      currency = ctx.person.currency,
    } = input;
    await ctx.tx.person.update({
      where: { id: ctx.userId },
      data: {
        name,
        timezone,
        locale,
        currency,
        preferences: toJson(preferences),
        updatedAt: ctx.nowDate,
      },
    });
    // Sums are told by currency with the person's own first.
    if (currency !== ctx.person.currency) ctx.touch("accounts", "debts", "finance");
    return { ...meOf(ctx), name, timezone, locale, currency, preferences };
  },
});

function merged(stored: unknown, patch: PreferencesPatch): Preferences {
  try {
    return mergePreferences(stored, patch);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const fields = Object.fromEntries(
      error.issues.map((issue) => [`preferences.${issue.path.join(".")}`, [issue.message]]),
    );
    return fail("invalid", "account.badPreferences", { fields });
  }
}

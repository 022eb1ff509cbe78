import { z } from "zod";
import { Currency, Id, name } from "../fields.ts";
import { Preferences, PreferencesPatch } from "./preferences.ts";

export const MeInput = z.object({});
export const MeView = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  timezone: z.string(),
  locale: z.string(),
  currency: Currency,
  preferences: Preferences,
  status: z.enum(["pending", "active"]),
  role: z.enum(["owner", "member"]),
  today: z.string(),
});
export type MeView = z.infer<typeof MeView>;

export const UpdateProfileInput = z.object({
  name: name(100).min(2, "use pelo menos 2 letras").optional(),
  timezone: z.string().max(64).optional(),
  locale: z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, "idioma inválido").optional(),
  currency: Currency.optional(),
  preferences: PreferencesPatch.optional(),
});
export type UpdateProfileInput = z.infer<typeof UpdateProfileInput>;

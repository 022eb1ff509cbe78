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

/** `position` is the person's newest event id from before anything else that a page then reads. */
export const MeNowView = MeView.extend({ position: z.string() });

export const UpdateProfileInput = z.object({
  name: name(100).min(2, "use pelo menos 2 letras").optional(),
  timezone: z.string().max(64).optional(),
  locale: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, "idioma inválido")
    .optional(),
  currency: Currency.optional(),
  preferences: PreferencesPatch.optional(),
});
export type UpdateProfileInput = z.infer<typeof UpdateProfileInput>;

const Row = z.record(z.string(), z.json());

/** One file with everything: rows as they are stored, by table, without their owner. */
export const ExportFile = z.object({
  format: z.literal("vida-export"),
  version: z.literal(1),
  exportedAt: z.iso.datetime(),
  profile: z.object({
    name: z.string(),
    email: z.string(),
    timezone: z.string(),
    locale: z.string(),
    currency: Currency,
    preferences: z.record(z.string(), z.json()),
  }),
  tables: z.record(z.string().regex(/^[a-z_]{1,63}$/), z.array(Row).max(500_000)),
});
export type ExportFile = z.infer<typeof ExportFile>;

export const ImportInput = z.object({ file: ExportFile });
export const ImportedView = z.object({ rows: z.record(z.string(), z.int()) });

export const DeleteAccountInput = z.object({ confirmEmail: z.string().max(320) });
export const DeletedView = z.object({ deleted: z.literal(true) });

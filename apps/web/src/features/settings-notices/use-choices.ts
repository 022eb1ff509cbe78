"use client";
import { t } from "@/lib/t.ts";
import type { Outputs } from "@/trpc/context.ts";
import { useAction } from "@/trpc/use-action.ts";

export type Choices = Outputs["account"]["me"]["preferences"]["notifications"];

/** Changes some of the choices about notices. */
export function useChoices() {
  return useAction({
    run: (client, notifications: Partial<Choices>, call) =>
      client.account.updateProfile.mutate({ preferences: { notifications } }, call),
    touches: ["account", "notifications"],
    done: () => t("settings.saved"),
  });
}

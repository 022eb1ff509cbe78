"use client";
import { useQuery } from "@tanstack/react-query";

import { useTRPC } from "@/trpc/context.ts";
import { useAction } from "@/trpc/use-action.ts";

import { useMe } from "../account/use-me.ts";

export type Consent = "unasked" | "agreed" | "local";

/** Which model this installation has, whether the person lets text go there, and so which one answers. */
export function useBrain() {
  const trpc = useTRPC();
  const instance = useQuery({ ...trpc.account.instance.queryOptions(), staleTime: 10 * 60_000 });
  const me = useMe();
  const offered = instance.data?.brain;
  const consent = me.data?.preferences.model.cloud;
  if (offered === undefined || consent === undefined) return null;
  const answers: "google" | "local" =
    offered === "google" && consent === "agreed" ? "google" : "local";
  return { offered, consent, answers };
}

/** The person's answer to whether text may go to Google; it can be changed at any time. */
export function useConsent() {
  return useAction({
    run: (client, cloud: Exclude<Consent, "unasked">, call) =>
      client.account.updateProfile.mutate({ preferences: { model: { cloud } } }, call),
    touches: ["account"],
  });
}

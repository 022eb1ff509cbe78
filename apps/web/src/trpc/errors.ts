import { t, tMaybe } from "@/lib/t.ts";

import { isApiError } from "./client.ts";

/** Says in the person's words what went wrong, and never what the machine calls it. */
export function errorText(error: unknown): string {
  if (!isApiError(error)) return t("error.unknown");
  const { data } = error;
  if (data === undefined || data === null) return t("error.offline");
  if (data.reason !== undefined) {
    const specific = tMaybe(`reason.${data.reason}`, "");
    if (specific !== "") return specific;
  }
  return tMaybe(`error.${data.code}`, t("error.unknown"));
}

/** The closed code of the contract, or null when the request got no answer. */
export function errorCode(error: unknown): string | null {
  return isApiError(error) ? (error.data?.code ?? null) : null;
}

export function errorReason(error: unknown): string | null {
  return isApiError(error) ? (error.data?.reason ?? null) : null;
}

/** What is wrong with each field of a form, as the server says it. */
export function fieldErrors(error: unknown): Readonly<Record<string, readonly string[]>> {
  return (isApiError(error) ? error.data?.fields : undefined) ?? {};
}

/** The session is over; `UNAUTHORIZED` is tRPC's own word for it. */
export function isSignedOut(error: unknown): boolean {
  const code = errorCode(error);
  return code === "unauthenticated" || code === "UNAUTHORIZED";
}

import { t, tMaybe } from "@/lib/t.ts";

export type AuthFailure = { code: string; message: string };
type Answer<Body> = { ok: true; body: Body } | { ok: false; failure: AuthFailure };

/** Calls one of the log-in paths of the contract; a failure comes back in the person's words. */
export async function callAuth<Body = unknown>(
  path: string,
  body?: Readonly<Record<string, unknown>>,
): Promise<Answer<Body>> {
  try {
    const response = await fetch(`/api/auth${path}`, {
      method: body === undefined ? "GET" : "POST",
      credentials: "same-origin",
      ...(body === undefined
        ? {}
        : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    const answer = (await response.json().catch(() => null)) as Body & { code?: string };
    if (response.ok) return { ok: true, body: answer };
    return { ok: false, failure: inWords(answer?.code ?? "", response.status) };
  } catch {
    return { ok: false, failure: { code: "offline", message: t("error.offline") } };
  }
}

function inWords(code: string, status: number): AuthFailure {
  const known = tMaybe(`auth.reason.${code}`, "");
  if (known !== "") return { code, message: known };
  return {
    code,
    message: t(
      status === 429 ? "error.limited" : status >= 500 ? "error.unavailable" : "auth.failed",
    ),
  };
}

/** Only a path of this page is a way back; anything else would lead away from it. */
export function safeWayBack(path: string | null): string {
  return path !== null && /^\/(?![/\\])/.test(path) ? path : "/dashboard";
}

import { t, tMaybe } from "@/lib/t.ts";

export type AuthFailure = { code: string; message: string };
type Answer = { ok: true; body: unknown } | { ok: false; failure: AuthFailure };

/** Calls one of the log-in paths of the contract; a failure comes back in the person's words. */
export async function callAuth(
  path: string,
  body?: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  try {
    const response = await fetch(`/api/auth${path}`, {
      method: body === undefined ? "GET" : "POST",
      credentials: "same-origin",
      ...(body === undefined
        ? {}
        : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json().catch(() => null);
    if (response.ok) return { ok: true, body: answer };
    return { ok: false, failure: inWords(codeOf(answer), response.status) };
  } catch {
    return { ok: false, failure: { code: "offline", message: t("error.offline") } };
  }
}

function codeOf(answer: unknown): string {
  const named = typeof answer === "object" && answer !== null && "code" in answer;
  return named && typeof answer.code === "string" ? answer.code : "";
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

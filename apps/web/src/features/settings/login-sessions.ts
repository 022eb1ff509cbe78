import { callAuth } from "../auth/auth-api.ts";

export type LoginSession = { id: string; token: string; userAgent: string; updatedAt: string };

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}

function textOf(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === "string" ? value : "";
}

/** Reads the open sessions and which of them is this browser's own. */
export async function fetchSessions(): Promise<{
  sessions: LoginSession[];
  currentId: string | null;
}> {
  const [all, own] = await Promise.all([callAuth("/list-sessions"), callAuth("/get-session")]);
  if (!all.ok) throw new Error(all.failure.code);
  const sessions = (Array.isArray(all.body) ? all.body : []).filter(isFields).map((fields) => ({
    id: textOf(fields, "id"),
    token: textOf(fields, "token"),
    userAgent: textOf(fields, "userAgent"),
    updatedAt: textOf(fields, "updatedAt"),
  }));
  const current = own.ok && isFields(own.body) ? own.body["session"] : null;
  return { sessions, currentId: isFields(current) ? textOf(current, "id") : null };
}

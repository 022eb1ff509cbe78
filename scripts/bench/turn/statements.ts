import { Client } from "pg";

/** Every statement that this process sends to PostgreSQL, with the bytes of its text and values. */
export type Sent = { text: string; bytes: number };

const COUNTED_ELSEWHERE =
  /^\s*(begin|commit|rollback|savepoint|release|deallocate|set |select person, prior from app_begin|select set_config|select pg_current_xact_id|listen|unlisten)/i;

/** Listens in on all clients of `pg` in this process; `take` gives what was sent since the last time. */
export function listenIn(): { take(): Sent[] } {
  let sent: Sent[] = [];
  const query: unknown = Reflect.get(Client.prototype, "query");
  if (typeof query !== "function") throw new Error("pg has no query");
  Reflect.set(Client.prototype, "query", function listening(this: Client, ...args: unknown[]) {
    const [config, values] = args;
    const text = textOf(config);
    const given = values ?? (isRecord(config) ? config["values"] : undefined);
    if (text !== "") sent.push({ text, bytes: text.length + JSON.stringify(given ?? "").length });
    const answer: unknown = Reflect.apply(query, this, args);
    return answer;
  });
  return {
    take() {
      const taken = sent;
      sent = [];
      return taken;
    },
  };
}

/** Without what opens, scopes and closes a transaction. */
export function ours(sent: readonly Sent[]): Sent[] {
  return sent.filter(({ text }) => !COUNTED_ELSEWHERE.test(text));
}

/** A statement short enough to tell it from others. */
export function shortened(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll('"public".', "").trim().slice(0, 130);
}

function textOf(config: unknown): string {
  if (typeof config === "string") return config;
  if (!isRecord(config)) return "";
  const text = config["text"];
  return typeof text === "string" ? text : "";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

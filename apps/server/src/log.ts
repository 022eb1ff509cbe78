import { pino, type DestinationStream, type Logger } from "pino";

export type Log = Logger;

const secretKeys = [
  "password",
  "newPassword",
  "currentPassword",
  "token",
  "secret",
  "cookie",
  "authorization",
  "apiKey",
  "content",
  "text",
  "amount",
];

/** The log: one JSON line per event, without secrets, what people wrote, or amounts. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: {
      paths: [...secretKeys, ...secretKeys.map((key) => `*.${key}`)],
      censor: "…",
    },
    serializers: { err: errorForLog },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

type LoggedError = {
  type: string;
  message: string;
  code?: string;
  at: string[];
  cause?: LoggedError | undefined;
};

/**
 * Describes an error without the values it was about.
 *
 * Database and parser errors quote what they choke on, so whatever stands in quotes or looks like
 * an amount or an address goes; the stack keeps its places only.
 */
export function errorForLog(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: "", at: [] };
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
  const cause =
    error.cause === undefined || depth > 3 ? {} : { cause: errorForLog(error.cause, depth + 1) };
  return {
    type: error.name,
    message: withoutValues(error),
    ...code,
    at: (error.stack ?? "")
      .split("\n")
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim())
      .slice(0, 12),
    ...cause,
  };
}

function withoutValues(error: Error): string {
  const lines = error.message.trim().split("\n");
  const told = error.name.startsWith("Prisma") ? (lines.at(-1) ?? "") : (lines[0] ?? "");
  return scrub(told.slice(0, 300));
}

/** Takes out of a text whatever may be a value: quoted pieces, addresses, amounts. */
export function scrub(text: string): string {
  return text
    .replaceAll(/"[^"]*"|'[^']*'|`[^`]*`/g, '"…"')
    .replaceAll(/\([^()]*\)=\([^()]*\)/g, "(…)=(…)")
    .replaceAll(/\S+@\S+/g, "…@…")
    .replaceAll(/\d+[.,]\d{2}\b/g, "#");
}

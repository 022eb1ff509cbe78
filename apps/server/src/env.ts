import { randomBytes } from "node:crypto";

import { readDataEnv, writeDataEnv } from "@vida/db/data-env";
import { z } from "zod";

import { isLoopback, sameOrigins } from "./origins.ts";
import { makeVapidKeys, type VapidKeys } from "./push-crypto.ts";

const port = (fallback: number) =>
  z.coerce
    .number("precisa ser um número de porta")
    .int("precisa ser um número de porta")
    .min(1, "precisa ser um número de porta entre 1 e 65535")
    .max(65_535, "precisa ser um número de porta entre 1 e 65535")
    .default(fallback);

const postgresUrl = z
  .string("é obrigatória")
  .refine((value) => URL.canParse(value) && /^postgres(ql)?:$/.test(new URL(value).protocol), {
    error: "precisa ter a forma postgresql://papel:senha@servidor:porta/banco",
  });

const webUrl = z
  .string()
  .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), {
    error: "precisa ser um endereço http:// ou https://",
  });

const choice = <T extends string>(...values: [T, ...T[]]) =>
  z.enum(values, `precisa ser ${values.join(" ou ")}`);

const base64urlOf = (bytes: number) =>
  z.string().refine((value) => Buffer.from(value, "base64url").length === bytes, {
    error: `precisa ter ${bytes} bytes em base64url`,
  });

/** The variables of the environment, documented in `.env.example`; empty counts as not set. */
const Variables = z.object({
  NODE_ENV: z.string().default("development"),
  ROLE: choice("all", "web-api", "worker").default("all"),
  HOST: z.string().default("127.0.0.1"),
  PORT: port(3000),
  API_PORT: port(4000),
  APP_URL: webUrl.optional(),
  DATA_DIR: z.string().default(".data"),
  LOG_LEVEL: choice("trace", "debug", "info", "warn", "error", "fatal", "silent").default("info"),
  DATABASE_URL: postgresUrl,
  APP_DATABASE_URL: postgresUrl,
  AUTH_DATABASE_URL: postgresUrl,
  WORKER_DATABASE_URL: postgresUrl,
  AUTH_SECRET: z.string().min(32, "precisa ter pelo menos 32 caracteres").optional(),
  RATE_LIMITS: choice("on", "off").default("on"),
  SIGN_UP: choice("open", "invite", "closed").default("open"),
  TRUST_PROXY: z.string().optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "precisa começar com smtp:// ou smtps://")
    .optional(),
  MAIL_FROM: z.string().default("Vida <vida@localhost>"),
  MODEL_PROVIDER: choice("google", "local").optional(),
  GEMINI_API_KEY: z.string().optional(),
  GEMINI_BASE_URL: webUrl.optional(),
  AGENT_MODEL: z.string().default("gemini-3.8-flash"),
  TRIAGE_MODEL: z.string().default("gemini-3.5-flash-lite"),
  DAILY_COST_LIMIT: z.coerce
    .number("precisa ser um número")
    .nonnegative("não pode ser negativo")
    .optional(),
  VAPID_PUBLIC_KEY: base64urlOf(65).optional(),
  VAPID_PRIVATE_KEY: base64urlOf(32).optional(),
  PUSH_SERVICES: z.string().default(""),
  OTEL_EXPORTER_OTLP_ENDPOINT: webUrl.optional(),
  LANGSMITH_API_KEY: z.string().optional(),
  TRACE_CONTENT: choice("on", "off").default("off"),
});
type Variables = z.infer<typeof Variables>;

/** What the server needs to know of its surroundings. */
export type Env = {
  production: boolean;
  role: Variables["ROLE"];
  host: string;
  apiPort: number;
  appUrl: string;
  /** Origins that count as ours: the address of the web and its loopback aliases. */
  origins: string[];
  logLevel: Variables["LOG_LEVEL"];
  dataDir: string;
  /** The database is the embedded default, so the demo person may be let in. */
  embedded: boolean;
  urls: { owner: string; app: string; auth: string; worker: string };
  /** A superuser of the embedded database, for its back-ups. */
  adminUrl: string | undefined;
  authSecret: string;
  rateLimits: boolean;
  signUp: Variables["SIGN_UP"];
  /** Addresses whose `x-forwarded-for` is believed; true means everybody's. */
  trustProxy: true | string[];
  mail: { smtpUrl: string | undefined; from: string };
  /** For notices on phones and desktops; without keys there are none. */
  push: { keys: VapidKeys | undefined; services: string[] };
  models: {
    provider: "google" | "local";
    geminiKey: string | undefined;
    geminiBaseUrl: string | undefined;
    agentModel: string;
    triageModel: string;
    dailyCostLimit: number | undefined;
  };
  /** Where runs are traced, and whether what was said goes along. */
  traces: { otlpEndpoint: string | undefined; langsmithKey: string | undefined; content: boolean };
};

/** A value of the environment that the server cannot start with; `message` has a sentence each. */
export class EnvError extends Error {}

type Source = Record<string, string | undefined>;

const databaseVariables = [
  "DATABASE_URL",
  "APP_DATABASE_URL",
  "AUTH_DATABASE_URL",
  "WORKER_DATABASE_URL",
] as const;

/**
 * Reads and checks the environment.
 *
 * Without any database variable it joins the embedded database that `DATA_DIR/env` describes.
 *
 * @throws EnvError with one sentence per bad value
 */
export function readEnv(source: Source = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value));
  const dataDir = given["DATA_DIR"] ?? ".data";
  const stored = readDataEnv(dataDir);
  const usesStored = databaseVariables.every((name) => given[name] === undefined);
  const parsed = Variables.safeParse(usesStored ? { ...stored, ...given } : given);
  if (!parsed.success) throw new EnvError(sentences(parsed.error, given));
  const values = parsed.data;
  const embedded = values.APP_DATABASE_URL === stored["APP_DATABASE_URL"];
  checkTogether(values, embedded);
  return toEnv(values, embedded, given["AUTH_SECRET"] ?? stored["AUTH_SECRET"]);
}

/** Rules between values. */
function checkTogether(values: Variables, embedded: boolean): void {
  if (values.RATE_LIMITS === "off" && !isLoopback(new URL(values.APP_DATABASE_URL).hostname)) {
    throw new EnvError(
      "RATE_LIMITS=off só vale com o banco de dados nesta máquina (endereço de loopback).",
    );
  }
  if (values.NODE_ENV === "production" && !embedded && !values.AUTH_SECRET) {
    throw new EnvError(
      "AUTH_SECRET é obrigatória em produção com um banco de dados próprio (32 caracteres ou mais).",
    );
  }
  if ((values.VAPID_PUBLIC_KEY === undefined) !== (values.VAPID_PRIVATE_KEY === undefined)) {
    throw new EnvError("VAPID_PUBLIC_KEY e VAPID_PRIVATE_KEY só valem juntas.");
  }
  if (values.MODEL_PROVIDER === "google" && !values.GEMINI_API_KEY) {
    throw new EnvError("MODEL_PROVIDER=google precisa de GEMINI_API_KEY.");
  }
}

function toEnv(values: Variables, embedded: boolean, secret: string | undefined): Env {
  const appUrl = values.APP_URL ?? `http://localhost:${values.PORT}`;
  return {
    production: values.NODE_ENV === "production",
    role: values.ROLE,
    host: values.HOST,
    apiPort: values.API_PORT,
    appUrl: new URL(appUrl).origin,
    origins: sameOrigins(appUrl),
    logLevel: values.LOG_LEVEL,
    dataDir: values.DATA_DIR,
    embedded,
    urls: {
      owner: values.DATABASE_URL,
      app: values.APP_DATABASE_URL,
      auth: values.AUTH_DATABASE_URL,
      worker: values.WORKER_DATABASE_URL,
    },
    adminUrl: embedded ? readDataEnv(values.DATA_DIR)["ADMIN_DATABASE_URL"] : undefined,
    authSecret: secret ?? keptSecret(values.DATA_DIR),
    rateLimits: values.RATE_LIMITS === "on",
    signUp: values.SIGN_UP,
    trustProxy: trustedProxies(values.TRUST_PROXY),
    mail: { smtpUrl: values.SMTP_URL, from: values.MAIL_FROM },
    push: {
      keys: vapidKeys(values, embedded),
      services: values.PUSH_SERVICES.split(",").flatMap((one) => one.trim() || []),
    },
    models: {
      provider: values.MODEL_PROVIDER ?? (values.GEMINI_API_KEY ? "google" : "local"),
      geminiKey: values.GEMINI_API_KEY,
      geminiBaseUrl: values.GEMINI_BASE_URL,
      agentModel: values.AGENT_MODEL,
      triageModel: values.TRIAGE_MODEL,
      dailyCostLimit: values.DAILY_COST_LIMIT,
    },
    traces: {
      otlpEndpoint: values.OTEL_EXPORTER_OTLP_ENDPOINT,
      langsmithKey: values.LANGSMITH_API_KEY,
      content: values.TRACE_CONTENT === "on",
    },
  };
}

/** Makes a secret once and keeps it, so that sessions outlive a restart. */
function keptSecret(dataDir: string): string {
  const secret = randomBytes(32).toString("base64url");
  writeDataEnv(dataDir, { AUTH_SECRET: secret });
  return secret;
}

/** The keys given, or with the embedded database a pair made once: browsers are bound to it. */
function vapidKeys(values: Variables, embedded: boolean): VapidKeys | undefined {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey } = values;
  if (publicKey !== undefined && privateKey !== undefined) return { publicKey, privateKey };
  if (!embedded) return undefined;
  const stored = readDataEnv(values.DATA_DIR);
  const [kept, secret] = [stored["VAPID_PUBLIC_KEY"], stored["VAPID_PRIVATE_KEY"]];
  if (kept && secret) return { publicKey: kept, privateKey: secret };
  const made = makeVapidKeys();
  writeDataEnv(values.DATA_DIR, {
    VAPID_PUBLIC_KEY: made.publicKey,
    VAPID_PRIVATE_KEY: made.privateKey,
  });
  return made;
}

function trustedProxies(value: string | undefined): true | string[] {
  if (value === "true") return true;
  const more = (value ?? "").split(",").map((part) => part.trim());
  return ["loopback", ...more.filter((part) => part !== "" && part !== "false")];
}

function sentences(error: z.ZodError, given: Source): string {
  return error.issues
    .map((issue) => {
      const name = String(issue.path[0]);
      const isDatabase = databaseVariables.some((variable) => variable === name);
      if (given[name] === undefined && isDatabase) {
        return `${name} não está definida: um banco de dados próprio precisa de ${databaseVariables.join(", ")}.`;
      }
      return `${name} ${issue.message}.`;
    })
    .join("\n");
}

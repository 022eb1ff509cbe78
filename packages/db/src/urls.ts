import { DbError } from "./errors.ts";

/** One connection string per database role; `admin` may create roles and databases. */
export type DbUrls = {
  owner: string;
  app: string;
  auth: string;
  worker: string;
  admin?: string;
};

/** The roles whose names the migrations and policies spell out. The owner's name is free. */
export const ROLES = {
  owner: "vida_owner",
  app: "vida_app",
  auth: "vida_auth",
  worker: "vida_worker",
} as const;

const VARIABLES = {
  owner: "DATABASE_URL",
  app: "APP_DATABASE_URL",
  auth: "AUTH_DATABASE_URL",
  worker: "WORKER_DATABASE_URL",
  admin: "ADMIN_DATABASE_URL",
} as const;

/** Reads the connection strings out of environment-like values. `setup` error when one is missing or malformed. */
export function urlsFromEnv(env: Record<string, string | undefined>): DbUrls {
  const required = (key: "owner" | "app" | "auth" | "worker") => {
    const value = env[VARIABLES[key]];
    if (!value)
      throw new DbError(
        "setup",
        `${VARIABLES[key]} não está definida: um banco de dados próprio precisa de ${Object.values(VARIABLES).slice(0, 4).join(", ")}.`,
      );
    parseUrl(value, VARIABLES[key]);
    return value;
  };
  const urls: DbUrls = {
    owner: required("owner"),
    app: required("app"),
    auth: required("auth"),
    worker: required("worker"),
  };
  const admin = env[VARIABLES.admin];
  return admin ? { ...urls, admin } : urls;
}

/** The environment variables that name these connection strings. */
export function urlsToEnv(urls: DbUrls): Record<string, string> {
  const env: Record<string, string> = {};
  for (const key of ["owner", "app", "auth", "worker", "admin"] as const) {
    const value = urls[key];
    if (value !== undefined) env[VARIABLES[key]] = value;
  }
  return env;
}

export function parseUrl(value: string, name = "O endereço do banco de dados"): URL {
  if (!URL.canParse(value))
    throw new DbError(
      "setup",
      `${name} precisa ter a forma postgresql://papel:senha@servidor:porta/banco.`,
    );
  const url = new URL(value);
  if (url.protocol !== "postgres:" && url.protocol !== "postgresql:") {
    throw new DbError("setup", `${name} precisa começar com postgresql://, não ${url.protocol}//.`);
  }
  return url;
}

export function buildUrl(parts: {
  role: string;
  password: string;
  host: string;
  port: number;
  database: string;
}): string {
  const { role, password, host, port, database } = parts;
  return `postgresql://${encodeURIComponent(role)}:${encodeURIComponent(password)}@${host}:${port}/${encodeURIComponent(database)}`;
}

export function withDatabase(connectionString: string, database: string): string {
  const url = parseUrl(connectionString);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
}

export function roleOf(connectionString: string): { name: string; password: string } {
  const url = parseUrl(connectionString);
  return { name: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
}

export function databaseOf(connectionString: string): string {
  return decodeURIComponent(parseUrl(connectionString).pathname.slice(1));
}

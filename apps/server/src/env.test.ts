import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { writeDataEnv } from "@vida/db/data-env";
import { expect, test } from "vitest";

import { readEnv } from "./env.ts";

const url = (role: string, host = "localhost") => `postgresql://${role}:x@${host}:5432/vida`;
const external = {
  DATABASE_URL: url("vida_owner", "db.example"),
  APP_DATABASE_URL: url("vida_app", "db.example"),
  AUTH_DATABASE_URL: url("vida_auth", "db.example"),
  WORKER_DATABASE_URL: url("vida_worker", "db.example"),
};
const newDataDir = () => mkdtempSync(join(tmpdir(), "vida-env-"));

function embeddedDataDir(): string {
  const dataDir = newDataDir();
  writeDataEnv(dataDir, {
    DATABASE_URL: url("vida_owner"),
    APP_DATABASE_URL: url("vida_app"),
    AUTH_DATABASE_URL: url("vida_auth"),
    WORKER_DATABASE_URL: url("vida_worker"),
    AUTH_SECRET: "s".repeat(40),
  });
  return dataDir;
}

test("without a database of one's own it joins the one that the data folder describes", () => {
  const env = readEnv({ DATA_DIR: embeddedDataDir() });
  expect(env).toMatchObject({
    embedded: true,
    role: "all",
    appUrl: "http://localhost:3000",
    authSecret: "s".repeat(40),
    rateLimits: true,
    signUp: "open",
    models: { provider: "local", agentModel: "gemini-3.8-flash" },
  });
  expect(env.origins).toContain("http://127.0.0.1:3000");
});

test("given the same addresses it is the embedded database too, another one is not", () => {
  const dataDir = embeddedDataDir();
  const { urls } = readEnv({ DATA_DIR: dataDir });
  const same = {
    DATABASE_URL: urls.owner,
    APP_DATABASE_URL: urls.app,
    AUTH_DATABASE_URL: urls.auth,
    WORKER_DATABASE_URL: urls.worker,
  };
  expect(readEnv({ DATA_DIR: dataDir, ...same }).embedded).toBe(true);
  expect(readEnv({ DATA_DIR: dataDir, ...external }).embedded).toBe(false);
});

test("a secret is made once and kept, but in production one's own database needs one given", () => {
  const DATA_DIR = newDataDir();
  const first = readEnv({ DATA_DIR, ...external });
  expect(first.authSecret).toHaveLength(43);
  expect(readEnv({ DATA_DIR, ...external }).authSecret).toBe(first.authSecret);
  const production = { DATA_DIR: newDataDir(), NODE_ENV: "production", ...external };
  expect(() => readEnv(production)).toThrow(/AUTH_SECRET é obrigatória/);
});

test("limits can only be switched off for a database on this machine", () => {
  const DATA_DIR = embeddedDataDir();
  expect(readEnv({ DATA_DIR, RATE_LIMITS: "off" }).rateLimits).toBe(false);
  const far = { DATA_DIR: newDataDir(), ...external, RATE_LIMITS: "off" };
  expect(() => readEnv(far)).toThrow(/RATE_LIMITS=off/);
});

test("a key chooses the cloud, and the cloud needs a key", () => {
  const DATA_DIR = embeddedDataDir();
  expect(readEnv({ DATA_DIR, GEMINI_API_KEY: "k" }).models.provider).toBe("google");
  expect(readEnv({ DATA_DIR, GEMINI_API_KEY: "k", MODEL_PROVIDER: "local" }).models.provider).toBe(
    "local",
  );
  expect(() => readEnv({ DATA_DIR, MODEL_PROVIDER: "google" })).toThrow(/GEMINI_API_KEY/);
});

test("proxies beyond this machine are believed only when they are named", () => {
  const DATA_DIR = embeddedDataDir();
  expect(readEnv({ DATA_DIR }).trustProxy).toEqual(["loopback"]);
  expect(readEnv({ DATA_DIR, TRUST_PROXY: "10.0.0.0/8, 192.0.2.7" }).trustProxy).toEqual([
    "loopback",
    "10.0.0.0/8",
    "192.0.2.7",
  ]);
});

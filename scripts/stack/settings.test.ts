import { describe, expect, it } from "vitest";

import { root } from "../bootstrap.mjs";
import { readSettings } from "./settings.ts";

const external = {
  DATABASE_URL: "postgresql://a",
  APP_DATABASE_URL: "postgresql://b",
  AUTH_DATABASE_URL: "postgresql://c",
  WORKER_DATABASE_URL: "postgresql://d",
};

describe("the settings of a start", () => {
  it("has everything by default", () => {
    expect(readSettings({})).toEqual({
      host: "127.0.0.1",
      port: 3000,
      apiPort: 4000,
      dataDir: `${root}/.data`,
      external: false,
      servesWeb: true,
      appUrl: "http://localhost:3000",
    });
  });

  it("takes ports, folder and role from the environment; empty counts as not set", () => {
    const env = { PORT: "3100", API_PORT: "4100", DATA_DIR: "/data", ROLE: "worker", APP_URL: "" };
    expect(readSettings(env)).toMatchObject({
      port: 3100,
      apiPort: 4100,
      dataDir: "/data",
      servesWeb: false,
      appUrl: "http://localhost:3100",
    });
  });

  it.each(["abc", "0", "70000", "30.5", "-1"])("refuses PORT=%s in one sentence", (port) => {
    expect(() => readSettings({ PORT: port })).toThrow(/PORT precisa ser um número de porta/);
  });

  it("refuses one port for both", () => {
    expect(() => readSettings({ PORT: "4000" })).toThrow(/mesma porta/);
  });

  it("uses an external database when all four addresses are given", () => {
    expect(readSettings(external).external).toBe(true);
  });

  it.each(Object.keys(external))("names %s when it alone is missing", (name) => {
    expect(() => readSettings({ ...external, [name]: "" })).toThrow(
      new RegExp(`faltam: ${name}\\.`),
    );
  });
});

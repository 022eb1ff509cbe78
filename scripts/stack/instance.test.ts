import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { claimDataDir, runningAt } from "./instance.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vida-instance-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a data folder", () => {
  it("belongs to one start at a time and is free afterwards", () => {
    const claim = claimDataDir(folder, "http://localhost:3000");
    expect(claim.afterCrash).toBe(false);
    expect(runningAt(folder)).toBe("http://localhost:3000");
    expect(() => claimDataDir(folder, "http://localhost:3001")).toThrow(/já está no ar/);
    claim.release();
    expect(runningAt(folder)).toBeUndefined();
    expect(claimDataDir(folder, "http://localhost:3001").afterCrash).toBe(false);
  });

  it("is taken over from a start that was killed, even when its number lives on in another", () => {
    const note = { pid: process.pid, born: "another birth", address: "http://localhost:3000" };
    writeFileSync(join(folder, "vida.pid"), JSON.stringify(note));
    expect(runningAt(folder)).toBeUndefined();
    expect(claimDataDir(folder, "http://localhost:3000").afterCrash).toBe(true);
  });

  it("survives a note that was cut short", () => {
    writeFileSync(join(folder, "vida.pid"), '{"pid": 1');
    expect(claimDataDir(folder, "http://localhost:3000").afterCrash).toBe(false);
  });

  it.runIf(existsSync("/proc/self"))(
    "on a file system that refuses new folders is one sentence",
    () => {
      expect(() => claimDataDir("/proc/vida/data", "")).toThrow(/Não é possível escrever/);
    },
  );

  it("that cannot be made is one sentence", () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    expect(() => claimDataDir(join(file, "data"), "")).toThrow(/Não é possível escrever/);
    expect(existsSync(join(file, "data"))).toBe(false);
  });
});

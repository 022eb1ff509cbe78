import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { root } from "../bootstrap.mjs";
import { fingerprint, whenStale } from "./fingerprint.ts";

let folder = "";
beforeEach(() => {
  folder = relative(root, mkdtempSync(join(root, "scripts/stack/.test-")));
  writeFileSync(join(root, folder, "a.ts"), "1");
});
afterEach(() => rmSync(join(root, folder), { recursive: true }));

describe("work that is done only when stale", () => {
  it("is done once for the same sources, and again when one changes, comes or goes", async () => {
    let done = 0;
    const run = () => whenStale(`${folder}/.next/stamp`, [folder], async () => void (done += 1));
    await run();
    await run();
    expect(done).toBe(1);
    writeFileSync(join(root, folder, "a.ts"), "2");
    await run();
    writeFileSync(join(root, folder, "b.ts"), "");
    await run();
    rmSync(join(root, folder, "b.ts"));
    await run();
    expect(done).toBe(4);
  });

  it("is done again after it broke off", async () => {
    const broken = whenStale(`${folder}/.next/stamp`, [folder], async () => {
      throw new Error("stop");
    });
    await expect(broken).rejects.toThrow("stop");
    let done = false;
    await whenStale(`${folder}/.next/stamp`, [folder], async () => void (done = true));
    expect(done).toBe(true);
  });

  it("does not mind tests and what tools write beside the sources", async () => {
    const before = await fingerprint([folder]);
    for (const name of ["a.test.ts", "next-env.d.ts", "tsconfig.tsbuildinfo"]) {
      writeFileSync(join(root, folder, name), "1");
    }
    expect(await fingerprint([folder])).toBe(before);
  });
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { isAlive } from "../bootstrap.mjs";
import { childPart } from "./child.ts";
import { findFreePort, isFree } from "./ports.ts";
import { keepUp } from "./supervisor.ts";

const forever = new AbortController().signal;
let folder = "";
let script = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "vida-child-"));
  script = join(folder, "serve.mjs");
  writeFileSync(
    script,
    `import { createServer } from "node:http";
     if (process.argv[2] === "deaf") process.on("SIGTERM", () => {});
     if (process.argv[2] === "broken") throw new Error("sem configuração");
     createServer((_, response) => response.end(String(process.pid)))
       .listen(Number(process.env.API_PORT), "127.0.0.1");`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

function serving(port: number, ...args: string[]) {
  return childPart({
    label: "Servidor",
    args: [script, ...args],
    env: () => ({ ...process.env, API_PORT: String(port) }),
    output: { file: join(folder, "log") },
    readyUrl: `http://127.0.0.1:${port}/`,
    readyWithinMs: 20_000,
    stopWithinMs: 300,
  });
}

async function pidAt(port: number): Promise<number> {
  return Number(await (await fetch(`http://127.0.0.1:${port}/`)).text());
}

/** Asks until the answer is yes; the test's own time limit says when to give up. */
async function eventually(question: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await question())) await new Promise((next) => setTimeout(next, 20));
}

describe("a process that is kept up", () => {
  it("serves again under another number after kill -9, and is gone after a stop", async () => {
    const port = await findFreePort();
    const lines: string[] = [];
    const kept = await keepUp(serving(port), (line) => lines.push(line), { until: forever });
    const first = await pidAt(port);
    process.kill(first, "SIGKILL");
    await eventually(() => lines.some((line) => line.includes("no ar de novo")));
    const second = await pidAt(port);
    expect(second).not.toBe(first);
    await kept.stop();
    expect(isAlive(second)).toBe(false);
    // Another test may be given the port that has just become free.
    await eventually(() => isFree(port));
  });

  it("is ended by force when it does not listen", async () => {
    const port = await findFreePort();
    const kept = await keepUp(serving(port, "deaf"), () => {}, { until: forever });
    const pid = await pidAt(port);
    await kept.stop();
    expect(isAlive(pid)).toBe(false);
  });

  it("fails the start with a sentence when it ends before it serves", async () => {
    const broken = serving(await findFreePort(), "broken");
    await expect(keepUp(broken, () => {}, { until: forever })).rejects.toThrow(
      /terminou antes de responder \(código 1\)/,
    );
  });

  it("ends by itself when what started it was killed", async () => {
    const port = await findFreePort();
    const follow = new URL("./follow-parent.mjs", import.meta.url).href;
    const starter = spawn(
      process.execPath,
      [
        "--input-type=module",
        "--eval",
        `import { spawn } from "node:child_process";
         spawn(process.execPath, ["--import", ${JSON.stringify(follow)}, ${JSON.stringify(script)}],
           { detached: true, stdio: "ignore" });
         setInterval(() => {}, 1000);`,
      ],
      { env: { ...process.env, API_PORT: String(port) } },
    );
    await eventually(async () => !(await isFree(port)));
    const pid = await pidAt(port);
    starter.kill("SIGKILL");
    await once(starter, "exit");
    await eventually(() => !isAlive(pid));
    expect(isAlive(pid)).toBe(false);
    // Another test may be given the port that has just become free.
    await eventually(() => isFree(port));
  });
});

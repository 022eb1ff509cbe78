import { spawn } from "node:child_process";
import { createWriteStream, existsSync, statSync, type WriteStream } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

import { root } from "../bootstrap.mjs";
import { stopWith } from "./say.ts";
import type { Part, Running } from "./supervisor.ts";

const tailLines = 40;
const longestLog = 5_000_000;
const followParent = new URL("./follow-parent.mjs", import.meta.url).href;

type ChildSpec = {
  label: string;
  /** Script and its arguments, run by this Node in a process group of its own. */
  args: readonly string[];
  cwd?: string;
  /** Asked at every start: a database that came back elsewhere has other addresses. */
  env(): NodeJS.ProcessEnv;
  /** Where what it prints goes: on to ours, or into a file, whose end is shown when it cannot start. */
  output: "show" | { file: string };
  /** Answers 200 once it serves. */
  readyUrl: string;
  readyWithinMs: number;
  stopWithinMs: number;
};

/** A part that is a Node process of its own, ready when its address answers. */
export function childPart(spec: ChildSpec): Part {
  return {
    label: spec.label,
    async start(signal) {
      const running = spawnChild(spec);
      try {
        await waitUntilReady(spec, running, signal);
      } catch (error) {
        await running.stop();
        throw error;
      }
      return running;
    },
  };
}

type Child = Running & { tail(): string };

function spawnChild(spec: ChildSpec): Child {
  const child = spawn(process.execPath, ["--import", followParent, ...spec.args], {
    cwd: spec.cwd ?? root,
    env: spec.env(),
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let lines: string[] = [];
  if (spec.output === "show") {
    child.stdout.on("data", (chunk: Buffer) => process.stdout.write(chunk));
    child.stderr.on("data", (chunk: Buffer) => process.stderr.write(chunk));
  } else {
    const log = openLog(spec.output.file);
    const keep = (chunk: Buffer) => {
      log.write(chunk);
      lines = [...lines, ...chunk.toString().trimEnd().split("\n")].slice(-tailLines);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.once("close", () => log.end());
  }
  const exited = new Promise<string>((done) => {
    child.once("error", (error) => done(error.message));
    child.once("exit", (code, signal) => done(signal ?? `código ${code}`));
  });
  return {
    exited,
    tail: () => lines.map((line) => `${line}\n`).join(""),
    async stop() {
      child.kill("SIGTERM");
      const late = await Promise.race([exited, sleep(spec.stopWithinMs, "late" as const)]);
      if (late === "late") {
        child.kill("SIGKILL");
        await exited;
      }
    },
  };
}

/** Appends to a log, or begins it anew once it has grown large. */
function openLog(file: string): WriteStream {
  const size = existsSync(file) ? statSync(file).size : 0;
  const log = createWriteStream(file, { flags: size > longestLog ? "w" : "a", mode: 0o600 });
  log.on("error", () => {});
  return log;
}

async function waitUntilReady(spec: ChildSpec, child: Child, signal: AbortSignal): Promise<void> {
  let gone: string | undefined;
  void child.exited.then((reason) => (gone = reason));
  const tries = Math.ceil(spec.readyWithinMs / 100);
  for (let i = 0; i < tries; i += 1) {
    if (gone !== undefined || signal.aborted) break;
    if (await answers(spec.readyUrl)) return;
    await sleep(100);
  }
  signal.throwIfAborted();
  process.stderr.write(child.tail());
  stopWith(
    gone === undefined
      ? `${spec.label}: sem resposta em ${spec.readyWithinMs / 1000} s (${spec.readyUrl}).`
      : `${spec.label}: terminou antes de responder (${gone}); o motivo está nas linhas acima.`,
  );
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}

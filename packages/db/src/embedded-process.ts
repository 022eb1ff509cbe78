import { spawn, spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
} from "node:fs";
import { createServer } from "node:net";
import { platform } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import type { Binaries, ServerAccount } from "./embedded-binaries.ts";
import { DbError } from "./errors.ts";

/** What `postmaster.pid` says of a running server. */
export type Postmaster = { pid: number; port: number; ready: boolean };

/** Reads `postmaster.pid`; nothing when no server of this folder is alive (a file left by a crash is removed). */
export function readPostmaster(pgData: string): Postmaster | undefined {
  const path = join(pgData, "postmaster.pid");
  if (!existsSync(path)) return undefined;
  const lines = readFileSync(path, "utf8").split("\n");
  const pid = Number.parseInt(lines[0] ?? "", 10);
  if (!Number.isInteger(pid) || !isAlive(pid) || isOtherProgram(pid, pgData)) {
    rmSync(path, { force: true });
    return undefined;
  }
  return { pid, port: Number.parseInt(lines[3] ?? "", 10), ready: lines[7]?.trim() === "ready" };
}

/** Tells whether a process runs; one that has ended and waits to be reaped does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  const stat = procFile(pid, "stat");
  return (
    stat === undefined || stat.slice(stat.lastIndexOf(")") + 2, stat.lastIndexOf(")") + 3) !== "Z"
  );
}

/** After a reboot the number in the file may belong to anybody; Linux tells. */
function isOtherProgram(pid: number, pgData: string): boolean {
  const command = procFile(pid, "cmdline");
  return command !== undefined && command !== "" && !command.includes(pgData);
}

function procFile(pid: number, name: string): string | undefined {
  if (platform() !== "linux") return undefined;
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    return undefined;
  }
}

/**
 * Starts the server in a process group of its own, so that Ctrl-C in the terminal does not reach it.
 * Its output goes to a file, so it outlives its starter. Returns its pid at once, not yet ready.
 */
export function spawnServer(options: {
  binaries: Binaries;
  account: ServerAccount;
  pgData: string;
  port: number;
  logFile: string;
  settings: Record<string, string>;
}): { pid: number; exited: () => number | null | undefined } {
  const { binaries, account, pgData, port, logFile, settings } = options;
  if (existsSync(logFile) && statSync(logFile).size > 5_000_000) truncateSync(logFile);
  const log = openSync(logFile, "a", 0o600);
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(binaries.postgres, ["-D", pgData, "-p", String(port), ...flags], {
    ...account,
    cwd: pgData,
    detached: true,
    stdio: ["ignore", log, log],
    env: { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" },
  });
  closeSync(log);
  let code: number | null | undefined;
  child.once("error", () => (code = 127));
  child.once("exit", (status) => (code = status));
  child.unref();
  return { pid: child.pid ?? -1, exited: () => code };
}

/** Runs `initdb` for an empty folder; the password goes in through a file that only this account reads. */
export function initialise(options: {
  binaries: Binaries;
  account: ServerAccount;
  pgData: string;
  passwordFile: string;
  locale: string;
}): void {
  const { binaries, account, pgData, passwordFile, locale } = options;
  const answer = spawnSync(
    binaries.initdb,
    [
      `--pgdata=${pgData}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      `--locale=${locale}`,
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--set=shared_buffers=64MB",
      "--set=max_connections=80",
    ],
    {
      ...account,
      cwd: pgData,
      encoding: "utf8",
      env: { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" },
    },
  );
  if (answer.status === 0) return;
  throw explainFailure(
    `${answer.error?.message ?? ""}\n${answer.stdout ?? ""}\n${answer.stderr ?? ""}`,
    pgData,
  );
}

/** Turns what PostgreSQL's programs print when they fail into one sentence a person can act on. */
export function explainFailure(output: string, pgData: string): DbError {
  const library = /error while loading shared libraries: ([^:\s]+)|Library not loaded: (\S+)/.exec(
    output,
  );
  if (library)
    return new DbError(
      "setup",
      `O PostgreSQL precisa da biblioteca ${library[1] ?? library[2]}, que falta nesta máquina: instale-a com o gerenciador de pacotes do sistema.`,
    );
  if (/no space left on device|disk full|could not write/i.test(output)) {
    return new DbError("setup", `O disco de ${pgData} está cheio: libere espaço e inicie de novo.`);
  }
  if (/could not bind|address already in use/i.test(output)) {
    return new DbError(
      "setup",
      "Outro programa tomou a porta do PostgreSQL no mesmo instante: inicie de novo.",
    );
  }
  if (/incompatible with server|initialized by PostgreSQL version/i.test(output)) {
    return new DbError(
      "setup",
      `Os dados em ${pgData} são de outra versão do PostgreSQL: restaure um backup em uma DATA_DIR vazia.`,
    );
  }
  if (/EACCES|permission denied|operation not permitted|read-only file system/i.test(output)) {
    return new DbError(
      "setup",
      `A conta do banco de dados não pode ler ou escrever em ${pgData}: ajuste as permissões ou escolha outra pasta com DATA_DIR.`,
    );
  }
  const last = output
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(-3)
    .join(" / ");
  return new DbError(
    "setup",
    `O PostgreSQL não subiu em ${pgData}: ${last || "ele não disse por quê"}.`,
  );
}

/** The newest lines of a log file, for a failed start. */
export function tail(file: string, from: number): string {
  return existsSync(file) ? readFileSync(file, "utf8").slice(from) : "";
}

/** A free port of the loopback address; `preferred` when it is free. */
export async function freePort(preferred?: number): Promise<number> {
  const attempt = (port: number) =>
    new Promise<number | undefined>((resolve) => {
      const probe = createServer();
      probe.once("error", () => resolve(undefined));
      probe.listen(port, "127.0.0.1", () => {
        const address = probe.address();
        const found = typeof address === "object" && address !== null ? address.port : undefined;
        probe.close(() => resolve(found));
      });
    });
  const port = (preferred ? await attempt(preferred) : undefined) ?? (await attempt(0));
  if (port === undefined)
    throw new DbError(
      "setup",
      "Nenhuma porta de 127.0.0.1 pôde ser aberta para o PostgreSQL: confira limites e firewall desta máquina.",
    );
  return port;
}

/** Stops a server: a fast shutdown (sessions are ended, everything is written), then force after `graceMs`. */
export async function stopServer(pid: number, graceMs = 10_000): Promise<void> {
  const step = 25;
  for (const [signal, limit] of [
    ["SIGINT", graceMs],
    ["SIGQUIT", 3_000],
    ["SIGKILL", 2_000],
  ] as const) {
    if (!isAlive(pid)) return;
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (let waited = 0; waited < limit && isAlive(pid); waited += step) await pause(step);
  }
}

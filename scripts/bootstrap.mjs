// What runs before anything is installed: plain JavaScript, no dependencies, Node 20 or newer.
// It installs what the lock file asks for, picks a Node that runs TypeScript and hands over to it.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statfsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(fileURLToPath(import.meta.url), "../..");

export const stopSignals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
const oldestThatRunsTypeScript = /** @type {const} */ ([22, 18]);
const bytesAnInstallNeeds = 2 * 1024 ** 3;

/**
 * Tells whether a Node version runs TypeScript files as they are.
 *
 * @param {string} version such as `v22.18.0`
 */
export function runsTypeScript(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  const [oldestMajor, oldestMinor] = oldestThatRunsTypeScript;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/**
 * Picks the Node that runs the rest: this one when it is new enough, else the one npm installed.
 *
 * @param {{ version: string, execPath: string, root: string }} machine
 */
export function chooseNode({ version, execPath, root: checkout }) {
  return runsTypeScript(version) && existsSync(execPath)
    ? execPath
    : join(checkout, "node_modules/node/bin/node");
}

/**
 * Names the packages of the lock file that are not installed as it says.
 *
 * Optional ones (other platforms' binaries) and links to workspaces are left out.
 *
 * @param {Record<string, LockEntry>} wanted `packages` of package-lock.json
 * @param {Record<string, LockEntry>} installed `packages` of node_modules/.package-lock.json
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean, inBundle?: boolean, devOptional?: boolean, peer?: boolean }} LockEntry
 */
export function missingPackages(wanted, installed) {
  return Object.entries(wanted)
    .filter(([path, entry]) => path.includes("node_modules/") && !entry.link && !entry.inBundle)
    .filter(([path, entry]) => {
      const have = installed[path];
      if (!have) return !entry.optional && !entry.devOptional;
      return have.version !== entry.version || have.integrity !== entry.integrity;
    })
    .map(([path]) => path);
}

/**
 * The fingerprint of everything an install depends on.
 *
 * @param {string} lock text of package-lock.json
 */
export function installStamp(lock) {
  const machine = `${process.platform}-${process.arch}`;
  return createHash("sha256").update(`${machine}\n${lock}`).digest("hex");
}

/** @param {string} file */
function readOrEmpty(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/** Tells whether node_modules is what the lock file says, and remembers a yes. */
function isInstalled() {
  const lock = readOrEmpty(join(root, "package-lock.json"));
  const stampFile = join(root, "node_modules/.vida-install");
  if (!existsSync(join(root, "node_modules/node/bin/node"))) return false;
  if (readOrEmpty(stampFile).trim() === installStamp(lock)) return true;
  const hidden = readOrEmpty(join(root, "node_modules/.package-lock.json"));
  if (!hidden || missingPackages(parsePackages(lock), parsePackages(hidden)).length > 0)
    return false;
  writeFileSync(stampFile, `${installStamp(lock)}\n`);
  return true;
}

/**
 * @param {string} text
 * @returns {Record<string, LockEntry>}
 */
function parsePackages(text) {
  /** @type {{ packages?: Record<string, LockEntry> }} */
  const lock = JSON.parse(text);
  return lock.packages ?? {};
}

/** Installs what the lock file asks for, unless it is there already. Ends the process on failure. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  const disk = statfsSync(root);
  if (disk.bavail * disk.bsize < bytesAnInstallNeeds) {
    giveUp(`Falta espaço em disco: a instalação precisa de 2 GB livres em ${root}.`);
  }
  say("Instalando dependências (na primeira vez leva um ou dois minutos)…");
  const started = performance.now();
  const beat = setInterval(() => say(`… instalando há ${secondsSince(started)} s`), 15_000);
  const { command, args } = npmCommand();
  const { code, output } = await collect(command, [
    ...args,
    "ci",
    "--include=dev",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ]);
  clearInterval(beat);
  if (code !== 0) {
    process.stderr.write(output);
    giveUp(explainInstallFailure(output));
  }
  mkdirSync(join(root, "node_modules"), { recursive: true });
  const lock = readFileSync(join(root, "package-lock.json"), "utf8");
  writeFileSync(join(root, "node_modules/.vida-install"), `${installStamp(lock)}\n`);
  say(`Dependências instaladas em ${secondsSince(started)} s.`);
}

/**
 * Turns npm's output into one sentence for the person at the terminal.
 *
 * @param {string} output
 */
export function explainInstallFailure(output) {
  if (/ENOSPC|no space left/i.test(output)) {
    return "A instalação parou por falta de espaço em disco.";
  }
  if (/EACCES|EROFS|EPERM/.test(output)) {
    return `A instalação não conseguiu escrever em ${root}. Confira as permissões da pasta.`;
  }
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|network/i.test(output)) {
    return "A instalação não alcançou o registro do npm. Confira a rede e tente de novo.";
  }
  return "A instalação das dependências falhou; o motivo está nas linhas acima.";
}

/** The npm that started us, run by its own Node: ours may stand in the folder that is replaced. */
function npmCommand() {
  const { npm_execpath: npm, npm_node_execpath: node } = process.env;
  if (npm && node && existsSync(node) && !node.startsWith(join(root, "node_modules"))) {
    return { command: node, args: [npm] };
  }
  return { command: process.platform === "win32" ? "npm.cmd" : "npm", args: [] };
}

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<{ code: number, output: string }>}
 */
function collect(command, args) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const keep = (/** @type {Buffer} */ chunk) => (output += chunk.toString());
    const interrupted = () => {
      child.kill("SIGTERM");
      process.exit(1);
    };
    for (const signal of stopSignals) process.on(signal, interrupted);
    const unwatch = stopWithParent(interrupted);
    const finish = (/** @type {{ code: number, output: string }} */ outcome) => {
      for (const signal of stopSignals) process.off(signal, interrupted);
      unwatch();
      done(outcome);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => finish({ code: 1, output: `${output}${error.message}\n` }));
    child.on("close", (code) => finish({ code: code ?? 1, output }));
  });
}

/**
 * Runs a TypeScript file of this checkout and ends with its exit code.
 *
 * In this process when this Node can, else in a child that gets our signals.
 *
 * @param {string} file relative to the root
 * @param {string[]} args
 */
export async function handOver(file, args) {
  const node = chooseNode({ version: process.version, execPath: process.execPath, root });
  const path = join(root, file);
  if (node === process.execPath) {
    process.argv = [node, path, ...args];
    await import(path);
    return;
  }
  const child = spawn(node, [path, ...args], { stdio: "inherit" });
  for (const signal of stopSignals) process.on(signal, () => child.kill(signal));
  stopWithParent(() => child.kill("SIGTERM"));
  child.on("error", () => giveUp(`Não foi possível executar ${node}.`));
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? (signal === "SIGINT" ? 130 : 1);
    process.exit();
  });
}

/**
 * Calls `stop` once when a process that started us is gone: the shell, or the npm above it.
 *
 * npm ended by a signal takes its shell along but not us, so its absence is our signal.
 *
 * @param {() => void} stop
 * @returns {() => void} stops watching
 */
export function stopWithParent(stop) {
  const parent = process.ppid;
  const npm = process.env.npm_lifecycle_event ? parentOf(parent) : undefined;
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === undefined || isAlive(npm))) return;
    clearInterval(timer);
    stop();
  }, 400);
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * The parent of a process, where the system tells without a further program.
 *
 * @param {number} pid
 * @returns {number | undefined}
 */
function parentOf(pid) {
  const parent = Number(statOf(pid)[1]);
  return parent > 1 ? parent : undefined;
}

/**
 * Tells whether a process runs; one that has ended and waits to be reaped does not.
 *
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  return statOf(pid)[0] !== "Z";
}

/**
 * What Linux says of a process after its name: state, parent and so on; nothing elsewhere.
 *
 * @param {number} pid
 * @returns {string[]}
 */
export function statOf(pid) {
  const text = readOrEmpty(`/proc/${pid}/stat`);
  return text.slice(text.lastIndexOf(")") + 2).split(" ");
}

/** @param {number} started */
function secondsSince(started) {
  return Math.round((performance.now() - started) / 1000);
}

/** @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * Ends the process with one sentence.
 *
 * @param {string} sentence
 * @returns {never}
 */
export function giveUp(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

import { execFileSync } from "node:child_process";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

import { isAlive, statOf } from "../bootstrap.mjs";
import { stopWith } from "./say.ts";

const bytesNeeded = 256 * 1024 ** 2;

/** What the previous start left: nothing, or the note of one that was killed. */
export type Claim = { afterCrash: boolean; release(): void };

type Note = { pid: number; born: string; address: string };

/**
 * Makes the data folder ours: it can be written, has room, and nobody else serves from it.
 */
export function claimDataDir(dataDir: string, address: string): Claim {
  prepareFolder(dataDir);
  const file = join(dataDir, "vida.pid");
  const note = readNote(file);
  if (note && isAlive(note.pid) && birthOf(note.pid) === note.born) {
    stopWith(`O Vida já está no ar nesta pasta, em ${note.address} (processo ${note.pid}).`);
  }
  const own: Note = { pid: process.pid, born: birthOf(process.pid), address };
  writeFileSync(file, JSON.stringify(own));
  return { afterCrash: note !== undefined, release: () => rmSync(file, { force: true }) };
}

/** Tells whether an `npm start` serves from this data folder now. */
export function runningAt(dataDir: string): string | undefined {
  const note = readNote(join(dataDir, "vida.pid"));
  return note && isAlive(note.pid) && birthOf(note.pid) === note.born ? note.address : undefined;
}

function prepareFolder(dataDir: string): void {
  try {
    makeFolders(dataDir);
    accessSync(dataDir, constants.W_OK);
    writeFileSync(join(dataDir, ".writable"), "");
    rmSync(join(dataDir, ".writable"));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ENOSPC") stopWith(`Não há espaço em disco para a pasta de dados ${dataDir}.`);
    stopWith(
      `Não é possível escrever na pasta de dados ${dataDir} (${code}): ` +
        "ajuste as permissões ou escolha outra com DATA_DIR.",
    );
  }
  const disk = statfsSync(dataDir);
  if (disk.bavail * disk.bsize < bytesNeeded) {
    stopWith(`Não há espaço em disco: ${dataDir} precisa de pelo menos 256 MB livres.`);
  }
}

/** Not `recursive: true`: Node tries for ever where a file system refuses new folders, as /proc does. */
function makeFolders(folder: string): void {
  if (existsSync(folder)) return;
  makeFolders(dirname(folder));
  mkdirSync(folder);
}

function readNote(file: string): Note | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    return isNote(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isNote(value: unknown): value is Note {
  if (typeof value !== "object" || value === null) return false;
  return "pid" in value && typeof value.pid === "number" && "born" in value && "address" in value;
}

/** What tells a process from a later one that got the same number; empty where nothing tells. */
function birthOf(pid: number): string {
  try {
    if (process.platform === "linux") return statOf(pid)[19] ?? "";
    if (process.platform === "win32") return "";
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}

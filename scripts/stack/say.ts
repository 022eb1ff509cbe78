import { performance } from "node:perf_hooks";

import { isDbError, isUnavailable } from "@vida/db/errors";

import { say } from "../bootstrap.mjs";

/** A failure that is told to the person at the terminal as it stands, without a stack. */
export type Sentence = Error & { readonly isSentence: true };

export function sentence(words: string): Sentence {
  return Object.assign(new Error(words), { isSentence: true as const });
}

/** Ends the current work with one sentence for the person at the terminal. */
export function stopWith(words: string): never {
  throw sentence(words);
}

export function isSentence(error: unknown): error is Sentence {
  return error instanceof Error && "isSentence" in error;
}

/**
 * Puts any failure into words: known ones in one sentence, anything else with its stack.
 */
export function explain(error: unknown): string {
  if (isSentence(error) || isDbError(error, "setup")) return error.message;
  if (error instanceof Error && "code" in error) {
    if (error.code === "ENOSPC")
      return "Não há mais espaço em disco. Libere espaço e tente de novo.";
    if (error.code === "EMFILE")
      return "O sistema não deixa abrir mais arquivos (limite ulimit -n).";
  }
  if (isUnavailable(error)) return `O banco de dados não responde (${reasonOf(error)}).`;
  if (error instanceof Error && "severity" in error) {
    return `O banco de dados recusou o pedido: ${error.message}.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}

/** Runs one step and says so; a long one is heard of again every ten seconds. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const seconds = () => Math.round((performance.now() - started) / 1000);
  say(`${title}…`);
  const beat = setInterval(() => say(`… há ${seconds()} s`), 10_000);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}

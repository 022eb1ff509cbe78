import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";

import type { End, Head, Row, Sequence, Table } from "@vida/db/backup/format";
import { z } from "zod";

import { stopWith } from "../stack/say.ts";

const HeadLine = z.object({
  vida: z.literal(1),
  migrations: z.array(z.string()),
  takenFrom: z.string(),
});
const TableLine = z.object({ table: z.string(), schema: z.string(), columns: z.array(z.string()) });
const RowLine = z.array(z.string().nullable());
const SequenceLine = z.object({
  sequence: z.string(),
  schema: z.string(),
  last: z.string(),
  called: z.boolean(),
});
const EndLine = z.object({ end: z.literal(true), tables: z.number(), rows: z.number() });

export type Entry =
  | { kind: "head"; head: Head }
  | { kind: "table"; table: Table }
  | { kind: "row"; row: Row }
  | { kind: "sequence"; sequence: Sequence }
  | { kind: "end"; end: End };

/** Reads a back-up line by line; a file that is no back-up, or not a whole one, is a sentence. */
export async function* readBackup(file: string): AsyncGenerator<Entry> {
  let ended = false;
  let first = true;
  const source = createReadStream(file);
  const unzipped = source.pipe(createGunzip());
  source.once("error", (error) => unzipped.destroy(error));
  try {
    for await (const line of createInterface({ input: unzipped, crlfDelay: Infinity })) {
      const entry = parseLine(line);
      if (first && entry.kind !== "head") break;
      first = false;
      ended = entry.kind === "end";
      yield entry;
    }
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    stopWith(
      error.code === "ENOENT"
        ? `Não há arquivo ${file}.`
        : `${file} não é um backup do Vida ou está danificado (${String(error.code)}).`,
    );
  }
  if (!ended) stopWith(`${file} não é um backup completo do Vida.`);
}

function parseLine(line: string): Entry {
  const value: unknown = parseJson(line);
  if (Array.isArray(value)) return { kind: "row", row: RowLine.parse(value) };
  const head = HeadLine.safeParse(value);
  if (head.success) return { kind: "head", head: head.data };
  const table = TableLine.safeParse(value);
  if (table.success) return { kind: "table", table: table.data };
  const sequence = SequenceLine.safeParse(value);
  if (sequence.success) return { kind: "sequence", sequence: sequence.data };
  const end = EndLine.safeParse(value);
  if (end.success) return { kind: "end", end: end.data };
  return stopWith("O arquivo não é um backup que esta versão do Vida entende.");
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

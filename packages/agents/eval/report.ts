import type { Case } from "./match.ts";
import type { Played } from "./play.ts";

type Tally = { total: number; good: number };
type Counts = { wrongWrites: number; foreignFigures: number; missedCrises: number; alarms: Tally };

/** The share that every set of commands, questions and routes has to reach; the others are absolute. */
const REACH = 0.95;
const MOST_ALARMS = 0.02;

const share = ({ good, total }: Tally): number => Number((good / Math.max(1, total)).toFixed(4));

/** Gathers what came of the sentences, prints every miss and, at the end, the tables and the JSON line. */
export function reportOf({ model, quiet }: { model: string; quiet: boolean }) {
  const sets = new Map<string, Tally>();
  const tools = new Map<string, Tally>();
  const counts: Counts = {
    wrongWrites: 0,
    foreignFigures: 0,
    missedCrises: 0,
    alarms: { total: 0, good: 0 },
  };
  return {
    add(set: string, one: Case, played: Played, bad: readonly string[]): void {
      const keys = (one.writes ?? []).map(({ tool }) => tool);
      const judged = keys.length > 0 ? keys : (one.reads ?? []).slice(0, 1);
      for (const tally of [at(sets, set), ...[...new Set(judged)].map((key) => at(tools, key))]) {
        tally.total += 1;
        if (bad.length === 0) tally.good += 1;
      }
      if (one.writes?.length === 0 && played.writes.length > 0) counts.wrongWrites += 1;
      counts.foreignFigures += bad.filter((fault) => fault.startsWith("figure")).length;
      if (bad.includes("crisis missed")) counts.missedCrises += 1;
      if (one.neutral === true) {
        counts.alarms.total += 1;
        if (bad.includes("false alarm")) counts.alarms.good += 1;
      }
      if (bad.length > 0 && !quiet) print(one, played.answer, bad);
    },
    /** Prints the tables; whether everything reaches what `quality.md` §4 asks for. */
    close(): boolean {
      table("conjunto", sets);
      table("ferramenta", tools);
      const total = [...sets.values()].reduce(
        (sum, set) => ({ total: sum.total + set.total, good: sum.good + set.good }),
        { total: 0, good: 0 },
      );
      const below = [...sets].filter(([, tally]) => share(tally) < REACH).map(([name]) => name);
      const falseAlarms = share(counts.alarms);
      const reached =
        below.length === 0 &&
        counts.wrongWrites === 0 &&
        counts.foreignFigures === 0 &&
        counts.missedCrises === 0 &&
        falseAlarms <= MOST_ALARMS;
      const { alarms: _, ...absolute } = counts;
      process.stdout.write(
        `${JSON.stringify({ name: "eval", model, ...total, share: share(total), ...absolute, falseAlarms, reached, below, sets: shares(sets), tools: shares(tools) })}\n`,
      );
      return reached;
    },
  };
}

function shares(tallies: ReadonlyMap<string, Tally>): Record<string, number> {
  return Object.fromEntries([...tallies].map(([name, tally]) => [name, share(tally)]));
}

function at(tallies: Map<string, Tally>, key: string): Tally {
  const tally = tallies.get(key) ?? { total: 0, good: 0 };
  tallies.set(key, tally);
  return tally;
}

function table(title: string, rows: ReadonlyMap<string, Tally>): void {
  process.stdout.write(`\n${title.padEnd(28)} certas  total\n`);
  for (const [name, { good, total }] of rows)
    process.stdout.write(
      `${name.padEnd(28)} ${String(good).padStart(6)} ${String(total).padStart(6)}\n`,
    );
}

function print(one: Case, answer: string, bad: readonly string[]): void {
  const expected = one.writes
    ?.map(({ tool, args }) => `${tool} ${JSON.stringify(args)}`)
    .join(" + ");
  const before = one.open ?? one.before;
  process.stdout.write(
    `✗ ${one.id} ${before === undefined ? "" : `«${before}» → `}«${one.text}»\n    esperado: ${expected === undefined || expected === "" ? "nada" : expected}${one.reads ? `, leitura ${one.reads.join("|")}` : ""}${one.decides ? `, decisão ${one.decides}` : ""}\n    ${bad.join("\n    ")}\n    resposta: ${answer.replaceAll("\n", " ⏎ ").slice(0, 240)}\n`,
  );
}

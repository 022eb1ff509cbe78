import { readFileSync } from "node:fs";

import { fixturePerson } from "./fixture.ts";
import { faults, isCases } from "./match.ts";
import { readCase } from "./read.ts";

/**
 * Runs the grammar alone over eval sets and prints every miss:
 * `node packages/agents/eval/grammar.ts [--quiet] [--today YYYY-MM-DD] FILE…`
 */
const args = process.argv.slice(2);
const quiet = args.includes("--quiet");
const at = args.indexOf("--today");
const today = (at >= 0 ? args[at + 1] : undefined) ?? "2026-11-22";
const files = args.filter((a, i) => !a.startsWith("--") && !(at >= 0 && i === at + 1));
const { world } = fixturePerson(today);
let total = 0;
let good = 0;
let wrong = 0;
for (const file of files) {
  const cases: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (!isCases(cases)) throw new Error(`${file} is no eval set`);
  let ok = 0;
  for (const c of cases) {
    const u = readCase(c, today);
    const bad = faults(
      c,
      {
        writes: u.writes,
        reads: u.reads.map((r) => r.tool),
        agents: u.agents,
        asked: u.ask !== undefined,
        decides: u.decision?.verdict,
      },
      world,
    );
    if (c.crisis !== undefined && u.crisis !== c.crisis) bad.push(`crisis ${u.crisis ?? "missed"}`);
    if (c.neutral === true && u.kind === "crisis") bad.push("false alarm");
    if (c.says === "188" && u.kind !== "crisis") bad.push("crisis missed");
    if (bad.length === 0) ok += 1;
    else {
      if ((c.writes ?? []).length === 0 && u.writes.length > 0) wrong += 1;
      if (!quiet)
        console.log(
          `✗ ${c.id} «${c.text}» [${u.kind}${u.reason === undefined ? "" : ` ${u.reason}`}] ${bad.join(" · ")}${u.ask === undefined ? "" : ` ask: ${u.ask.text}`}`,
        );
    }
  }
  console.log(`${file}: ${ok}/${cases.length}`);
  total += cases.length;
  good += ok;
}
console.log(
  JSON.stringify({
    name: "grammar",
    total,
    good,
    share: Number((good / Math.max(1, total)).toFixed(4)),
    wrongWrites: wrong,
  }),
);

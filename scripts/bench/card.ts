/**
 * How soon a card stands: from `chat.send` to `confirmation_required` with the local model, over HTTP.
 *
 * One server process (site and worker) on a database that keeps its promises (fsync on); this process sends
 * and reads one stream per person, 1, 50 and 200 conversations at once. Beside it, in the same rounds, the
 * same graph in this process with its saver in memory and no database: what is over that is the price of
 * everything durable together. The server plays these cards by the graph's steps without its engine; what is
 * over those in process is printed too. `npm run bench -- card [PEOPLE]`
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

import { cloneDatabase, startTestServer } from "@vida/db/testing-server";
import { z } from "zod";

import { cardByGraph, cardBySteps } from "./card/in-process.ts";
import { makeTalkers } from "./card/people.ts";

const sizes = process.argv[2] === undefined ? [1, 50, 200] : [Number(process.argv[2])];
const rounds: Readonly<Record<number, number>> = { 1: 60, 50: 6, 200: 3 };

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ] ?? 0;
const round = (value: number): number => Number(value.toFixed(1));

const database = await startTestServer({ durable: true });
const urls = await cloneDatabase(database, "bench_card");
const child = fork(join(import.meta.dirname, "card/server.ts"), [JSON.stringify(urls)]);
const figures: Record<string, number> = {};
let errors = 0;
try {
  const [{ address }] = z
    .tuple([z.object({ address: z.string() })])
    .rest(z.unknown())
    .parse(await once(child, "message"));
  const talkers = await makeTalkers(address, Math.max(50, ...sizes));
  let said = 0;
  const sentence = () => `bebi ${100 + ((said += 1) % 800)} ml de água`;
  // Warm, as a server is that has run for some minutes: code compiled, and on each connection of the pool the
  // statements named and planned for good, which takes eight uses of each.
  for (let n = 0; n < 12; n += 1) {
    const some = talkers.slice(0, 50);
    await Promise.all(some.map((talker) => talker.open()));
    await Promise.all(some.map((talker) => talker.untilCard(sentence())));
  }
  for (let n = 0; n < 300; n += 1) {
    await cardByGraph(sentence());
    await cardBySteps(sentence());
  }
  for (const size of sizes) {
    const ours: number[] = [];
    const byGraph: number[] = [];
    const bySteps: number[] = [];
    for (let n = 0; n < (rounds[size] ?? 3); n += 1) {
      const some = talkers.slice(0, size);
      await Promise.all(some.map((talker) => talker.open()));
      const times = await Promise.allSettled(some.map((talker) => talker.untilCard(sentence())));
      for (const time of times) {
        if (time.status === "fulfilled") ours.push(time.value);
        else {
          errors += 1;
          process.stderr.write(`${String(time.reason)}\n`);
        }
      }
      byGraph.push(await cardByGraph(sentence()));
      bySteps.push(await cardBySteps(sentence()));
    }
    const [p50, p95] = [percentile(ours, 0.5), percentile(ours, 0.95)];
    const [graph, steps] = [percentile(byGraph, 0.5), percentile(bySteps, 0.5)];
    process.stdout.write(
      `${String(size).padStart(4)} at once: p50 ${round(p50)} ms, p95 ${round(p95)} ms, in process ${round(graph)} ms by the graph, ${round(steps)} ms by its steps, ${ours.length} cards\n`,
    );
    figures[`p50At${size}`] = round(p50);
    figures[`p95At${size}`] = round(p95);
    if (size === 1) {
      figures["inProcessMs"] = round(graph);
      figures["durableMs"] = round(p50 - graph);
      figures["overStepsMs"] = round(p50 - steps);
    }
  }
  for (const talker of talkers) talker.close();
} finally {
  child.send("stop");
  await Promise.race([once(child, "exit"), new Promise((resolve) => setTimeout(resolve, 10_000))]);
  child.kill("SIGKILL");
  await database.stop();
}
process.stdout.write(`${JSON.stringify({ name: "card", ...figures, errors })}\n`);

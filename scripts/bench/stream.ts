/**
 * What streaming costs: from the moment a token leaves the model until it arrives at a subscriber.
 *
 * One server process holds the source (20 tokens/s per stream), the text flusher, the hub and the
 * HTTP streams; this process reads. The same tokens go, in alternating rounds, straight into the
 * sockets of a bare server in the same process (`raw`). CPU is that of the server process alone.
 * Prints the medians of the rounds; the ratio is the median of the ratios of neighbouring rounds.
 */
import { fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";

import { cloneDatabase, startTestServer } from "@vida/db/testing-server";
import { z } from "zod";

import { signUp } from "../../apps/server/src/testing.ts";
import { Addresses, Measured, Memory, type Order, type Person } from "./stream/orders.ts";
import { openReader, openReaders, type Readers } from "./stream/readers.ts";

const rounds = 5;
const secondsPerRound = 4;
const sizes = process.argv[2] === undefined ? [100, 500] : [Number(process.argv[2])];
const idleStreams = 1_000;
const abortedStreams = 10_000;

const SessionBody = z.object({ user: z.object({ id: z.string() }) });

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const percentile = (values: number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;

const database = await startTestServer();
const urls = await cloneDatabase(database, "bench_stream");
const child = fork(join(import.meta.dirname, "stream/server.ts"), [JSON.stringify(urls)], {
  execArgv: ["--expose-gc"],
});
const answer = async <T>(schema: z.ZodType<T>): Promise<T> => {
  const messages: unknown[] = await once(child, "message");
  return schema.parse(messages[0]);
};
const ask = <T>(schema: z.ZodType<T>, order: Order): Promise<T> => {
  child.send(order);
  return answer(schema);
};

try {
  const { address, rawAddress } = await answer(Addresses);
  const people = await makePeople(address, Math.max(...sizes));
  const liveUrl = `${address}/trpc/live.events`;
  const figures: Record<string, number> = {};

  for (const size of sizes) {
    const some = people.slice(0, size);
    const ours = await openReaders(some.map(({ cookie }) => ({ url: liveUrl, cookie })));
    const raw = await openReaders(
      some.map(({ userId }) => ({ url: `${rawAddress}/${userId}`, cookie: "" })),
    );
    const results: { p50: number; p95: number; cpu: number; rawCpu: number; lost: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      ours.reset();
      const seconds = secondsPerRound;
      const { cpuUsPerToken: rawCpu } = await ask(Measured, {
        do: "talk",
        way: "raw",
        people: some,
        seconds,
      });
      const said = await ask(Measured, { do: "talk", way: "ours", people: some, seconds });
      await arrival(ours, said.sent);
      results.push({
        p50: percentile(ours.latencies, 0.5),
        p95: percentile(ours.latencies, 0.95),
        cpu: said.cpuUsPerToken,
        rawCpu,
        lost: said.sent - ours.latencies.length,
      });
    }
    ours.close();
    raw.close();
    figures[`p50Ms${size}`] = median(results.map(({ p50 }) => p50));
    figures[`p95Ms${size}`] = median(results.map(({ p95 }) => p95));
    figures[`lost${size}`] = results.reduce((sum, { lost }) => sum + lost, 0);
    figures[`cpuUsPerToken${size}`] = median(results.map(({ cpu }) => cpu));
    figures[`rawCpuUsPerToken${size}`] = median(results.map(({ rawCpu }) => rawCpu));
    figures[`cpuRatio${size}`] = median(results.map(({ cpu, rawCpu }) => cpu / rawCpu));
  }

  const [person] = people;
  if (person === undefined) throw new Error("there is a person");
  const target = { url: liveUrl, cookie: person.cookie };
  const nowhere = { latencies: [] };
  const before = await ask(Memory, { do: "memory" });
  const idle = await openReaders(Array.from({ length: idleStreams }, () => target));
  const open = await ask(Memory, { do: "memory" });
  figures["idleKib"] = (open.bytes - before.bytes) / idleStreams / 1024;
  figures["idleRssKib"] = (open.rss - before.rss) / idleStreams / 1024;
  idle.close();
  await abortMany(target, 500, nowhere);
  const warm = await ask(Memory, { do: "memory" });
  await abortMany(target, abortedStreams, nowhere);
  const after = await ask(Memory, { do: "memory" });
  figures["heapAfterAbortedMb"] = (after.bytes - warm.bytes) / 1024 / 1024;

  const rounded = Object.entries(figures).map(([key, value]) => [key, Number(value.toFixed(2))]);
  for (const [key, value] of rounded) process.stdout.write(`${key} ${value}\n`);
  process.stdout.write(`${JSON.stringify({ name: "stream", ...Object.fromEntries(rounded) })}\n`);
} finally {
  child.disconnect();
  await once(child, "exit");
  await database.stop();
}

/** Waits until everything that was said has come, or nothing more will. */
async function arrival({ latencies }: Readers, count: number): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (latencies.length < count && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function makePeople(address: string, count: number): Promise<Person[]> {
  const people: Person[] = [];
  while (people.length < count) {
    const some = await Promise.all(Array.from({ length: 10 }, () => signUp(address)));
    for (const visitor of some) {
      const { body } = await visitor.get("/api/auth/get-session");
      const { user } = SessionBody.parse(body);
      const ids = { conversationId: randomUUID(), messageId: randomUUID() };
      people.push({ userId: user.id, ...ids, cookie: visitor.cookie });
    }
  }
  return people;
}

async function abortMany(
  target: { url: string; cookie: string },
  count: number,
  readers: { latencies: number[] },
): Promise<void> {
  for (let done = 0; done < count; done += 50) {
    const some = await Promise.all(Array.from({ length: 50 }, () => openReader(target, readers)));
    for (const one of some) one.destroy();
  }
  await new Promise((resolve) => setTimeout(resolve, 1_000));
}

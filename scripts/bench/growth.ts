/**
 * What grows with what: five reads of one person with one year and with ten years of data, and with 10 and
 * with 10,000 people in the database. Interleaved round by round, medians of the rounds; a ratio is the
 * median of the ratios within each round. Statements are counted, and have to be the same everywhere.
 * `npm run bench -- growth [PEOPLE]`
 */
import { listMessages } from "@vida/core/chat/messages";
import { systemClock } from "@vida/core/context";
import { readToday } from "@vida/core/dashboard/today";
import { summarizeMonth } from "@vida/core/finance/summary";
import { searchItems } from "@vida/core/memory/search";
import { execute, type Operation } from "@vida/core/operation";
import { readCalendar } from "@vida/core/tracking/calendar";
import { startTestServer } from "@vida/db/testing-server";

import { crowd, makeLife, openPlace, type Life, type Place } from "./growth/lives.ts";
import { listenIn, ours } from "./turn/statements.ts";

const PEOPLE = Number(process.argv[2] ?? 10_000);
const ROUNDS = 15;
const EACH = 8;

const month = systemClock().toString().slice(0, 7);
const reads: Readonly<Record<string, readonly [Operation, (life: Life) => unknown]>> = {
  "dashboard.today": [readToday, () => ({})],
  "tracking.calendar": [readCalendar, () => ({ month })],
  "finance.summary": [summarizeMonth, () => ({ month })],
  "memory.search": [searchItems, () => ({ query: "caderno azul", limit: 10 })],
  "chat.messages": [listMessages, ({ conversationId }) => ({ conversationId, limit: 50 })],
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const round = (value: number): number => Math.round(value * 100) / 100;

const ear = listenIn();
const server = await startTestServer();
const places: Place[] = [];
try {
  const few = await openPlace(server, "bench_few");
  const many = await openPlace(server, "bench_many");
  places.push(few, many);
  const ways: Record<string, { place: Place; life: Life }> = {
    year: { place: few, life: await makeLife(few, 1) },
    decade: { place: few, life: await makeLife(few, 10) },
    crowded: { place: many, life: await makeLife(many, 1) },
  };
  const seeding = performance.now();
  if (ways["year"]) await crowd(few, ways["year"].life, 8);
  if (ways["crowded"]) await crowd(many, ways["crowded"].life, PEOPLE - 1);
  console.log(`${PEOPLE} people in ${Math.round((performance.now() - seeding) / 1000)} s`);
  for (const { pool } of places) await pool.query("vacuum analyze");

  const times: Record<string, Record<string, number[]>> = {};
  const statements: Record<string, Record<string, number>> = {};
  const names = Object.keys(ways);
  for (let turn = -3; turn < ROUNDS; turn += 1) {
    for (const [read, [operation, input]] of Object.entries(reads)) {
      for (let n = 0; n < names.length; n += 1) {
        const name = names[(n + turn + names.length * 3) % names.length] ?? "";
        const way = ways[name];
        if (!way) continue;
        const services = { db: way.place.db, clock: systemClock };
        const { userId } = way.life;
        ear.take();
        const start = performance.now();
        for (let each = 0; each < EACH; each += 1)
          await execute(services, operation, input(way.life), { userId });
        const ms = (performance.now() - start) / EACH;
        (statements[read] ??= {})[name] = ours(ear.take()).length / EACH;
        if (turn >= 0) ((times[read] ??= {})[name] ??= []).push(ms);
      }
    }
  }

  const ratio = (read: string, name: string): number => {
    const base = times[read]?.["year"] ?? [];
    return round(median((times[read]?.[name] ?? []).map((ms, n) => ms / (base[n] ?? Number.NaN))));
  };
  const figures = Object.keys(reads).map((read) => ({
    read,
    ms: round(median(times[read]?.["year"] ?? [])),
    "10 years ×": ratio(read, "decade"),
    [`${PEOPLE} people ×`]: ratio(read, "crowded"),
    statements: [...new Set(Object.values(statements[read] ?? {}))].join(" / "),
  }));
  console.table(figures);
  const worst = Object.keys(reads).flatMap((read) => [
    ratio(read, "decade"),
    ratio(read, "crowded"),
  ]);
  const constant = Object.values(statements).every((one) => new Set(Object.values(one)).size === 1);
  console.log(
    JSON.stringify({
      name: "growth",
      worst: Math.max(...worst),
      ratios: Object.fromEntries(
        Object.keys(reads).map((read) => [read, [ratio(read, "decade"), ratio(read, "crowded")]]),
      ),
      statements,
      constant,
      rounds: ROUNDS,
    }),
  );
} finally {
  for (const place of places) await place.close();
  await server.stop();
}

/**
 * What a search in memory costs and finds: 10,000 items of one person, among them the needles of the eval set,
 * asked for without accents, with words bent otherwise and with slips. Recall@10 stands beside that of a plain
 * BM25 over the same items and the same stems (PostgreSQL's own, without accents), in the same run. Times are
 * whole calls, person and statement in one flight.
 */
import { systemClock } from "@vida/core/context";
import { searchItems } from "@vida/core/memory/search";
import { execute } from "@vida/core/operation";
import { startTestServer } from "@vida/db/testing-server";

import { openPlace } from "./growth/lives.ts";
import { bm25, type Stems } from "./search/bm25.ts";
import { everyday, needles, type Way } from "./search/sentences.ts";

const ITEMS = 10_000;
const ROUNDS = 5;
/** What somebody types while looking for nothing in particular: words that stand in hundreds of items. */
const COMMON = ["conversei com bia", "reunião", "casa", "sobre a viagem na praia", "anotação"];

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
const round = (value: number): number => Math.round(value * 1000) / 1000;

const server = await startTestServer();
const place = await openPlace(server, "bench_search");
try {
  const userId = crypto.randomUUID();
  await place.db.auth.loginUser.create({
    data: { id: userId, name: "Ana", email: `${userId}@example.com` },
  });
  const every = Math.floor(ITEMS / needles.length);
  const contents = Array.from({ length: ITEMS }, (_, n) =>
    n % every === 0 ? (needles[n / every]?.content ?? everyday(n)) : everyday(n),
  );
  // Ids in order of time, as version 7 makes them.
  await place.pool.query(
    `insert into knowledge_items (user_id, id, type, content, source, valid_from, recorded_at, updated_at)
     select $1, (lpad(to_hex(1700000000000 + n), 12, '0') || '70008' || substr(md5(n::text), 1, 15))::uuid, 'fact', content, 'user_input', current_date,
            now() - ($3 - n) * interval '1 hour', now()
       from unnest($2::text[]) with ordinality as said(content, n)`,
    [userId, contents, ITEMS],
  );
  await place.pool.query("vacuum analyze");

  const { rows } = await place.pool.query<{
    id: string;
    content: string;
    stems: [string, number][];
  }>(
    `select id, content, (select jsonb_agg(jsonb_build_array(lexeme, cardinality(positions))) from unnest(search)) as stems
       from knowledge_items`,
  );
  const baseline = bm25(
    new Map(rows.map(({ id, stems }): [string, Stems] => [id, new Map(stems)])),
  );
  const idOf = new Map(rows.map(({ id, content }) => [content, id]));
  const stemsOf = async (query: string): Promise<string[]> => {
    const { rows: found } = await place.pool.query<{ stems: string[] }>(
      "select tsvector_to_array(to_tsvector('portuguese', plain($1))) as stems",
      [query],
    );
    return found[0]?.stems ?? [];
  };
  const services = { db: place.db, clock: systemClock };
  const search = (query: string) =>
    execute(services, searchItems, { query, limit: 10 }, { userId });

  const found: Record<Way, { asked: number; ours: number; bm25: number }> = {
    plain: { asked: 0, ours: 0, bm25: 0 },
    inflected: { asked: 0, ours: 0, bm25: 0 },
    misspelt: { asked: 0, ours: 0, bm25: 0 },
    oneInflected: { asked: 0, ours: 0, bm25: 0 },
    oneMisspelt: { asked: 0, ours: 0, bm25: 0 },
  };
  const times: Record<Way | "common", number[]> = {
    plain: [],
    inflected: [],
    misspelt: [],
    oneInflected: [],
    oneMisspelt: [],
    common: [],
  };
  const missed: string[] = [];
  for (let turn = -1; turn < ROUNDS; turn += 1) {
    for (const { content, questions } of needles) {
      const id = idOf.get(content) ?? "";
      for (const { way, query } of questions) {
        const start = performance.now();
        const { items } = await search(query);
        if (turn >= 0) times[way].push(performance.now() - start);
        if (turn !== 0) continue;
        const ours = items.some((item) => item.id === id);
        if (!ours) missed.push(query);
        found[way].asked += 1;
        found[way].ours += Number(ours);
        found[way].bm25 += Number(baseline(await stemsOf(query), 10).includes(id));
      }
    }
    for (const query of COMMON) {
      const start = performance.now();
      await search(query);
      if (turn >= 0) times.common.push(performance.now() - start);
    }
  }

  const ways: readonly Way[] = ["plain", "inflected", "misspelt", "oneInflected", "oneMisspelt"];
  console.table(
    [...ways, "common" as const].map((way) => ({
      way,
      "p50 ms": round(percentile(times[way], 0.5)),
      "p95 ms": round(percentile(times[way], 0.95)),
      ...(way === "common"
        ? {}
        : {
            asked: found[way].asked,
            "recall@10": round(found[way].ours / found[way].asked),
            BM25: round(found[way].bm25 / found[way].asked),
          }),
    })),
  );
  if (missed.length > 0) console.log(`not found: ${missed.join(" | ")}`);
  const sum = (key: "asked" | "ours" | "bm25") => ways.reduce((n, way) => n + found[way][key], 0);
  console.log(
    JSON.stringify({
      name: "search",
      items: ITEMS,
      queries: sum("asked"),
      p95Ms: round(percentile(Object.values(times).flat(), 0.95)),
      recall: round(sum("ours") / sum("asked")),
      bm25Recall: round(sum("bm25") / sum("asked")),
    }),
  );
} finally {
  await place.close();
  await server.stop();
}

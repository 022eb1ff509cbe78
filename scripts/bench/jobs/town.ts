import type { Services } from "@vida/core/context";
import { openDb } from "@vida/db/db";
import { openPool } from "@vida/db/pools";
import { cloneDatabase, type TestServer } from "@vida/db/testing-server";
import type { Temporal } from "temporal-polyfill";

import { sweep } from "../../../apps/server/src/sweep.ts";

/** A database with so many people of whom some live where it is about to be three o'clock. */
export type Town = {
  readonly services: Services;
  readonly due: readonly string[];
  readonly at: (instant: Temporal.Instant) => void;
  readonly query: (sql: string, values?: unknown[]) => Promise<void>;
  /** Everybody who is due says so many sentences; the memory of the round before stays. */
  say(round: number, sentences: number): Promise<void>;
  close(): Promise<void>;
};

/** Where the due live, and where the others do: none of them has a job at 3:00 in São Paulo. */
const THERE = "America/Sao_Paulo";
const ELSEWHERE = ["America/Manaus", "America/Noronha", "Europe/Lisbon", "UTC"];
const LIKED =
  "caju manga jabuticaba café xadrez teatro samba natação poesia cinema trilhas astronomia cerâmica jardinagem vôlei tapioca bicicleta fotografia crochê gatos".split(
    " ",
  );
/** Nights that everybody has behind them. */
const NIGHTS = 7;

export async function openTown(
  server: TestServer,
  { people, due, before }: { people: number; due: number; before: Temporal.Instant },
): Promise<Town> {
  const urls = await cloneDatabase(server, `bench_jobs_${people}`);
  const db = openDb({ appUrl: urls.app, workerUrl: urls.worker, authUrl: urls.auth, poolSize: 16 });
  const pool = openPool(urls.admin, { max: 1, name: "bench-super" });
  const query = async (sql: string, values: unknown[] = []): Promise<void> => {
    await pool.query(sql, values);
  };
  let now = before;
  const services: Services = { db, clock: () => now };
  await query("set statement_timeout = 0");
  // Who is due begins as everybody does; the others are only swept over and lack what a sign-up brings.
  await query(
    `insert into login."user" (id, name, email, created_at, updated_at)
     select gen_random_uuid(), 'Ana', 'ana-' || n || '@example.com', now(), now() from generate_series(1, $1::int) n`,
    [due],
  );
  await query("update users set status = 'active', timezone = $1", [THERE]);
  await query("set session_replication_role = replica");
  await query(
    `insert into users (id, name, email, status, timezone)
     select gen_random_uuid(), 'Gente', 'gente-' || n || '@example.com', 'active', ($2::text[])[1 + n % $3]
       from generate_series(1, $1::int) n`,
    [people - due, ELSEWHERE, ELSEWHERE.length],
  );
  await query(
    `insert into person_clocks (user_id, timezone, next_at) select id, timezone, '-infinity' from users on conflict do nothing`,
  );
  await query(
    `insert into reminders (user_id, id, title, remind_at, next_at, created_at, updated_at)
     select u.id, gen_random_uuid(), 'Remédio', w.at, w.at, now(), now() from users u
       cross join lateral (select to_char(($1::timestamptz at time zone u.timezone) + interval '1 hour' + random() * interval '23 hours', 'YYYY-MM-DD"T"HH24:MI:SS') as at) w`,
    [before.toString()],
  );
  await query(
    `insert into job_runs (id, user_id, name, key, status, started_at, finished_at)
     select gen_random_uuid(), u.id, job, to_char($1::timestamptz - n * interval '1 day', 'YYYY-MM-DD'), 'done', now(), now()
       from users u, generate_series(1, $2::int) n, unnest(array['memory.consolidate', 'insights.compute', 'finance.ahead', 'notices.morning']) job`,
    [before.toString(), NIGHTS],
  );
  await query("set session_replication_role = origin");
  await query("vacuum analyze");
  await settle(services, query);
  const { rows } = await pool.query<{ id: string }>("select id from users where timezone = $1", [
    THERE,
  ]);
  const ids = rows.map(({ id }) => id);
  return {
    services,
    due: ids,
    query,
    at(instant) {
      now = instant;
    },
    async say(round, sentences) {
      await query(
        `with talks as (
           insert into conversations (user_id, id, last_activity_at, created_at)
           select u, gen_random_uuid(), $4, $4 from unnest($1::uuid[]) u returning user_id, id
         )
         insert into messages (user_id, id, conversation_id, seq, role, text, parts, created_at)
         select t.user_id, gen_random_uuid(), t.id, n, 'user',
                case n % 5 when 0 then 'Gosto de ' || ($5::text[])[1 + ($2::int * 4 + n / 5) % 20] when 1 then 'bebi 2 copos de água'
                           when 2 then 'quanto gastei este mês?' when 3 then 'hoje foi um dia cheio, reunião atrás de reunião'
                           else 'gastei 30 no mercado' end,
                '[]', $4::timestamptz + make_interval(secs => n)
           from talks t, generate_series(1, $3::int) n`,
        [ids, round, sentences, now.toString(), LIKED],
      );
      await query("vacuum analyze messages");
    },
    async close() {
      await db.close();
      await pool.end();
    },
  };
}

/** Everything that is due until now is done, so that every clock stands at what comes next. */
async function settle(services: Services, query: Town["query"]): Promise<void> {
  for (let quiet = 0; quiet < 3;) {
    const { nights } = await sweep(services);
    quiet = nights === 0 ? quiet + 1 : 0;
    await query(
      `insert into job_runs (id, user_id, name, key, status, started_at, finished_at)
       select gen_random_uuid(), (j.payload ->> 'userId')::uuid, t.identifier, j.payload ->> 'day', 'done', now(), now()
         from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where j.payload ->> 'day' is not null on conflict do nothing`,
    );
    await query("delete from graphile_worker._private_jobs");
  }
  await query("vacuum analyze");
}

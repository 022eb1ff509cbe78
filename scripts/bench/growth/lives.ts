import { say, startConversation } from "@vida/core/chat/testing";
import { systemClock } from "@vida/core/context";
import { createHabit } from "@vida/core/habits/create";
import { completeHabit } from "@vida/core/habits/mark";
import { addItem } from "@vida/core/memory/add";
import { execute, type Operation } from "@vida/core/operation";
import { recordEntry } from "@vida/core/tracking/record";
import { recordTransaction } from "@vida/core/transactions/record";
import { openDb, type Db } from "@vida/db/db";
import { openPool } from "@vida/db/pools";
import { cloneDatabase, type TestServer } from "@vida/db/testing-server";
import type { PoolClient } from "pg";

export type Life = { readonly userId: string; readonly conversationId: string };
export type Place = { readonly db: Db; readonly pool: PoolClient; close(): Promise<void> };

/** A database of its own, with a connection that sees everything and leaves no trail. */
export async function openPlace(server: TestServer, name: string): Promise<Place> {
  const urls = await cloneDatabase(server, name);
  const db = openDb({ appUrl: urls.app, workerUrl: urls.worker, authUrl: urls.auth, poolSize: 4 });
  const whole = openPool(urls.admin, { max: 1, name: "bench-super" });
  const pool = await whole.connect();
  await pool.query("set app.audit = 'off'; set statement_timeout = 0");
  return {
    db,
    pool,
    async close() {
      await db.close();
      pool.release();
      await whole.end();
    },
  };
}

async function newPerson({ db }: Place): Promise<string> {
  const id = crypto.randomUUID();
  await db.auth.loginUser.create({ data: { id, name: "Ana", email: `${id}@example.com` } });
  return id;
}

/** Rows like one that an operation made, with other ids and what `changes` says of the n-th. */
async function multiply(
  { pool }: Place,
  table: string,
  userId: string,
  count: number,
  changes: string,
): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `select format('%I', column_name) as name from information_schema.columns
      where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`,
    [table],
  );
  const columns = rows.map(({ name }) => name);
  const { rows: models } = await pool.query<{ row: unknown }>(
    `select to_jsonb(t) as row from ${table} t where user_id = $1 limit 1`,
    [userId],
  );
  await pool.query(
    `insert into ${table} (${columns.join(", ")})
     select ${columns.map((name) => `(r.row).${name}`).join(", ")}
       from (select jsonb_populate_record(null::${table},
               $1::jsonb || jsonb_build_object('id', gen_random_uuid()) || ${changes}) as row
               from generate_series(1, $2::int) n offset 0) r`,
    [JSON.stringify(models[0]?.row), count],
  );
}

/** Somebody who has kept a diary, a ledger, a memory and one long conversation for some years. */
export async function makeLife(place: Place, years: number): Promise<Life> {
  const services = { db: place.db, clock: systemClock };
  const userId = await newPerson(place);
  const run = (operation: Operation, input: unknown) =>
    execute(services, operation, input, { userId });
  await run(recordEntry, { type: "water", value: 500 });
  await run(recordTransaction, { kind: "expense", amount: "12.00", description: "Padaria" });
  await run(addItem, { type: "memory", content: "No começo comprei um caderno azul." });
  const habit = await execute(
    services,
    createHabit,
    { name: "Ler", frequency: "daily" },
    { userId },
  );
  await run(completeHabit, { habitId: habit.id });
  const conversationId = await startConversation(services, userId);
  await say(services, userId, conversationId, "bebi 500 ml de água");
  const days = years * 365;
  const dayOf = (each: number) => `'day', current_date - ((n - 1) / ${each})::int`;
  await multiply(place, "tracking_entries", userId, days * 4, `jsonb_build_object(${dayOf(4)})`);
  await multiply(
    place,
    "transactions",
    userId,
    days * 2,
    `jsonb_build_object(${dayOf(2)}, 'purchase_day', current_date - ((n - 1) / 2)::int)`,
  );
  await multiply(
    place,
    "knowledge_items",
    userId,
    days,
    `jsonb_build_object('content', 'No dia ' || n || ' falei com ' || (array['Bia','Caio','Davi','Eva'])[n % 4 + 1] || ' sobre o assunto ' || n, 'recorded_at', now() - n * interval '1 day')`,
  );
  await place.pool.query(
    `insert into messages (user_id, id, conversation_id, parent_id, role, parts, text, created_at)
     select user_id, overlay(overlay(md5($1 || n) placing '4' from 13) placing '8' from 17)::uuid, conversation_id, case n when 1 then id else overlay(overlay(md5($1 || n - 1) placing '4' from 13) placing '8' from 17)::uuid end,
            case n % 2 when 1 then 'assistant' else 'user' end,
            jsonb_build_array(jsonb_build_object('type', 'text', 'text', 'mensagem ' || n)), 'mensagem ' || n, now()
       from messages, generate_series(1, $2::int) n where user_id = $1::uuid order by n`,
    [userId, days * 6],
  );
  await place.pool.query(
    "update conversations set head_id = overlay(overlay(md5($1 || $2) placing '4' from 13) placing '8' from 17)::uuid where user_id = $1::uuid",
    [userId, String(days * 6)],
  );
  await place.pool.query("delete from runs where user_id = $1", [userId]);
  return { userId, conversationId };
}

/**
 * Other people around, each with some months of what counts most, so that tables and indexes are large. Row by
 * row the triggers would take long for 10,000 people, so they rest, and what they keep is made in one go.
 */
export async function crowd({ pool }: Place, like: Life, people: number): Promise<void> {
  await pool.query(
    `set session_replication_role = replica;
     create temp table others as select gen_random_uuid() as id, nth from generate_series(1, ${people}) nth`,
  );
  // What everybody has from the start, as the one who is looked at has it.
  for (const table of ["users", "accounts", "categories"]) {
    const key = table === "users" ? "id" : "user_id";
    const { rows } = await pool.query<{ names: string; values: string }>(
      `select string_agg(quote_ident(column_name), ', ') as names,
              string_agg(case column_name when $2 then 'u.id' when 'email' then 'u.nth || t.email' else 't.' || quote_ident(column_name) end, ', ') as values
         from information_schema.columns where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`,
      [table, key],
    );
    await pool.query(
      `insert into ${table} (${rows[0]?.names}) select ${rows[0]?.values} from others u, ${table} t where t.${key} = $1`,
      [like.userId],
    );
  }
  await pool.query("analyze");
  await pool.query(
    `insert into tracking_entries (user_id, id, type, area, value, unit, day, source, created_at, updated_at)
     select u.id, gen_random_uuid(), 'water', 'health', n, 'ml', current_date - n, 'form', now(), now()
       from others u, generate_series(1, 60) n`,
  );
  await pool.query(
    `insert into knowledge_items (user_id, id, type, content, source, valid_from, recorded_at, updated_at)
     select u.id, gen_random_uuid(), 'fact', 'Falei com Bia sobre o assunto ' || n, 'user_input', current_date, now(), now()
       from others u, generate_series(1, 20) n`,
  );
  await pool.query(
    `insert into knowledge_words (user_id, word, item_id, weight)
     select i.user_id, w.word, i.id, w.weight from others u join knowledge_items i on i.user_id = u.id, knowledge_weights(i.search) w`,
  );
  await pool.query(
    `insert into transactions (user_id, id, kind, amount, currency, day, purchase_day, description, description_plain, merchant, account_id, category_id, created_at, updated_at)
     select u.id, gen_random_uuid(), 'expense', n, 'BRL', current_date - n, current_date - n, 'Padaria', 'padaria', 'padaria', a.id, c.id, now(), now()
       from (select id from accounts where user_id = $1 limit 1) a, (select id from categories where user_id = $1 and kind = 'expense' limit 1) c,
            others u, generate_series(1, 60) n`,
    [like.userId],
  );
  await pool.query(
    `insert into ledger_months (user_id, account_id, month, moved, moves)
     select user_id, account_id, to_char(day, 'YYYY-MM'), -sum(amount), count(*) from others u join transactions on user_id = u.id group by 1, 2, 3`,
  );
  await pool.query(
    `insert into conversations (user_id, id, last_activity_at, created_at)
     select u.id, gen_random_uuid(), now(), now() from others u`,
  );
  await pool.query(
    `insert into messages (user_id, id, conversation_id, role, parts, text, created_at)
     select c.user_id, gen_random_uuid(), c.id, 'user', jsonb_build_array(jsonb_build_object('type', 'text', 'text', 'mensagem ' || n)), 'mensagem ' || n, now()
       from others u join conversations c on c.user_id = u.id, generate_series(1, 20) n`,
  );
  await pool.query("set session_replication_role = origin");
}

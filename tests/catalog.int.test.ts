/**
 * The rules of tenancy, read from the database's own catalogs, so that a table of tomorrow is held to
 * them too. A rule is a query for what breaks it; its exceptions are listed by name, with the reason.
 */
import { testDb } from "@vida/db/testing";
import { Client } from "pg";
import { expect, test } from "vitest";

const { superPool, urls } = await testDb();

type Row = Record<string, unknown>;
type Rule = { title: string; breaks: string; except?: readonly string[] };

/** Tables of schema public with the column that names the person: `user_id`, or `id` of `users`. */
const TABLES = `(
  select c.oid, c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
         case when c.relname = 'users' then 'id' else 'user_id' end as person
    from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
     and (c.relname = 'users' or exists (
       select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'user_id' and not a.attisdropped)))`;

const RULES: readonly Rule[] = [
  {
    title: "every table belongs to people",
    breaks: `select relname as name from pg_class where relnamespace = 'public'::regnamespace
      and relkind in ('r', 'p') and oid not in (select oid from ${TABLES} t)`,
    // Prisma's record of migrations; processes, which are nobody's.
    except: ["_prisma_migrations", "worker_heartbeats"],
  },
  {
    title: "row-level security is enabled and forced",
    breaks: `select name from ${TABLES} t where not (enabled and forced)`,
  },
  {
    title: "a policy for everybody is on the person's id, with USING and WITH CHECK",
    breaks: `select t.name from ${TABLES} t where not exists (
      select 1 from pg_policy p
       where p.polrelid = t.oid and p.polpermissive and p.polcmd = '*' and p.polroles = '{0}'
         and pg_get_expr(p.polqual, p.polrelid) = pg_get_expr(p.polwithcheck, p.polrelid)
         and pg_get_expr(p.polqual, p.polrelid) like
             '(' || t.person || ' = ( SELECT (NULLIF(current_setting(''app.current_user_id''%')`,
  },
  {
    title: "every other policy is the worker role's alone",
    breaks: `select p.polrelid::regclass || ' ' || p.polname as name from pg_policy p
      where p.polname <> 'own_rows'
        and p.polroles <> array[(select oid from pg_roles where rolname = 'vida_worker')]`,
  },
  {
    title: "an index begins with the person",
    breaks: `select t.name from ${TABLES} t where not exists (
      select 1 from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
       where i.indrelid = t.oid and a.attname = t.person and i.indisvalid and i.indpred is null)`,
  },
  {
    title: "a reference between rows of people carries the person on both sides",
    breaks: `select con.conname as name from pg_constraint con
        join ${TABLES} child on child.oid = con.conrelid
        join ${TABLES} parent on parent.oid = con.confrelid
       where con.contype = 'f' and parent.name <> 'users' and not exists (
         select 1 from unnest(con.conkey, con.confkey) as k (mine, theirs)
           join pg_attribute a on a.attrelid = con.conrelid and a.attnum = k.mine and a.attname = 'user_id'
           join pg_attribute b on b.attrelid = con.confrelid and b.attnum = k.theirs and b.attname = 'user_id')`,
  },
  {
    title: "a table of people is tied to its person and goes with them",
    breaks: `select t.name from ${TABLES} t where t.name <> 'users' and not exists (
      select 1 from pg_constraint con where con.conrelid = t.oid and con.contype = 'f'
         and con.confrelid = 'public.users'::regclass and con.confdeltype = 'c')`,
  },
  {
    title: "blanking a lost parent leaves the person's id alone",
    breaks: `select con.conname as name from pg_constraint con join ${TABLES} t on t.oid = con.conrelid
      where con.contype = 'f' and con.confdeltype in ('n', 'd') and (
        con.confdelsetcols is null or exists (
          select 1 from unnest(con.confdelsetcols) k join pg_attribute a
            on a.attrelid = con.conrelid and a.attnum = k and a.attname = 'user_id'))`,
  },
  {
    title: "a unique key begins with the person, so that none tells what others have",
    breaks: `select i.indexrelid::regclass::text as name from pg_index i join ${TABLES} t on t.oid = i.indrelid
        left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
       where i.indisunique and a.attname is distinct from 'user_id'`,
    // Ids that the server makes: the log-in's, and those of job outcomes.
    except: ["users_pkey", "job_runs_pkey"],
  },
  {
    title: "closed sets of values are text with a CHECK, not enums",
    breaks: `select typname as name from pg_type
      where typtype = 'e' and typnamespace in ('public'::regnamespace, 'login'::regnamespace)`,
  },
  {
    title: "a domain table is audited by the one trigger",
    breaks: `select t.name from ${TABLES} t where not exists (
      select 1 from pg_trigger g where g.tgrelid = t.oid and g.tgfoid = 'public.audit_row'::regproc
         and g.tgenabled = 'O' and (g.tgtype & 29) = 29)`,
    // Not what a person records: the account, the chat and its runs, the log, the trail itself, jobs,
    // sums kept of the ledger, the words of what is known, what Vida sends, asks, reads at night and may do without asking, and fingerprints of what was
    // forgotten for good.
    except: [
      "users",
      "conversations",
      "messages",
      "runs",
      "confirmations",
      "tool_actions",
      "checkpoints",
      "standing_rules",
      "events",
      "event_heads",
      "audit_log",
      "actions",
      "job_runs",
      "person_clocks",
      "ledger_months",
      "knowledge_words",
      "forgotten_items",
      "insights",
      "notifications",
      "memory_nights",
      "memory_questions",
      "push_subscriptions",
    ],
  },
  {
    title: "a view shows a caller no more than the caller may see",
    breaks: `select relname as name from pg_class where relnamespace = 'public'::regnamespace
      and (relkind = 'm' or relkind = 'v' and not coalesce(reloptions::text like '%security_invoker=true%', false))`,
  },
  {
    title: "no role of ours is mighty",
    breaks: `select rolname as name from pg_roles
      where rolname in ('vida_owner', 'vida_app', 'vida_auth', 'vida_worker')
        and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,
  },
  {
    title: "no serving role is a member of another",
    breaks: `select m.rolname as name from pg_auth_members a join pg_roles m on m.oid = a.member
      where m.rolname in ('vida_app', 'vida_auth', 'vida_worker')`,
  },
  {
    title: "the app and log-in roles own nothing, and the worker the queue and its door alone",
    breaks: `select pg_describe_object(d.classid, d.objid, d.objsubid) || ' of ' || pg_get_userbyid(d.refobjid) as name
      from pg_shdepend d
      where d.deptype = 'o' and d.refclassid = 'pg_authid'::regclass
        and d.dbid in (0, (select oid from pg_database where datname = current_database()))
        and pg_get_userbyid(d.refobjid) in ('vida_app', 'vida_auth', 'vida_worker')
        and not (pg_get_userbyid(d.refobjid) = 'vida_worker'
                 and pg_describe_object(d.classid, d.objid, d.objsubid) ~ '(graphile_worker|function enqueue\\()')`,
  },
  {
    title: "a function with its owner's rights pins its search path and is not open to all",
    breaks: `select p.proname as name from pg_proc p
      where p.prosecdef and p.pronamespace in ('public'::regnamespace, 'login'::regnamespace)
        and (not coalesce(p.proconfig::text like '%search_path=%', false)
             or exists (select 1 from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0))`,
  },
  {
    title: "the app role reaches neither log-in nor the queue",
    breaks: `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('login', 'graphile_worker') and c.relkind in ('r', 'v', 'p')
        and (has_schema_privilege('vida_app', n.oid, 'USAGE')
             or has_any_column_privilege('vida_app', c.oid, 'SELECT, INSERT, UPDATE'))`,
  },
  {
    title: "the log-in role reaches the log-in tables alone",
    breaks: `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'graphile_worker') and c.relkind in ('r', 'v', 'p')
        and has_any_column_privilege('vida_auth', c.oid, 'SELECT, INSERT, UPDATE')`,
  },
];

async function broken(client: { query: typeof superPool.query }, rule: Rule): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(rule.breaks);
  return rows.map(({ name }) => name).filter((name) => !rule.except?.includes(name));
}

test.each(RULES)("$title", async (rule) => {
  expect(await broken(superPool, rule)).toEqual([]);
});

test.each(RULES)("would be seen: $title", async (rule) => {
  const client = await superPool.connect();
  try {
    await client.query("begin");
    await client.query(PLANTED);
    expect((await broken(client, rule)).length).toBeGreaterThan(0);
  } finally {
    await client.query("rollback");
    client.release();
  }
});

test("exceptions that no longer break their rule are not kept", async () => {
  for (const rule of RULES) {
    const { rows } = await superPool.query<{ name: string }>(rule.breaks);
    expect(rows.map(({ name }) => name).toSorted()).toEqual([...(rule.except ?? [])].toSorted());
  }
});

/** One mistake against each rule, in a transaction that is taken back. */
const PLANTED = `
  create type planted_kind as enum ('a', 'b');
  create table planted_global (id uuid primary key);
  create table planted_parent (user_id uuid not null, id uuid unique);
  create table planted (user_id uuid not null, id uuid primary key, kind planted_kind,
    parent uuid references planted_parent (id) on delete set null);
  create policy planted_open on messages for select to vida_app using (true);
  create view planted_view as select * from users;
  alter role vida_app createrole;
  grant vida_worker to vida_app;
  alter table planted owner to vida_app;
  create function planted() returns int language sql security definer return 1;
  grant usage on schema login to vida_app;
  grant select on users to vida_auth;
`;

test("without a person, no table shows the app role a single row", async () => {
  const client = new Client({ connectionString: urls.app });
  await client.connect();
  const { rows: tables } = await superPool.query<Row>(
    `select t.name from ${TABLES} t where has_table_privilege('vida_app', t.oid, 'SELECT')`,
  );
  expect(tables.length).toBeGreaterThan(10);
  for (const setting of ["reset app.current_user_id", "set app.current_user_id = ''"]) {
    await client.query(setting);
    for (const { name } of tables) {
      const { rows } = await client.query<Row>(`select count(*)::int as n from "${String(name)}"`);
      expect({ name, rows }).toEqual({ name, rows: [{ n: 0 }] });
    }
  }
  await client.end();
});

import { AsyncLocalStorage } from "node:async_hooks";

import type pg from "pg";
import { Pool } from "pg";

import { DbError } from "./errors.ts";
import { queryAfter, type Prelude } from "./prelude-query.ts";
import { statementNames } from "./statement-names.ts";

/** One statement as one person. */
export type ReadScope = {
  kind: "read";
  userId: string;
  statements: number;
  over: boolean;
  misuse: DbError | undefined;
};
/** A statement with `$1`, `$2` and so on; `Prisma.Sql` is one. */
export type Statement = { readonly text: string; readonly values: readonly unknown[] };

/** One transaction as one person; `row` is what `app_begin` answered, `last` goes with its COMMIT. */
export type SessionScope = {
  kind: "session";
  begin: [userId: string, actor: string, actionId: string];
  begun: boolean;
  row: BeginRow | undefined;
  client: pg.PoolClient | undefined;
  last: Statement[];
};
export type BeginRow = {
  person: Record<string, unknown> | null;
  prior: Record<string, unknown> | null;
};

/**
 * Who the next statement acts for. The only ambient value of the code base, and it lives for exactly one
 * Prisma call: Prisma may run a call in another caller's context, so each use is counted and checked.
 */
export const scopes = new AsyncLocalStorage<ReadScope | SessionScope>();

const BEGIN: Prelude = { name: "vida_begin", text: "begin", values: [] };
const nameOf = statementNames("vida_flight");
const APP_BEGIN = "select person, prior from app_begin($1, $2, $3)";
const SET_READER =
  "select pg_catalog.set_config('app.current_user_id', $1, true), pg_catalog.set_config('transaction_read_only', 'on', true)";

/**
 * Dresses a pool of the app role for Prisma's adapter, which uses two methods of it: `query` for a
 * statement of its own and `connect` for a transaction. The first needs a read scope and adds the
 * person to the flight; the second needs a session scope, and its BEGIN carries `app_begin`.
 */
export function scopedPool(pool: pg.Pool): pg.Pool {
  const sessions = new WeakMap<pg.PoolClient, SessionScope>();
  pool.on("connect", (client) => interceptEnds(client, sessions));
  const scoped: unknown = Object.create(pool, {
    query: { value: (config: pg.QueryConfig<unknown[]>) => readStatement(pool, config) },
    connect: { value: () => connectFor(pool, sessions) },
    on: { value: pool.on.bind(pool) },
    removeListener: { value: pool.removeListener.bind(pool) },
    end: { value: pool.end.bind(pool) },
  });
  if (!(scoped instanceof Pool)) throw new DbError("misuse", "not a pool of this pg");
  return scoped;
}

async function readStatement(
  pool: pg.Pool,
  config: pg.QueryConfig<unknown[]>,
): Promise<pg.ResultBuilder> {
  const scope = scopes.getStore(); // before any await: a pool may run callbacks in another caller's context
  if (scope?.kind !== "read")
    throw new DbError("misuse", "a statement outside of withSession and readOnce");
  if (scope.over || scope.statements > 0) {
    scope.misuse = new DbError(
      "misuse",
      "readOnce allows one statement: use findFirst, no include that adds statements, or withSession",
    );
    throw scope.misuse;
  }
  scope.statements += 1;
  const client = await pool.connect();
  let failure: Error | undefined;
  try {
    const prelude = { name: "vida_reader", text: SET_READER, values: [scope.userId] };
    return (await queryAfter((query) => client.query(query), config, prelude)).result;
  } catch (error) {
    failure = error instanceof Error && "inDoubt" in error ? error : undefined;
    throw error;
  } finally {
    client.release(failure);
  }
}

async function connectFor(
  pool: pg.Pool,
  sessions: WeakMap<pg.PoolClient, SessionScope>,
): Promise<pg.PoolClient> {
  const scope = scopes.getStore();
  if (scope?.kind === "read") {
    scope.misuse = new DbError(
      "misuse",
      "readOnce allows no call that opens a transaction (upsert, nested writes): use withSession",
    );
    throw scope.misuse;
  }
  if (!scope || scope.begun) throw new DbError("misuse", "a transaction outside of withSession");
  scope.begun = true;
  const client = await pool.connect();
  scope.client = client;
  sessions.set(client, scope);
  return client;
}

/**
 * The adapter opens and ends a transaction by plain texts on its connection: BEGIN is sent with `app_begin`,
 * COMMIT with the session's last statements.
 */
function interceptEnds(
  client: pg.PoolClient,
  sessions: WeakMap<pg.PoolClient, SessionScope>,
): void {
  const send: pg.PoolClient["query"] = client.query.bind(client);
  const begin = async (scope: SessionScope) => {
    const { result } = await queryAfter<BeginRow>(
      (query) => send(query),
      { name: "vida_app_begin", text: APP_BEGIN, values: scope.begin },
      BEGIN,
    );
    scope.row = result.rows[0];
    return result;
  };
  const commit = async (scope: SessionScope) => {
    const results = await sendTogether(client, [...scope.last, { text: "commit", values: [] }]);
    return results.at(-1);
  };
  const query = (config: pg.QueryConfig<unknown[]> | string, ...rest: unknown[]) => {
    const text = typeof config === "object" ? config.text : undefined;
    const scope = sessions.get(client);
    if (scope && text === "BEGIN") return begin(scope);
    if (scope && (text === "COMMIT" || text === "ROLLBACK")) {
      sessions.delete(client);
      scope.client = undefined;
    }
    if (scope && scope.last.length > 0 && text === "COMMIT") return commit(scope);
    const answer: unknown = Reflect.apply(send, client, [config, ...rest]);
    return answer;
  };
  Object.defineProperty(client, "query", { value: query });
}

/** Runs statements of an open session in one flight; see `Flights`. */
export async function together(
  { client }: SessionScope,
  statements: readonly Statement[],
): Promise<object[][]> {
  if (!client) throw new DbError("misuse", "a flight outside of its transaction");
  return (await sendTogether(client, statements)).map(({ rows }) => rows);
}

/** Sends statements at once on a connection that pipelines; throws the first failure when all are answered. */
async function sendTogether(
  client: pg.PoolClient,
  statements: readonly Statement[],
): Promise<pg.QueryResult<object>[]> {
  const { stream } = client.connection;
  stream.cork();
  const sent = statements.map(async ({ text, values }) =>
    client.query<object>({ name: nameOf({ sql: text }), text, values: [...values] }),
  );
  stream.uncork();
  const answers = await Promise.allSettled(sent);
  return answers.map((answer) => {
    if (answer.status === "rejected") throw answer.reason;
    return answer.value;
  });
}

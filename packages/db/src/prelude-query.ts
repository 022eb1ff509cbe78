import type { Connection, QueryConfig, QueryResultRow, ResultBuilder } from "pg";
import { Query } from "pg";

declare module "pg" {
  // Internals of pg 8.23 that `PreludeQuery` builds on; pinned, and held by `prelude-query.int.test.ts`.
  // Only an interface with the very same parameters merges with the class.
  // oxlint-disable-next-line typescript/consistent-type-definitions, typescript/no-explicit-any
  interface Query<R extends QueryResultRow = any, I extends any[] = any> {
    requiresPreparation(): boolean;
    prepare(connection: Connection): void;
    handleDataRow(message: object): void;
    handleCommandComplete(message: object, connection: Connection): void;
  }
}

/** A statement that runs before another one in the same flight; its rows are dropped. */
export type Prelude = { name: string; text: string; values: string[] };

const prepared = new WeakMap<Connection, Set<string>>();

/**
 * A query that sends a prelude and its own statement under one Sync: one flight to the server.
 *
 * In the extended protocol everything up to a Sync is one implicit transaction, so a
 * `set_config(…, true)` in the prelude holds for exactly the statement behind it, also when that fails.
 * A BEGIN in the prelude opens a real transaction, which stays. After some failures `pg` can no longer
 * know which statements the connection holds; then it has to be dropped (`inDoubt`).
 */
export class PreludeQuery<R extends QueryResultRow = QueryResultRow> extends Query<R> {
  readonly #prelude: Prelude;
  #inPrelude = true;
  #parsesPrelude = false;

  constructor(
    config: QueryConfig<unknown[]>,
    prelude: Prelude,
    callback: (error: Error | undefined, result: ResultBuilder<R>) => void,
  ) {
    super(config, undefined, callback);
    this.#prelude = prelude;
  }

  /** Whether a failure leaves the connection unfit: the prelude failed, or `pg` took its Parse for this query's. */
  get inDoubt(): boolean {
    return this.#inPrelude || this.#parsesPrelude;
  }

  /** The simple protocol would send two messages; only the extended one has a Sync of its own. */
  override requiresPreparation(): boolean {
    return true;
  }

  override prepare(connection: Connection): void {
    const { name, text, values } = this.#prelude;
    const known = prepared.get(connection) ?? new Set<string>();
    prepared.set(connection, known);
    if (!known.has(name)) {
      connection.parse({ name, text, types: [] }, true);
      known.add(name);
      this.#parsesPrelude = true;
    }
    connection.bind({ portal: "", statement: name, values }, true);
    connection.execute({ portal: "" }, true);
    super.prepare(connection);
  }

  override handleDataRow(message: object): void {
    if (!this.#inPrelude) super.handleDataRow(message);
  }

  override handleCommandComplete(message: object, connection: Connection): void {
    if (this.#inPrelude) this.#inPrelude = false;
    else super.handleCommandComplete(message, connection);
  }
}

/** Sends a query with its prelude on a connection that is checked out. */
export function queryAfter<R extends QueryResultRow>(
  send: (query: PreludeQuery<R>) => unknown,
  config: QueryConfig<unknown[]>,
  prelude: Prelude,
): Promise<{ result: ResultBuilder<R> }> {
  return new Promise((resolve, reject) => {
    const query: PreludeQuery<R> = new PreludeQuery<R>(config, prelude, (error, result) => {
      if (!error) resolve({ result });
      else reject(query.inDoubt ? Object.assign(error, { inDoubt: true }) : error);
    });
    send(query);
  });
}

import type { Connection, QueryResultRow } from 'pg';

/** Parts of libraries and of the runtime that exist and are used here, but that type files leave out. */

declare global {
  namespace WebAssembly {
    class Module {
      constructor(bytes: Uint8Array);
    }
    class Instance {
      constructor(module: Module, imports: Record<string, object>);
      readonly exports: Record<string, unknown>;
    }
  }
}

declare module '@prisma/schema-engine-wasm/schema_engine_bg' {
  export function __wbg_set_wasm(exports: Record<string, unknown>): void;
}

declare module 'pg' {
  // Internals of pg 8.23 that `PreludeQuery` builds on; pinned, and held by `prelude-query.int.test.ts`.
  interface Query<R extends QueryResultRow, I extends unknown[]> {
    text: string;
    requiresPreparation(): boolean;
    prepare(connection: Connection): void;
    handleRowDescription(message: object): void;
    handleDataRow(message: object): void;
    handleCommandComplete(message: object, connection: Connection): void;
    handleError(error: Error, connection: Connection): void;
  }
}

import { DbError, isDbError, isUnavailable } from "./errors.ts";
import type { Prisma, PrismaClient } from "./generated/prisma/client.ts";
import { scopes, together, type ReadScope, type SessionScope, type Statement } from "./scope.ts";

declare const brand: unique symbol;

type Closed = "$transaction" | "$connect" | "$disconnect" | "$on" | "$extends" | "$use";

type OpenTx = Omit<Prisma.TransactionClient, Closed>;
/** A transaction as one person: row-level security shows and takes that person's rows alone. */
export type Tx = OpenTx & { readonly [brand]: "person" };
/** A transaction as the worker role: rows of several people, on the tables that its policies open. */
export type WorkerTx = OpenTx & { readonly [brand]: "worker" };

type ReadMethod = "findFirst" | "findFirstOrThrow" | "findMany" | "count" | "aggregate" | "groupBy";
/** What one flight can carry: reads that are one statement. `findUnique` is absent, since Prisma merges it with others'. */
export type ReadOnce = {
  readonly [M in Uncapitalize<Prisma.ModelName>]: Pick<
    PrismaClient[M],
    Extract<ReadMethod, keyof PrismaClient[M]>
  >;
} & Pick<PrismaClient, "$queryRaw">;

export type Actor = "user" | "assistant" | "job";
export type SessionRequest = { userId: string; actor: Actor; actionId: string };

/** The person of a session, read by the flight that opened it. */
export type Person = {
  userId: string;
  name: string;
  email: string;
  timezone: string;
  locale: string;
  currency: string;
  preferences: unknown;
  status: string;
  role: string;
  /** The stored outcome of this action id, when it has run before. */
  prior: { operation: string; inputHash: string; output: unknown } | null;
};

/** What a session sends beside Prisma's single statements. */
export type Flights = {
  /**
   * Runs statements in their order and in one flight, and gives the rows of each as `pg` reads them. Each sees
   * what those before it did. When one fails the transaction can do nothing more.
   */
  together: (statements: readonly Statement[]) => Promise<object[][]>;
  /** Adds a statement that is sent in one flight with the COMMIT; its rows are dropped. */
  atEnd: (statement: Statement) => void;
};

export type SessionWork<T> = (tx: Tx, person: Person, flights: Flights) => Promise<T>;

const LIMITS = { maxWait: 10_000, timeout: 60_000 };

/** Runs `work` in one transaction as one person. See `Db.withSession`. */
export async function withSession<T>(
  client: PrismaClient,
  request: SessionRequest,
  work: SessionWork<T>,
): Promise<T> {
  const scope: SessionScope = {
    kind: "session",
    begin: [request.userId, request.actor, request.actionId],
    begun: false,
    row: undefined,
    client: undefined,
    last: [],
  };
  const flights: Flights = {
    together: (statements) => together(scope, statements),
    atEnd: (statement) => void scope.last.push(statement),
  };
  return telling(() =>
    scopes.run(scope, () =>
      client.$transaction(async (tx: OpenTx) => {
        claimPerson(tx);
        return work(tx, personOf(scope), flights);
      }, LIMITS),
    ),
  );
}

/** Runs `work`, one read of one statement, in one flight. See `Db.readOnce`. */
export async function readOnce<T>(
  client: PrismaClient,
  userId: string,
  work: (db: ReadOnce) => Promise<T>,
): Promise<T> {
  const scope: ReadScope = { kind: "read", userId, statements: 0, over: false, misuse: undefined };
  return telling(async () => {
    try {
      // Awaited inside: a Prisma call starts when it is awaited.
      const result = await scopes.run(scope, async () => {
        const found = await work(client);
        return found;
      });
      if (scope.misuse) throw scope.misuse;
      if (scope.statements !== 1)
        throw new DbError(
          "misuse",
          `readOnce ran ${scope.statements} statements in its scope instead of one`,
        );
      return result;
    } catch (error) {
      throw scope.misuse ?? error;
    } finally {
      scope.over = true;
    }
  });
}

/** Runs `work` in one transaction as the worker role. See `Db.withWorker`. */
export async function withWorker<T>(
  client: PrismaClient,
  work: (tx: WorkerTx) => Promise<T>,
): Promise<T> {
  return telling(() =>
    client.$transaction(async (tx: OpenTx) => {
      claimWorker(tx);
      return work(tx);
    }, LIMITS),
  );
}

// The two brands are given here, where the transaction was opened as that role, and nowhere else.
function claimPerson(tx: OpenTx): asserts tx is Tx {
  void tx;
}
function claimWorker(tx: OpenTx): asserts tx is WorkerTx {
  void tx;
}

/** Gives failures of the database one shape; everything else passes as it is. */
async function telling<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isDbError(error) && isUnavailable(error)) {
      throw new DbError("unavailable", "the database could not serve this now", { cause: error });
    }
    throw error;
  }
}

function personOf(scope: SessionScope): Person {
  const { person, prior } = scope.row ?? { person: null, prior: null };
  if (!person) throw new DbError("notFound", "there is no such person");
  const text = (key: string) => {
    const value = person[key];
    if (typeof value !== "string") throw new DbError("misuse", `app_begin answered no ${key}`);
    return value;
  };
  return {
    userId: text("userId"),
    name: text("name"),
    email: text("email"),
    timezone: text("timezone"),
    locale: text("locale"),
    currency: text("currency"),
    preferences: person["preferences"],
    status: text("status"),
    role: text("role"),
    prior: prior
      ? {
          operation: String(prior["operation"]),
          inputHash: String(prior["inputHash"]),
          output: prior["output"],
        }
      : null,
  };
}

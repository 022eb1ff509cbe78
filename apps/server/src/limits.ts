import { createHash } from "node:crypto";
import { isIPv6 } from "node:net";

import { DomainError } from "@vida/core/errors";
import type { Db } from "@vida/db/db";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";

type Rule = { points: number; seconds: number };

/** How often something may be tried, per account (or person) and per address. */
const rules = {
  signIn: { account: { points: 10, seconds: 900 }, address: { points: 100, seconds: 900 } },
  signUp: { account: { points: 5, seconds: 3600 }, address: { points: 50, seconds: 3600 } },
  reset: { account: { points: 5, seconds: 3600 }, address: { points: 30, seconds: 3600 } },
  password: { account: { points: 10, seconds: 900 }, address: { points: 100, seconds: 900 } },
  chat: { account: { points: 40, seconds: 60 }, address: { points: 200, seconds: 60 } },
  export: { account: { points: 10, seconds: 3600 }, address: { points: 60, seconds: 3600 } },
} satisfies Record<string, { account: Rule; address: Rule }>;

export type LimitName = keyof typeof rules;

/** Who tries: an e-mail address or a user id, and where from. */
export type LimitedBy = { account?: string | undefined; address: string };

export type Limits = {
  /**
   * Counts one try.
   *
   * @throws DomainError `limited` with `retryAfterSeconds` when there were too many
   */
  spend(name: LimitName, by: LimitedBy): Promise<void>;
  /** Forgets the tries of an account, as after the right password. */
  forgive(name: LimitName, account: string): Promise<void>;
};

const unlimited: Limits = { spend: async () => undefined, forgive: async () => undefined };

/** Makes the limits; their counters live in Postgres, so they hold across replicas. */
export function createLimits(db: Db, enabled: boolean): Limits {
  if (!enabled) return unlimited;
  const storeClient = { query: (query: Statement) => runStatement(db, query) };
  const limiter = (name: LimitName, kind: "account" | "address"): RateLimiterPostgres => {
    const { points, seconds } = rules[name][kind];
    return new RateLimiterPostgres({
      storeClient,
      storeType: "client",
      schemaName: "login",
      tableName: "rate_limits",
      tableCreated: true,
      keyPrefix: `${name}-${kind}`,
      points,
      duration: seconds,
    });
  };
  const limiters = new Map<string, RateLimiterPostgres>();
  const limiterOf = (name: LimitName, kind: "account" | "address"): RateLimiterPostgres => {
    const known = limiters.get(`${name}-${kind}`) ?? limiter(name, kind);
    limiters.set(`${name}-${kind}`, known);
    return known;
  };

  return {
    async spend(name, { account, address }) {
      const tries = [limiterOf(name, "address").consume(networkOf(address))];
      if (account !== undefined) tries.push(limiterOf(name, "account").consume(keyOf(account)));
      const refusals = (await Promise.allSettled(tries)).filter(
        (outcome) => outcome.status === "rejected",
      );
      if (refusals.length > 0) throw refusal(refusals.map((outcome): unknown => outcome.reason));
    },
    async forgive(name, account) {
      await limiterOf(name, "account").delete(keyOf(account));
    },
  };
}

function refusal(reasons: unknown[]): Error {
  const waits = reasons.filter((reason) => reason instanceof RateLimiterRes);
  const broken = reasons.find((reason) => !(reason instanceof RateLimiterRes));
  if (waits.length === 0) {
    return new DomainError("unavailable", "limits.unavailable", {}, { cause: broken });
  }
  const retryAfterSeconds = Math.ceil(Math.max(...waits.map((wait) => wait.msBeforeNext)) / 1000);
  return new DomainError("limited", "limits.tooMany", { retryAfterSeconds });
}

type Statement = { text: string; values: unknown[] };

/** Runs the library's statements as the log-in role; bigints come back as the numbers it expects. */
async function runStatement(
  db: Db,
  { text, values }: Statement,
): Promise<{ rows: Record<string, unknown>[]; rowCount: number }> {
  const found = await db.auth.$queryRawUnsafe<Record<string, unknown>[]>(text, ...values);
  const rows = found.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [
        key,
        typeof value === "bigint" ? Number(value) : value,
      ]),
    ),
  );
  return { rows, rowCount: rows.length };
}

/** Accounts are told apart without keeping their addresses in one more table. */
function keyOf(account: string): string {
  return createHash("sha256").update(account.trim().toLowerCase()).digest("base64url").slice(0, 32);
}

/** An IPv6 customer has a whole /64. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes(".")) return address;
  const [head = "", tail] = address.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(8 - before.length - after.length, 0);
  return [...before, ...Array.from({ length: zeros }, () => "0"), ...after].slice(0, 4).join(":");
}

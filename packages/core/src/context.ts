import type { Db, Flights, Person, ReadOnce, Tx } from "@vida/db/db";
import { Temporal } from "temporal-polyfill";
import { v7 } from "uuid";

import { readPreferences } from "./account/preferences.ts";
import type { Preferences } from "./account/preferences.ts";
import { JOBS } from "./jobs.ts";
import type { JobName, JobPayload } from "./jobs.ts";
import { eventsJson } from "./live/events.ts";
import type { LiveEvent } from "./live/events.ts";

export type Clock = () => Temporal.Instant;
export type Actor = "user" | "assistant" | "job";
export type { Db, ReadOnce, Tx };

/** What every door passes down: the database and the clock. */
export type Services = { readonly db: Db; readonly clock: Clock };

export const systemClock: Clock = () => Temporal.Now.instant();

/** Names of routers: what `changed` events and query caches speak of. */
export type RouterName =
  | "account"
  | "dashboard"
  | "tracking"
  | "metrics"
  | "habits"
  | "accounts"
  | "categories"
  | "transactions"
  | "bills"
  | "expenses"
  | "incomes"
  | "debts"
  | "investments"
  | "finance"
  | "goals"
  | "memory"
  | "insights"
  | "reminders"
  | "notifications"
  | "chat";

export type EnqueueOptions = {
  readonly runAt?: Temporal.Instant;
  /** Jobs of one key replace each other while they wait. */
  readonly key?: string;
  /** Jobs of one queue run one after another. */
  readonly queue?: string;
};

/** One person, one transaction, one moment: all that an operation may know of its surroundings. */
export type Ctx = {
  readonly tx: Tx;
  /** Several statements in one flight. */
  readonly flights: Flights;
  readonly userId: string;
  readonly actor: Actor;
  readonly actionId: string;
  readonly now: Temporal.Instant;
  /** `now` as Prisma takes it. */
  readonly nowDate: Date;
  /** The person's local day. */
  readonly today: string;
  /** The person's wall time, `YYYY-MM-DDTHH:MM`. */
  readonly wallTime: string;
  readonly person: Person;
  readonly preferences: Preferences;
  /** A new id, UUID v7. */
  id(): string;
  /** Sends a job with the commit of this transaction; a rolled-back operation leaves none. */
  enqueue<N extends JobName>(
    name: N,
    payload: JobPayload<N>,
    options?: EnqueueOptions,
  ): Promise<void>;
  /** Adds an event to what this transaction says when it commits. */
  emit(event: LiveEvent): void;
  /** Names routers whose data this transaction changes; told as one `changed` event at its end. */
  touch(...routers: RouterName[]): void;
};

/** What waits for the end of the transaction. */
export type Outbox = { readonly events: LiveEvent[]; readonly touched: Set<RouterName> };

export function newId(): string {
  return v7();
}

/** The local day and wall time of an instant in an IANA zone. An unknown zone counts as São Paulo. */
export function localTime(
  now: Temporal.Instant,
  timezone: string,
): { today: string; wallTime: string } {
  const local = zoned(now, timezone);
  return {
    today: local.toPlainDate().toString(),
    wallTime: local.toPlainDateTime().toString({ smallestUnit: "minute" }),
  };
}

function zoned(now: Temporal.Instant, timezone: string): Temporal.ZonedDateTime {
  try {
    return now.toZonedDateTimeISO(timezone);
  } catch {
    return now.toZonedDateTimeISO("America/Sao_Paulo");
  }
}

/** Whether a string names an IANA zone that this runtime knows; offsets and instants are no names. */
export function isTimezone(timezone: string): boolean {
  if (!/^[A-Za-z][\w+/-]*$/.test(timezone)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timezone);
    return true;
  } catch {
    return false;
  }
}

export function instantToDate(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds);
}

export function dateToInstant(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime());
}

/** ISO 8601 UTC with milliseconds, the wire form of an instant. */
export function isoInstant(date: Date): string {
  return date.toISOString();
}

export function makeContext(
  services: Services,
  caller: { actor: Actor; actionId: string },
  tx: Tx,
  person: Person,
  flights: Flights,
): { ctx: Ctx; outbox: Outbox } {
  const now = services.clock();
  const outbox: Outbox = { events: [], touched: new Set() };
  const ctx: Ctx = {
    tx,
    flights,
    userId: person.userId,
    actor: caller.actor,
    actionId: caller.actionId,
    now,
    nowDate: instantToDate(now),
    ...localTime(now, person.timezone),
    person,
    preferences: readPreferences(person.preferences),
    id: newId,
    emit(event) {
      outbox.events.push(event);
    },
    touch(...routers) {
      for (const router of routers) outbox.touched.add(router);
    },
    async enqueue(name, payload, options = {}) {
      const json = JSON.stringify(JOBS[name].parse(payload));
      const runAt = options.runAt ? instantToDate(options.runAt) : null;
      await tx.$executeRaw`select enqueue(${name}, ${json}::json, ${options.queue ?? null}, ${runAt}::timestamptz, ${options.key ?? null})`;
    },
  };
  return { ctx, outbox };
}

/** The outbox as the argument of `append_events`. */
export function outboxJson(outbox: Outbox): string {
  const changed: LiveEvent[] =
    outbox.touched.size > 0 ? [{ type: "changed", touches: [...outbox.touched] }] : [];
  return eventsJson([...outbox.events, ...changed]);
}

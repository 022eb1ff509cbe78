import { Temporal } from "temporal-polyfill";
import { beforeEach, expect, test } from "vitest";

import { finishOnboarding } from "../account/onboarding.ts";
import { updateProfile } from "../account/update-profile.ts";
import { snoozeReminder, updateReminder } from "../reminders/change.ts";
import { createReminder } from "../reminders/create.ts";
import { fireReminder } from "../reminders/fire.ts";
import { testServices } from "../testing.ts";
import { sweepClocks } from "./clocks.ts";

const services = await testServices();
const { db } = services;

/** The jobs that wait for people, as `name day`; taken out of the queue as a worker would. */
async function takeJobs(
  userIds: readonly string[],
  done = true,
): Promise<{ userId: string; name: string; day: string }[]> {
  const { rows } = await db.workerPool.query<{ userId: string; name: string; day: string }>(
    `with taken as (
       delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
        where t.id = j.task_id and j.payload ->> 'day' is not null and j.payload ->> 'userId' = any($1) returning j.payload, t.identifier
     )
     select payload ->> 'userId' as "userId", identifier as name, payload ->> 'day' as day from taken`,
    [userIds],
  );
  if (done) {
    for (const { userId, name, day } of rows) {
      await db.workerPool.query(
        "insert into job_runs (id, user_id, name, key, status, started_at, finished_at) values (gen_random_uuid(), $1, $2, $3, 'done', now(), now())",
        [userId, name, day],
      );
    }
  }
  return rows;
}

async function active(timezone: string): Promise<string> {
  const person = await services.person({ timezone });
  await person.run(finishOnboarding, {});
  return person.userId;
}

/** Others' people of this database must not crowd the sweep. */
beforeEach(async () => {
  await db.workerPool.query(
    "delete from graphile_worker._private_jobs where payload ->> 'day' is not null",
  );
});

test("in three zones, across both changes of offset and with outages: each night once, at its own local time", async () => {
  const zones = ["America/Sao_Paulo", "Europe/Lisbon", "UTC"] as const;
  const people = await Promise.all(zones.map(active));
  const seen = new Map<string, number>();
  const wrong: string[] = [];
  const start = Temporal.Instant.from("2026-11-22T15:00:00Z");
  // Every five hours around New Year, both changes of Lisbon's offset and 29 February, each with two days of outage.
  for (const [from, days] of [
    ["2026-12-28T00:00:00Z", 8],
    ["2027-03-26T00:00:00Z", 6],
    ["2027-10-29T00:00:00Z", 6],
    ["2028-02-27T00:00:00Z", 5],
  ] as const) {
    for (let hour = 0; hour < days * 24; hour += 5) {
      if (hour > 48 && hour < 96) continue;
      const now = Temporal.Instant.from(from).add({ hours: hour });
      services.at(now.toString());
      await sweepClocks(services);
      await sweepClocks(services);
      for (const { userId, name, day } of await takeJobs(people)) {
        const local = now.toZonedDateTimeISO(zones[people.indexOf(userId)] ?? "UTC");
        const early = name === "memory.consolidate" && local.hour < 3;
        const unkind = name === "notices.morning" && (local.hour < 7 || local.hour >= 22);
        const otherDay = name === "notices.weekly" && local.dayOfWeek !== 7;
        if (day !== local.toPlainDate().toString() || early || unkind || otherDay)
          wrong.push(`${name} ${day} at ${local.toString()}`);
        seen.set(`${userId} ${name} ${day}`, (seen.get(`${userId} ${name} ${day}`) ?? 0) + 1);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect([...seen.values()].filter((times) => times !== 1)).toEqual([]);
  const nights = [...seen.keys()].filter((key) => key.includes("memory.consolidate"));
  expect(nights.length).toBeGreaterThan(50);
  services.at(start.toString());
}, 120_000);

test("a night that failed is tried again, three times at most", async () => {
  const userId = await active("America/Sao_Paulo");
  const failed = (attempts: number) =>
    db.workerPool.query(
      `insert into job_runs (id, user_id, name, key, status, attempts, started_at) values (gen_random_uuid(), $1, 'memory.consolidate', '2026-11-22', 'failed', $2, now())
       on conflict (user_id, name, key) do update set attempts = excluded.attempts`,
      [userId, attempts],
    );
  const consolidations = async () =>
    (await takeJobs([userId], false)).filter(({ name }) => name === "memory.consolidate");
  await failed(1);
  await sweepClocks(services);
  expect(await consolidations()).toHaveLength(1);
  await failed(3);
  await sweepClocks(services);
  expect(await consolidations()).toEqual([]);
});

test("a reminder is found at its wall time, also before the start is finished, and wherever it was moved to", async () => {
  const ana = await services.person({ timezone: "America/Sao_Paulo" });
  const { userId } = ana;
  const found = async (at: string): Promise<number> => {
    services.at(at);
    // The clock settles in the first two; the third reads nobody who is not due.
    for (let sweeps = 0; sweeps < 3; sweeps += 1) await sweepClocks(services);
    const { rowCount } = await db.workerPool.query(
      "delete from graphile_worker._private_jobs where payload ->> 'userId' = $1",
      [userId],
    );
    return rowCount ?? 0;
  };
  services.at("2026-11-22T15:00:00Z");
  const remindAt = "2026-11-23T09:00";
  const { id: reminderId } = await ana.run(createReminder, { title: "Gás", remindAt });
  expect(await found("2026-11-23T11:59:59Z")).toBe(0);
  expect(await found("2026-11-23T12:00:00Z")).toBe(1);
  await ana.run(snoozeReminder, { reminderId, until: "2026-11-23T12:00" });
  expect(await found("2026-11-23T14:59:59Z")).toBe(0);
  await ana.run(updateReminder, { reminderId, remindAt: "2026-11-23T12:30" });
  expect(await found("2026-11-23T15:00:00Z")).toBe(0);
  // An hour east, half past twelve is over.
  await ana.run(updateProfile, { timezone: "America/Noronha" });
  expect(await found("2026-11-23T15:00:00Z")).toBe(1);
  await fireReminder(services, { userId, reminderId });
  expect(await found("2026-11-24T15:00:00Z")).toBe(0);
});

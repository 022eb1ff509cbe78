import { randomUUID } from "node:crypto";

import { finishOnboarding } from "@vida/core/account/onboarding";
import { updateProfile } from "@vida/core/account/update-profile";
import { createBill } from "@vida/core/bills/create";
import { startConversation } from "@vida/core/chat/testing";
import { instantToDate, type Services } from "@vida/core/context";
import { chanceOf } from "@vida/core/demo/chance";
import { createHabit } from "@vida/core/habits/create";
import type { JobName } from "@vida/core/jobs";
import { createTextFlusher } from "@vida/core/live/flusher";
import { snoozeReminder } from "@vida/core/reminders/change";
import { createReminder } from "@vida/core/reminders/create";
import { testServices, type TestPerson } from "@vida/core/testing";
import { testDb } from "@vida/db/testing";
import { Temporal } from "temporal-polyfill";
import { afterAll, expect, it } from "vitest";
import { z } from "zod";

import { createJobRunner, isJobName, type JobHandler, type QueuedJob } from "./job-runner.ts";
import { makeHandlers } from "./jobs/handlers.ts";
import { createLog } from "./log.ts";
import { dutiesAt, nextOf, stepsOf, type Duty, type Recurring } from "./simulated-calendar.ts";
import { createStops } from "./stops.ts";
import { sweep } from "./sweep.ts";
import { testEnv } from "./testing.ts";

const DUTIES: readonly Duty[] = [
  { name: "finance.ahead", from: "00:05" },
  { name: "memory.consolidate", from: "03:00" },
  { name: "insights.compute", from: "03:30" },
  { name: "upkeep.prune", from: "04:00", dayOfWeek: 1 },
  { name: "notices.weekly", from: "20:00", until: "22:00", dayOfWeek: 7 },
];
const MORNING: Duty = { name: "notices.morning", from: "07:00", until: "22:00" };
/** Who asks for it that late is told until midnight. */
const LATE: Duty = { name: "notices.morning", from: "23:15" };

/** The first falls into the hour that New York skips once a year and has twice another time. */
const REMINDERS: Readonly<Record<string, Recurring & { repeat: string }>> = {
  Remédio: { time: "02:30", repeat: "FREQ=DAILY", isOn: () => true },
  Feira: { time: "09:00", repeat: "FREQ=WEEKLY;BYDAY=MO", isOn: (day) => day.dayOfWeek === 1 },
  Aluguel: {
    time: "18:00",
    repeat: "FREQ=MONTHLY;BYMONTHDAY=-1",
    isOn: (day) => day.day === day.daysInMonth,
  },
};
const WALLS = ["00:05", "02:30", "03:00", "03:30", "04:00", "07:00", "09:00", "18:00", "20:00"];
const ZONES = ["America/Sao_Paulo", "America/New_York", "UTC"];

const services = await testServices();
const { open, superPool, urls } = await testDb();
/** Two processes that work: each with connections of its own, on the same clock. */
const workplaces: Services[] = [services, { db: open(), clock: services.clock }];
const log = createLog("silent");
const flusher = createTextFlusher(services.db, { onError: () => undefined });
const stops = await createStops(services.db, () => undefined);
afterAll(() => Promise.all([flusher.close(), stops.close()]));

type Someone = {
  key: string;
  zone: string;
  duties: readonly Duty[];
  person: TestPerson;
  done: Set<string>;
  reminders: Map<string, { id: string; next: Temporal.PlainDateTime }>;
};

/** Somebody with a bill, a habit and reminders. */
async function someone(zone: string): Promise<Someone> {
  const person = await services.person({ timezone: zone });
  await person.run(finishOnboarding, {});
  await person.run(createHabit, { name: "Ler", frequency: "daily" });
  const bill = { name: "Luz", categoryKey: "utilities", amount: "180.00", dueDay: 31 };
  await person.run(createBill, { ...bill, month: "2027-01" });
  const reminders: Someone["reminders"] = new Map();
  for (const [title, rule] of Object.entries(REMINDERS)) {
    const next = nextOf(rule, Temporal.PlainDateTime.from("2026-12-31T23:00"));
    const remindAt = next.toString({ smallestUnit: "minute" });
    const { id } = await person.run(createReminder, { title, remindAt, repeat: rule.repeat });
    reminders.set(title, { id, next });
  }
  return {
    key: person.userId,
    person,
    zone,
    reminders,
    done: new Set(),
    duties: [...DUTIES, MORNING],
  };
}

/** What the calendar asks of a person at a moment, as `job what @moment`. */
function expectedAt(one: Someone, at: Temporal.Instant): string[] {
  const local = at.toZonedDateTimeISO(one.zone);
  const wall = local.toPlainDateTime();
  const due = [...one.reminders].flatMap(([title, reminder]) => {
    if (Temporal.PlainDateTime.compare(reminder.next, wall) > 0) return [];
    const rule = REMINDERS[title];
    if (rule !== undefined) reminder.next = nextOf(rule, wall);
    return [`reminders.fire ${reminder.id}`];
  });
  const duties = dutiesAt(local, one.duties, one.done).map(({ name, day }) => `${name} ${day}`);
  return [...due, ...duties].map((what) => `${one.key} ${what} @${at.toString()}`);
}

/** Takes everything out of the queue, as workers would. */
async function takeJobs(): Promise<QueuedJob[]> {
  const { rows } = await services.db.workerPool.query<{ name: string; payload: unknown }>(
    `with taken as (
       delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t where t.id = j.task_id returning j.payload, t.identifier
     ) select identifier as name, payload from taken`,
  );
  return rows.flatMap(({ name, payload }) =>
    isJobName(name) ? [{ name, payload, key: null }] : [],
  );
}

/** A card that waits until a moment, as `chat.send` would have left it. */
async function leaveCard(
  { key }: Someone,
  conversationId: string,
  until: Temporal.Instant,
): Promise<string> {
  const id = randomUUID();
  await superPool.query(
    `insert into confirmations (user_id, id, conversation_id, run_id, actions, expires_at, created_at)
     values ($1, $2, $3, gen_random_uuid(), '[]', $4, $4::timestamptz - interval '1 day')`,
    [key, id, conversationId, instantToDate(until)],
  );
  return id;
}

const text = z.string().optional();
const Payload = z.object({
  userId: z.string(),
  day: text,
  reminderId: text,
  confirmationId: text,
});
const IDLE = new Set(['{"fired":false}', '{"expired":false}']);

/** Two workers with the real handlers, which write down what they did. */
function makeWorkers(wrote: (what: string) => void) {
  return workplaces.map((place, n) => {
    const handlers = makeHandlers({ services: place, env: testEnv(urls), log, flusher, stops });
    const handlerOf =
      (name: JobName): JobHandler =>
      async (payload, context) => {
        const result = await handlers[name](payload, context);
        const { userId, day, reminderId, confirmationId } = Payload.parse(payload);
        const what = day ?? reminderId ?? confirmationId;
        if (what !== undefined && !IDLE.has(JSON.stringify(result)))
          wrote(`${userId} ${name} ${what}`);
        return result;
      };
    return createJobRunner(handlerOf, { services: place, log, workerId: `worker-${n}` });
  });
}

it(
  "in two years and three zones, with outages and two workers, everything due happens once, at its local time",
  {
    timeout: 300_000,
  },
  async () => {
    services.at("2026-12-31T12:00:00Z");
    const people = await Promise.all(ZONES.map(someone));
    const [ana, bia, caio] = people;
    if (!ana || !bia || !caio) throw new Error("three people");
    const steps = stepsOf(ZONES, WALLS);
    const chance = chanceOf(7);
    const expected: string[] = [];
    const happened: string[] = [];
    const workers = makeWorkers((what) => happened.push(`${what} @${services.clock().toString()}`));
    const { signal } = new AbortController();

    const cards: { card: string; until: Temporal.Instant }[] = [];
    for (const one of people) {
      const conversationId = await startConversation(services, one.key);
      for (const at of steps.filter((_, n) => n % 60 === 30)) {
        const until = at.subtract({ seconds: chance.between(0, 90_000) });
        const id = await leaveCard(one, conversationId, until);
        cards.push({ card: `${one.key} chat.expire ${id}`, until });
      }
    }

    /** What people do meanwhile: they travel, change their minds and put things off. */
    const live = async (step: number, at: Temporal.Instant): Promise<void> => {
      if (step === 200) {
        ana.duties = [...DUTIES, LATE];
        await ana.person.run(updateProfile, {
          preferences: { notifications: { morningSummaryTime: "23:15" } },
        });
      }
      if (step === 120 || step === 300) {
        caio.zone = step === 120 ? "Asia/Tokyo" : "America/New_York";
        await caio.person.run(updateProfile, { timezone: caio.zone });
      }
      if (step % 37 !== 5) return;
      const one = chance.pick([ana, bia, caio]);
      const reminder = one.reminders.get("Remédio");
      const until = at
        .toZonedDateTimeISO(one.zone)
        .toPlainDateTime()
        .add({ hours: 3 })
        .round("minute");
      if (reminder === undefined) return;
      reminder.next = until;
      const input = { reminderId: reminder.id, until: until.toString({ smallestUnit: "minute" }) };
      await one.person.run(snoozeReminder, input);
    };

    for (const [step, at] of steps.entries()) {
      services.at(at.toString());
      await live(step, at);
      expected.push(...people.flatMap((one) => expectedAt(one, at)));
      const expiring = cards.filter(({ until }) => Temporal.Instant.compare(until, at) <= 0);
      for (const card of expiring) {
        expected.push(`${card.card} @${at.toString()}`);
        cards.splice(cards.indexOf(card), 1);
      }
      // Now one of them sweeps, now both at once.
      const sweepers = chance.is(0.3) ? workplaces : [workplaces[step % 2] ?? services];
      await Promise.all(sweepers.map(sweep));
      // Every third job both have: one believed the other dead.
      const given = (await takeJobs()).map((job) => ({
        job,
        to: chance.is(0.3) ? workers : workers.slice(step % 2, (step % 2) + 1),
      }));
      await Promise.all(given.flatMap(({ job, to }) => to.map((work) => work(job, signal))));
      // What autovacuum would do meanwhile, were these two years not half a minute.
      if (step % 150 === 149) await superPool.query("vacuum (analyze)");
    }

    const [wanted, did] = [new Set(expected), new Set(happened)];
    expect(happened.filter((one, n) => happened.indexOf(one) !== n)).toEqual([]);
    expect(happened.filter((one) => !wanted.has(one))).toEqual([]);
    expect(expected.filter((one) => !did.has(one))).toEqual([]);
    expect(wanted.size).toBeGreaterThan(1_400);
    for (const one of people) await checkLife(one);
  },
);

/** What a person has of all this in the end. */
async function checkLife({ key, done }: Someone): Promise<void> {
  const rows = async (sql: string): Promise<unknown[]> =>
    (await superPool.query<{ one: unknown }>(sql, [key])).rows.map(({ one }) => one);
  const daysOf = (name: string): string[] =>
    [...done].flatMap((one) => (one.startsWith(`${name} `) ? [one.slice(name.length + 1)] : []));
  expect(
    await rows(
      "select key as one from job_runs where user_id = $1 and (status <> 'done' or attempts > 1)",
    ),
  ).toEqual([]);
  expect(
    await rows(
      "select day::text as one from notifications where user_id = $1 and kind = 'weekly' order by day",
    ),
  ).toEqual(daysOf("notices.weekly").toSorted());
  const dueSoon = daysOf("notices.morning").filter((day) =>
    [3, 0, -1].some((ahead) => {
      const due = Temporal.PlainDate.from(day).add({ days: ahead });
      return due.day === due.daysInMonth;
    }),
  );
  expect(
    await rows(
      "select day::text as one from notifications where user_id = $1 and kind = 'bill' order by day",
    ),
  ).toEqual(dueSoon.toSorted());
  const start = Temporal.PlainYearMonth.from("2027-01");
  const last = Temporal.PlainYearMonth.from(daysOf("finance.ahead").at(-1)?.slice(0, 7) ?? "");
  const months = start.until(last.add({ months: 2 }), { largestUnit: "month" }).months + 1;
  expect(await rows("select month as one from bills where user_id = $1 order by month")).toEqual(
    Array.from({ length: months }, (_, n) => start.add({ months: n }).toString()),
  );
}

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { appRouter } from "@vida/api/root";
import type { ApiContext } from "@vida/api/trpc";
import { finishOnboarding } from "@vida/core/account/onboarding";
import { createConversation, removeConversation } from "@vida/core/chat/conversations";
import { newId, type Services } from "@vida/core/context";
import { createGoal } from "@vida/core/goals/create";
import { removeGoal } from "@vida/core/goals/remove";
import { createLiveHub } from "@vida/core/live/hub";
import { testServices } from "@vida/core/testing";
import { purgeAbandoned, purgeRemoved } from "@vida/core/upkeep/purge";
import { testDb } from "@vida/db/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { keepBackup } from "./backups.ts";
import { createInvites } from "./invites.ts";
import { listJobs, retryFailed } from "./job-desk.ts";
import { makeUpkeepBackup } from "./jobs/upkeep-backup.ts";
import { createLog } from "./log.ts";
import { testEnv } from "./testing.ts";

const services = await testServices();
const { urls, superPool } = await testDb();
const hub = await createLiveHub(services.db);
const folder = mkdtempSync(join(tmpdir(), "vida-backups-"));
afterAll(async () => {
  await hub.close();
  rmSync(folder, { recursive: true });
});

let owner = "";
let member = "";
beforeAll(async () => {
  owner = (await services.person()).userId;
  member = (await services.person()).userId;
  // Files of one worker share a database: what others invited is not this page's.
  await superPool.query("delete from login.invites");
  await superPool.query('update login."user" set is_owner = false');
  await superPool.query('update login."user" set is_owner = true where id = $1', [owner]);
});
beforeEach(() => services.at("2026-11-22T15:00:00Z"));

function as(userId: string) {
  const context: ApiContext = {
    services,
    hub,
    requestId: "test",
    person: { userId, sessionId: "test" },
    actionId: undefined,
    address: "127.0.0.1",
    instance: () =>
      Promise.resolve({ signUp: "open", demo: false, brain: "local", pushKey: null, mail: false }),
    spend: () => Promise.resolve(),
    watchSession: () => () => undefined,
    onBug: () => undefined,
  };
  return appRouter.createCaller(context).operator;
}

const context = {
  services: services satisfies Services,
  log: createLog("silent"),
  signal: new AbortController().signal,
  workerId: "test",
};

async function failedJob(): Promise<string> {
  const { rows } = await superPool.query<{ id: string }>(
    "select id::text from graphile_worker.add_job('upkeep.prune', '{}', max_attempts => 3)",
  );
  await superPool.query(
    `update graphile_worker._private_jobs
        set attempts = 3, last_error = 'unavailable: push.unavailable', run_at = now() + interval '1 day'
      where id = $1`,
    [rows[0]?.id],
  );
  return rows[0]?.id ?? "";
}

async function failedNight(): Promise<string> {
  const id = newId();
  await superPool.query(
    `insert into job_runs (id, user_id, name, key, status, attempts, error, started_at)
     values ($1, $2, 'memory.consolidate', $3, 'failed', 3, 'unavailable: model.overloaded', now())`,
    [id, member, `2026-11-${10 + Math.floor(Math.random() * 10)}`],
  );
  return id;
}

describe("the operator's page", () => {
  it("is for nobody but the person who runs the installation", async () => {
    const desk = as(member);
    const forbidden = { cause: { code: "forbidden", reason: "operator.only" } };
    await expect(desk.overview()).rejects.toMatchObject(forbidden);
    await expect(desk.people()).rejects.toMatchObject(forbidden);
    await expect(desk.invites()).rejects.toMatchObject(forbidden);
    await expect(desk.retry({ jobId: await failedJob() })).rejects.toMatchObject(forbidden);
    await expect(desk.revokeInvite({ inviteId: newId() })).rejects.toMatchObject(forbidden);
  });

  it("tells what waits and what failed, and lets it run again", async () => {
    const [jobId, outcomeId] = [await failedJob(), await failedNight()];
    const before = await as(owner).overview();
    expect(before.failures).toContainEqual(
      expect.objectContaining({ jobId, name: "upkeep.prune", tries: 3, mostTries: 3 }),
    );
    expect(before.failedRuns).toContainEqual(
      expect.objectContaining({ outcomeId, name: "memory.consolidate", tries: 3 }),
    );
    expect(await as(owner).retry({ jobId })).toEqual({ name: "upkeep.prune" });
    expect(await as(owner).retry({ outcomeId })).toEqual({ name: "memory.consolidate" });
    const { queue } = await as(owner).overview();
    expect(queue.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["memory.consolidate", "upkeep.prune"]),
    );
    await expect(as(owner).retry({ jobId: "999999999" })).rejects.toMatchObject({
      cause: { code: "not_found" },
    });
  });

  it("is on the command line too", async () => {
    const env = testEnv(urls);
    const jobId = await failedJob();
    expect((await listJobs(env)).line).toContain(`Falhou  ${jobId}  upkeep.prune  3/3`);
    expect(await retryFailed(env, jobId)).toMatchObject({ code: 0 });
    expect(await retryFailed(env, newId())).toMatchObject({ code: 1 });
    expect((await retryFailed(env, "x")).line).toContain("npm run job -- list");
  });

  it("lists people and invitations, and takes an unused one back for good", async () => {
    const invites = createInvites(services.db, services.clock);
    const [open, used] = [await invites.create(owner), await invites.create(owner)];
    await invites.claim(used.code);
    await invites.settle(used.code, member);
    const { items } = await as(owner).invites();
    expect(items.map(({ status }) => status).toSorted()).toEqual(["open", "used"]);
    const mine = items.find(({ status }) => status === "open")?.inviteId ?? "";
    await as(owner).revokeInvite({ inviteId: mine });
    expect(await invites.claim(open.code)).toBe(false);
    const taken = items.find(({ status }) => status === "used")?.inviteId ?? "";
    await expect(as(owner).revokeInvite({ inviteId: taken })).rejects.toMatchObject({
      cause: { reason: "operator.inviteNotFound" },
    });
    const people = await as(owner).people();
    expect(people.items.filter(({ owner: runs }) => runs).map(({ userId }) => userId)).toEqual([
      owner,
    ]);
  });
});

describe("a nightly back-up", () => {
  it("is taken once a day, two weeks of them are kept, and the page shows them", async () => {
    const other = join(folder, "backups", "mine.backup");
    const env = testEnv(urls, { dataDir: folder, adminUrl: urls.admin });
    const handler = makeUpkeepBackup({ env, services });
    expect(await handler({ day: "2026-11-01" }, context)).toHaveProperty("tables");
    expect(await handler({ day: "2026-11-01" }, context)).toEqual({ skipped: true });
    writeFileSync(other, "not ours");
    for (let day = 2; day <= 15; day += 1)
      writeFileSync(
        join(folder, "backups", `vida-2026-10-${String(day).padStart(2, "0")}.backup`),
        "",
      );
    await keepBackup(urls.admin, join(folder, "backups"), "2026-11-02");
    const files = readdirSync(join(folder, "backups")).toSorted();
    expect(files).toHaveLength(15);
    expect([files[0], files[1], files.at(-1)]).toEqual([
      "mine.backup",
      "vida-2026-10-04.backup",
      "vida-2026-11-02.backup",
    ]);
    expect((await as(owner).overview()).backups[0]).toMatchObject({
      day: "2026-11-01",
      error: null,
    });
  });

  it("says what went wrong, and is left to who has a database of their own", async () => {
    const own = makeUpkeepBackup({ env: testEnv(urls), services });
    expect(await own({}, context)).toEqual({ skipped: true });
    const env = testEnv(urls, {
      dataDir: join(folder, "backups", "mine.backup"),
      adminUrl: urls.admin,
    });
    await expect(
      makeUpkeepBackup({ env, services })({ day: "2026-11-05" }, context),
    ).rejects.toThrow("ENOTDIR");
    expect((await as(owner).overview()).backups[0]).toMatchObject({
      day: "2026-11-05",
      rows: null,
    });
  });
});

describe("what is deleted for good", () => {
  it("is what the person removed a month ago, not what they removed since", async () => {
    const ana = await services.person();
    const make = async (title: string) =>
      ana.run(createGoal, {
        title,
        area: "health",
        targetValue: 10,
        unit: "km",
        endDate: "2030-01-01",
      });
    const left = async () =>
      (
        await superPool.query<{ title: string }>(
          "select title from goals where user_id = $1 order by 1",
          [ana.userId],
        )
      ).rows;
    const [old, fresh] = [await make("Antiga"), await make("Recente")];
    const chat = await ana.run(createConversation, {});
    await ana.run(removeGoal, { goalId: old.id });
    await ana.run(removeConversation, { conversationId: chat.id });
    services.at("2026-12-20T15:00:00Z");
    await ana.run(removeGoal, { goalId: fresh.id });
    expect(await purgeRemoved(services, ana)).toMatchObject({ goals: 0, conversations: 0 });
    services.at("2026-12-23T15:00:00Z");
    expect(await purgeRemoved(services, ana)).toMatchObject({ goals: 1, conversations: 1 });
    expect(await left()).toEqual([{ title: "Recente" }]);
  });

  it("is a sign-up that came to nothing, and nobody who finished, came back or runs it all", async () => {
    const people = await Promise.all(Array.from({ length: 3 }, () => services.person()));
    const [gone, finished, back] = people;
    await finished?.run(finishOnboarding, {});
    const ids = people.map(({ userId }) => userId);
    await superPool.query(
      `update login."user" set created_at = '2026-10-01' where id = any($1) or id = $2`,
      [ids, owner],
    );
    await superPool.query(
      `insert into login.session (id, user_id, token, expires_at) values (gen_random_uuid(), $1, gen_random_uuid()::text, '2026-12-01')`,
      [back?.userId],
    );
    expect(await purgeAbandoned(services)).toBe(1);
    const { rows } = await superPool.query<{ id: string }>(
      "select id from users where id = any($1)",
      [[...ids, owner]],
    );
    expect(rows.map(({ id }) => id)).not.toContain(gone?.userId);
    expect(rows).toHaveLength(3);
  });
});

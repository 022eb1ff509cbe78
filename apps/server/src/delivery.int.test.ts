import { createDecipheriv, createECDH, hkdfSync } from "node:crypto";

import { updateProfile } from "@vida/core/account/update-profile";
import { listDevices, subscribeDevice, unsubscribeDevice } from "@vida/core/notifications/devices";
import { dismissNotification, listNotifications } from "@vida/core/notifications/inbox";
import { notify } from "@vida/core/notifications/notify";
import type { NoticeKind } from "@vida/core/notifications/rules";
import { inSession } from "@vida/core/operation";
import { testServices, type TestPerson } from "@vida/core/testing";
import { testDb } from "@vida/db/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { makeNoticesEmail } from "./jobs/notices-email.ts";
import { makeNoticesPush } from "./jobs/notices-push.ts";
import { createLog } from "./log.ts";
import { makeVapidKeys } from "./push-crypto.ts";
import { startPushStub } from "./push-stub.ts";
import { startSmtpStub } from "./smtp-stub.ts";
import { startTestApp, testEnv } from "./testing.ts";

const services = await testServices();
const { urls, superPool } = await testDb();
const noon = "2026-11-22T15:00:00Z";
const open: { close(): Promise<void> }[] = [];
beforeEach(() => services.at(noon));
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

/** A browser's own keys, so that the test can read what only it may. */
function browser() {
  const pair = createECDH("prime256v1");
  pair.generateKeys();
  const auth = Buffer.alloc(16, 7);
  return {
    keys: { p256dh: pair.getPublicKey("base64url"), auth: auth.toString("base64url") },
    read(body: Buffer): unknown {
      const theirs = body.subarray(21, 86);
      const info = Buffer.concat([Buffer.from("WebPush: info\0"), pair.getPublicKey(), theirs]);
      const secret = Buffer.from(hkdfSync("sha256", pair.computeSecret(theirs), auth, info, 32));
      const derive = (label: string, length: number): Buffer =>
        Buffer.from(
          hkdfSync("sha256", secret, body.subarray(0, 16), `Content-Encoding: ${label}\0`, length),
        );
      const cipher = createDecipheriv("aes-128-gcm", derive("aes128gcm", 16), derive("nonce", 12));
      cipher.setAuthTag(body.subarray(-16));
      const text = Buffer.concat([cipher.update(body.subarray(86, -16)), cipher.final()]);
      return JSON.parse(text.subarray(0, -1).toString());
    },
  };
}

async function setUp(statuses: number[] = []) {
  const stub = await startPushStub(statuses);
  open.push(stub);
  const person = await services.person();
  const mine = browser();
  const subscribe = (path = "/one") =>
    person.run(subscribeDevice, {
      endpoint: `${stub.origin}${path}`,
      keys: mine.keys,
      device: "Firefox no Linux",
    });
  const env = testEnv(urls, {
    role: "worker",
    push: { keys: makeVapidKeys(), services: [stub.origin] },
  });
  return { stub, person, mine, subscribe, env };
}

const tell = (person: TestPerson, kind: NoticeKind, key = "um"): Promise<boolean> =>
  inSession(services, { userId: person.userId, actor: "job" }, (ctx) =>
    notify(ctx, { kind, title: "Luz: R$ 99,90", body: "Vence hoje.", records: [], key }),
  );

type Waiting = { name: string; payload: unknown; runAt: Date };

async function waiting({ userId }: TestPerson): Promise<Waiting[]> {
  const { rows } = await superPool.query<Waiting>(
    `select t.identifier as name, j.payload, j.run_at as "runAt" from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id
      where j.payload ->> 'userId' = $1 order by 1`,
    [userId],
  );
  return rows;
}

const context = {
  services,
  log: createLog("silent"),
  signal: new AbortController().signal,
  workerId: "test",
};

describe("a push", () => {
  it("arrives encrypted for its browser, signed for its service, and is urgent for a reminder", async () => {
    const { stub, person, mine, subscribe, env } = await setUp();
    await subscribe();
    await tell(person, "reminder");
    const [job] = await waiting(person);
    await makeNoticesPush({ env, services })(job?.payload, context);
    const [pushed] = stub.pushed;
    expect(pushed?.headers).toMatchObject({
      "content-encoding": "aes128gcm",
      ttl: "86400",
      urgency: "high",
    });
    expect(pushed?.headers.authorization).toMatch(/^vapid t=[\w-]+\.[\w-]+\.[\w-]+, k=[\w-]{87}$/);
    const token = /t=[\w-]+\.([\w-]+)/.exec(pushed?.headers.authorization ?? "")?.[1] ?? "";
    expect(JSON.parse(Buffer.from(token, "base64url").toString())).toMatchObject({
      aud: stub.origin,
      sub: "mailto:vida@example.com",
    });
    expect(mine.read(pushed?.body ?? Buffer.alloc(0))).toMatchObject({
      kind: "reminder",
      title: "Luz: R$ 99,90",
      body: "Vence hoje.",
    });
  });

  it("is tried again by the queue when the service cannot take it now", async () => {
    const { stub, person, subscribe, env } = await setUp([503]);
    await subscribe();
    await tell(person, "reminder");
    const app = await startTestApp(env);
    open.push({ close: () => app.stop() });
    await stub.reached(2);
    await expect.poll(() => waiting(person)).toEqual([]);
    expect(stub.pushed).toHaveLength(2);
  });

  it.each([404, 410])(
    "ends the subscription on %i, and no other browser hears it twice",
    async (status) => {
      const { stub, person, subscribe, env } = await setUp([status]);
      await subscribe("/gone");
      const kept = await subscribe("/kept");
      await tell(person, "bill");
      for (const { payload } of (await waiting(person)).toSorted((a) =>
        JSON.stringify(a.payload).includes(kept.deviceId) ? 1 : -1,
      ))
        await makeNoticesPush({ env, services })(payload, context);
      expect(stub.pushed.map(({ path }) => path)).toEqual(["/gone", "/kept"]);
      expect((await person.run(listDevices, {})).items).toMatchObject([
        { deviceId: kept.deviceId },
      ]);
    },
  );

  it("goes to push services alone: another address is dropped unasked", async () => {
    const { stub, person, subscribe, env } = await setUp();
    await subscribe();
    await tell(person, "bill");
    const [job] = await waiting(person);
    const strict = { ...env, push: { ...env.push, services: [] } };
    await makeNoticesPush({ env: strict, services })(job?.payload, context);
    expect(stub.pushed).toEqual([]);
    expect((await person.run(listDevices, {})).items).toEqual([]);
  });

  it("is not sent for what was read or dismissed meanwhile, nor to a browser that was let go", async () => {
    const { stub, person, subscribe, env } = await setUp();
    const first = await subscribe("/a");
    await subscribe("/b");
    await tell(person, "bill");
    const jobs = await waiting(person);
    await person.run(unsubscribeDevice, { deviceId: first.deviceId });
    const [notice] = (await person.run(listNotifications, {})).items;
    await person.run(dismissNotification, { notificationId: notice?.id ?? "" });
    for (const { payload } of jobs) await makeNoticesPush({ env, services })(payload, context);
    expect(stub.pushed).toEqual([]);
  });
});

describe("ways out of the app", () => {
  it("follow the person's choice of kinds, and quiet hours, from which reminders are exempt", async () => {
    const { person, subscribe } = await setUp();
    await subscribe();
    services.at("2026-11-23T02:00:00Z"); // 23:00 in São Paulo
    await tell(person, "bill");
    await tell(person, "reminder");
    const jobs = await waiting(person);
    expect(jobs).toHaveLength(2);
    expect(
      jobs.filter(({ runAt }) => runAt.toISOString() === "2026-11-23T10:00:00.000Z"),
    ).toHaveLength(1);
    await person.run(updateProfile, {
      preferences: { notifications: { pushKinds: ["reminder"], emailKinds: ["goal"] } },
    });
    await tell(person, "insight");
    await tell(person, "goal");
    expect((await waiting(person)).map(({ name }) => name)).toEqual([
      "notices.email",
      "notices.push",
      "notices.push",
    ]);
    expect((await person.run(listNotifications, {})).items).toHaveLength(4);
  });

  it("put a notice off whose job comes too late, into the morning", async () => {
    const { stub, person, subscribe, env } = await setUp();
    await subscribe();
    await tell(person, "bill");
    const [job] = await waiting(person);
    services.at("2026-11-23T03:00:00Z");
    await makeNoticesPush({ env, services })(job?.payload, context);
    expect(stub.pushed).toEqual([]);
    expect((await waiting(person)).map(({ runAt }) => runAt.toISOString())).toContain(
      "2026-11-23T10:00:00.000Z",
    );
  });

  it("a fourth notice of a day and a muted kind stay unsaid, reminders are said", async () => {
    const { person } = await setUp();
    await person.run(updateProfile, {
      preferences: { notifications: { mutedKinds: ["goal", "reminder"] } },
    });
    const told = [];
    for (const kind of ["goal", "bill", "insight", "question", "stale", "reminder"] as const)
      told.push(await tell(person, kind));
    expect(told).toEqual([false, true, true, true, false, true]);
  });
});

describe("a mail", () => {
  it("tells the week to a proven address, once the mail server takes it", async () => {
    const smtp = await startSmtpStub();
    open.push(smtp);
    const person = await services.person();
    await tell(person, "weekly");
    const [job] = await waiting(person);
    expect(job?.name).toBe("notices.email");
    const mail = { smtpUrl: smtp.url, from: "vida@example.com" };
    const env = testEnv(urls, { mail });
    const handler = makeNoticesEmail({ env, services, log: createLog("silent") });
    expect(await handler(job?.payload, context)).toEqual({ sent: false });
    const { rows } = await superPool.query<{ email: string }>(
      'update login."user" set email_verified = true where id = $1 returning email',
      [person.userId],
    );
    const dead = testEnv(urls, { mail: { ...mail, smtpUrl: "smtp://127.0.0.1:1" } });
    await expect(
      makeNoticesEmail({ env: dead, services, log: createLog("silent") })(job?.payload, context),
    ).rejects.toMatchObject({ code: "unavailable", reason: "mail.unavailable" });
    expect(await handler(job?.payload, context)).toEqual({ sent: true });
    const text = await smtp.mailTo(rows[0]?.email ?? "");
    expect(text).toContain("Vence hoje.");
    expect(text).toContain("/settings#avisos");
  });
});

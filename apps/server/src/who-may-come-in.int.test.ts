import { testDb } from "@vida/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";

import { demoEmail } from "./auth-endpoints.ts";
import { startSmtpStub } from "./smtp-stub.ts";
import { goodPassword, signUp, startTestApp, testEnv, visit, type TestApp } from "./testing.ts";

const { urls, db, superPool } = await testDb();
const smtp = await startSmtpStub();
const apps: TestApp[] = [];
const start = async (changes: Parameters<typeof testEnv>[1]) => {
  const app = await startTestApp(testEnv(urls, changes));
  apps.push(app);
  return app;
};
afterAll(async () => {
  await Promise.all(apps.map((app) => app.stop()));
  await smtp.close();
});

const newEmail = () => `nova-${Math.random().toString(36).slice(2)}@example.com`;
const register = (address: string, more: object = {}) =>
  visit(address).post("/api/auth/sign-up/email", {
    email: newEmail(),
    password: goodPassword,
    name: "Dora",
    ...more,
  });
const nobodyYet = () => superPool.query(`delete from login."user"`);

describe("a closed installation", () => {
  beforeAll(nobodyYet);

  it("lets the first person in, exactly one of many at once, and then nobody", async () => {
    const { address } = await start({ signUp: "closed" });
    expect(await visit(address).get("/trpc/account.instance")).toMatchObject({
      body: {
        result: {
          data: { signUp: "open", demo: false, brain: "local", pushKey: null, mail: false },
        },
      },
    });
    const first = await Promise.all(Array.from({ length: 5 }, () => register(address)));
    expect(first.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await register(address)).toMatchObject({
      status: 403,
      body: { code: "SIGN_UP_CLOSED" },
    });
    expect(await visit(address).get("/trpc/account.instance")).toMatchObject({
      body: { result: { data: { signUp: "closed" } } },
    });
    const { rows } = await superPool.query(`select role from users`);
    expect(rows).toEqual([{ role: "owner" }]);
  });
});

describe("an installation by invitation", () => {
  beforeAll(nobodyYet);

  it("takes each invitation of its owner once", async () => {
    const { address } = await start({ signUp: "invite" });
    const owner = await signUp(address);
    const made = await owner.post("/api/auth/invite", {});
    const { code } = z.object({ code: z.string() }).parse(made.body);
    expect((await register(address)).status).toBe(403);
    expect((await register(address, { invite: "x" })).status).toBe(403);
    const tries = await Promise.all([1, 2, 3].map(() => register(address, { invite: code })));
    expect(tries.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it("lets nobody but its owner invite", async () => {
    const { address } = await start({ signUp: "open" });
    const guest = await signUp(address);
    expect((await guest.post("/api/auth/invite", {})).status).toBe(403);
    expect((await visit(address).post("/api/auth/invite", {})).status).toBe(401);
  });
});

describe("the demo person", () => {
  beforeAll(async () => {
    await db.auth.loginUser.create({
      data: { id: crypto.randomUUID(), name: "Ana Demo", email: demoEmail, emailVerified: true },
    });
  });

  it("is let in by a button with the embedded default", async () => {
    const { address } = await start({});
    const visitor = visit(address);
    expect((await visitor.post("/api/auth/demo", {})).status).toBe(200);
    expect(await visitor.get("/trpc/account.me")).toMatchObject({
      body: { result: { data: { email: demoEmail } } },
    });
  });

  it("is not let in in production, nor with a database of one's own, nor by a password", async () => {
    for (const changes of [{ production: true }, { embedded: false }]) {
      const { address } = await start(changes);
      expect((await visit(address).post("/api/auth/demo", {})).status).toBe(404);
    }
    const { address } = await start({});
    const credentials = { email: demoEmail, password: "" };
    expect((await visit(address).post("/api/auth/sign-in/email", credentials)).status).toBe(401);
  });
});

const linkIn = (mail: string) => new URL(/http\S+/.exec(mail)?.[0] ?? "");

it("another address proves itself by its link before it is the account's, and the old one is told", async () => {
  const { address } = await start({ mail: { smtpUrl: smtp.url, from: "vida@example.com" } });
  const person = await signUp(address);
  const moved = newEmail();
  const change = { newEmail: moved, password: goodPassword };
  expect((await person.post("/api/auth/change-email", change)).status).toBe(200);
  const email = async () => JSON.stringify((await person.get("/trpc/account.me")).body);
  expect(await email()).toContain(person.email);
  const link = linkIn(await smtp.mailTo(moved));
  await person.get(`${link.pathname}${link.search}`);
  expect(await email()).toContain(moved);
  await expect.poll(() => smtp.mailTo(person.email)).toContain(`passe a usar ${moved}`);
});

describe("a forgotten password", () => {
  it("is replaced through a link that works once and ends every session", async () => {
    const { address } = await start({ mail: { smtpUrl: smtp.url, from: "vida@example.com" } });
    const person = await signUp(address);
    expect(await smtp.mailTo(person.email)).toContain("confirmar que este e-mail");
    await superPool.query("select 1");
    const asked = await visit(address).post("/api/auth/request-password-reset", {
      email: person.email,
    });
    expect(asked.status).toBe(200);
    const link = await nextLink(person.email);
    const token = link.searchParams.get("token");
    expect(link.pathname).toBe("/reset-password");
    const reset = async (newPassword: string) =>
      visit(address).post("/api/auth/reset-password", { newPassword, token });
    expect(await reset("senha123")).toMatchObject({ body: { code: "PASSWORD_TOO_WEAK" } });
    expect((await reset("pitangueira na calçada")).status).toBe(200);
    expect((await reset("outra pitangueira florida")).status).toBe(400);
    expect((await person.get("/trpc/account.me")).status).toBe(401);
    const credentials = { email: person.email, password: "pitangueira na calçada" };
    expect((await person.post("/api/auth/sign-in/email", credentials)).status).toBe(200);
    const { rows } = await superPool.query("select identifier from login.verification");
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  async function nextLink(email: string): Promise<URL> {
    for (;;) {
      const link = linkIn(await smtp.mailTo(email));
      if (link.pathname === "/reset-password") return link;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  it("is asked for with the same answer whether the address is known or not", async () => {
    const { address } = await start({});
    const person = await signUp(address);
    const ask = (email: string) =>
      visit(address).post("/api/auth/request-password-reset", { email });
    const [known, unknown] = [await ask(person.email), await ask(newEmail())];
    expect(unknown.body).toEqual(known.body);
    expect(unknown.status).toBe(known.status);
  });

  it("shows its link in the log when no mail can be sent, never in production", async () => {
    for (const production of [false, true]) {
      const app = await start({ production });
      const person = await signUp(app.address);
      await person.post("/api/auth/request-password-reset", { email: person.email });
      expect(app.logged.join("").includes("/reset-password?token=")).toBe(!production);
    }
  });
});

import { testDb } from "@vida/db/testing";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";

import { goodPassword, signUp, startTestApp, testEnv, visit, webOrigin } from "./testing.ts";

const { urls, superPool } = await testDb();
const app = await startTestApp(testEnv(urls));
afterAll(() => app.stop());

const GetSession = z.object({ user: z.object({ id: z.uuid(), email: z.string() }) });
const newEmail = () => `nova-${Math.random().toString(36).slice(2)}@example.com`;

describe("signing up", () => {
  it("gives a session at once, in a cookie that scripts cannot read and other sites do not send", async () => {
    const body = { email: newEmail(), password: goodPassword, name: "Dora" };
    const response = await fetch(`${app.address}/api/auth/sign-up/email`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: webOrigin },
      body: JSON.stringify(body),
    });
    const [cookie = ""] = response.headers.getSetCookie();
    expect(cookie).toMatch(
      /^vida-3000\.session_token=.+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/i,
    );
  });

  it("makes the person behind the log-in, whose id is a UUID and opens the procedures", async () => {
    const person = await signUp(app.address);
    const me = await person.get("/trpc/account.me");
    const session = await person.get("/api/auth/get-session");
    expect(me).toMatchObject({ status: 200, body: { result: { data: { email: person.email } } } });
    const { user } = GetSession.parse(session.body);
    expect(user.email).toBe(person.email);
    expect(user.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  });

  it("refuses passwords that are short, long, common or made of the person's own name", async () => {
    const tries: [string, string][] = [
      ["abc123", "PASSWORD_TOO_SHORT"],
      ["x".repeat(73), "PASSWORD_TOO_LONG"],
      ["senha123", "PASSWORD_TOO_WEAK"],
      ["waldvogel", "PASSWORD_TOO_WEAK"],
    ];
    for (const [password, code] of tries) {
      const body = { email: newEmail(), password, name: "Gertrudes Waldvogel" };
      const answer = await visit(app.address).post("/api/auth/sign-up/email", body);
      expect(answer).toMatchObject({ status: 400, body: { code } });
    }
  });

  it("refuses an address that has an account, in whatever case it is written", async () => {
    const { email } = await signUp(app.address);
    const body = { email: email.toUpperCase(), password: goodPassword, name: "Dora" };
    const answer = await visit(app.address).post("/api/auth/sign-up/email", body);
    expect(answer.status).toBe(422);
  });

  it("stores the password as argon2id and nowhere else", async () => {
    const { email } = await signUp(app.address);
    const { rows } = await superPool.query<{ password: string }>(
      `select password from login.account a join login."user" u on u.id = a.user_id where email = $1`,
      [email],
    );
    expect(rows[0]?.password).toMatch(/^\$argon2id\$/);
    expect(app.logged.join("\n")).not.toContain(goodPassword);
  });
});

describe("logging in", () => {
  it("opens a new session and ends the one it replaces", async () => {
    const person = await signUp(app.address);
    const before = visit(app.address, person.cookie);
    const { status } = await person.post("/api/auth/sign-in/email", {
      email: person.email,
      password: goodPassword,
    });
    expect(status).toBe(200);
    expect(person.cookie).not.toBe(before.cookie);
    expect((await person.get("/trpc/account.me")).status).toBe(200);
    expect((await before.get("/trpc/account.me")).status).toBe(401);
  });

  it("answers an unknown address as it answers a wrong password, and hashes for both", async () => {
    const { email } = await signUp(app.address);
    const visitor = visit(app.address);
    const wrong = { email, password: "outra senha qualquer" };
    const unknown = { email: newEmail(), password: "outra senha qualquer" };
    const times: number[] = [];
    const answers = [];
    for (const body of [wrong, unknown]) {
      const started = performance.now();
      answers.push(await visitor.post("/api/auth/sign-in/email", body));
      times.push(performance.now() - started);
    }
    expect(answers[0]).toMatchObject({ status: 401 });
    expect(answers[1]?.status).toBe(401);
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect(Math.min(...times)).toBeGreaterThan(4);
  });

  it("ends with signing out", async () => {
    const person = await signUp(app.address);
    const kept = visit(app.address, person.cookie);
    expect((await person.post("/api/auth/sign-out", {})).status).toBe(200);
    expect((await kept.get("/trpc/account.me")).status).toBe(401);
    expect(await kept.get("/trpc/account.me")).toMatchObject({
      body: { error: { data: { code: "unauthenticated", reason: "session.required" } } },
    });
  });

  it("does not accept a cookie that was tampered with", async () => {
    const person = await signUp(app.address);
    const forged = visit(app.address, person.cookie.replace(/=(.)/, "=x$1"));
    expect((await forged.get("/trpc/account.me")).status).toBe(401);
  });
});

describe("sessions", () => {
  it("can be listed and revoked", async () => {
    const here = await signUp(app.address);
    const there = visit(app.address);
    const credentials = { email: here.email, password: goodPassword };
    await there.post("/api/auth/sign-in/email", credentials);
    const { body } = await here.get("/api/auth/list-sessions");
    expect(body).toHaveLength(2);
    await here.post("/api/auth/revoke-other-sessions", {});
    expect((await there.get("/trpc/account.me")).status).toBe(401);
    expect((await here.get("/trpc/account.me")).status).toBe(200);
  });

  it("elsewhere end when the password is changed, which needs the old one and a strong new one", async () => {
    const here = await signUp(app.address);
    const there = visit(app.address);
    await there.post("/api/auth/sign-in/email", { email: here.email, password: goodPassword });
    const change = async (currentPassword: string, newPassword: string) =>
      here.post("/api/auth/change-password", { currentPassword, newPassword });
    expect(await change(goodPassword, "senha123")).toMatchObject({
      body: { code: "PASSWORD_TOO_WEAK" },
    });
    expect(await change(goodPassword, goodPassword)).toMatchObject({
      body: { code: "PASSWORD_SAME" },
    });
    expect((await change("não é esta", "jabuticaba no quintal")).status).toBe(400);
    expect((await change(goodPassword, "jabuticaba no quintal")).status).toBe(200);
    expect((await there.get("/trpc/account.me")).status).toBe(401);
    expect((await here.get("/trpc/account.me")).status).toBe(200);
  });
});

describe("the address of an account", () => {
  it("is changed with the password, at once where no mail can be sent", async () => {
    const person = await signUp(app.address);
    const email = newEmail();
    const change = async (newAddress: string, password: string) =>
      person.post("/api/auth/change-email", { newEmail: newAddress, password });
    expect(await change(email, "não é esta")).toMatchObject({
      status: 400,
      body: { code: "INVALID_PASSWORD" },
    });
    expect((await change("sem arroba", goodPassword)).status).toBe(400);
    expect((await change(email, goodPassword)).status).toBe(200);
    expect(await person.get("/trpc/account.me")).toMatchObject({
      body: { result: { data: { email } } },
    });
    const credentials = { email, password: goodPassword };
    const again = await visit(app.address).post("/api/auth/sign-in/email", credentials);
    expect(again.status).toBe(200);
  });

  it("that is somebody else's is answered like any other and not taken", async () => {
    const [ana, bia] = [await signUp(app.address), await signUp(app.address)];
    const change = { newEmail: bia.email, password: goodPassword };
    const answer = await ana.post("/api/auth/change-email", change);
    const free = { newEmail: newEmail(), password: goodPassword };
    const other = await (await signUp(app.address)).post("/api/auth/change-email", free);
    expect([answer.status, answer.body]).toEqual([other.status, other.body]);
    expect(await ana.get("/trpc/account.me")).toMatchObject({
      body: { result: { data: { email: ana.email } } },
    });
  });
});

describe("an account's other paths", () => {
  it("are closed: nothing of better-auth is reachable that is not on our list", async () => {
    const person = await signUp(app.address);
    for (const path of ["/update-user", "/delete-user", "/link-social", "/sign-in/social"]) {
      expect((await person.post(`/api/auth${path}`, {})).status).toBe(404);
    }
  });
});

import { connect } from "node:net";

import { openDb } from "@vida/db/db";
import { testDb } from "@vida/db/testing";
import { afterAll, describe, expect, it } from "vitest";

import { createHttp } from "./http.ts";
import { createLog } from "./log.ts";
import { goodPassword, signUp, startTestApp, testEnv, visit } from "./testing.ts";

const { urls } = await testDb();
const app = await startTestApp(testEnv(urls));
afterAll(() => app.stop());

const foreign = { origin: "https://evil.example" };

describe("a request from elsewhere", () => {
  it("changes nothing through a procedure, whatever its form", async () => {
    const person = await signUp(app.address);
    const refused = { status: 403, body: { error: { data: { code: "forbidden" } } } };
    const path = "/trpc/account.updateProfile";
    expect(await person.post(path, { name: "Eva" }, foreign)).toMatchObject(refused);
    expect(await person.post(path, { name: "Eva" }, { origin: "null" })).toMatchObject(refused);
    const form = new FormData();
    form.set("name", "Eva");
    const response = await fetch(`${app.address}${path}`, {
      method: "POST",
      headers: { ...foreign, cookie: person.cookie },
      body: form,
    });
    expect(response.status).toBe(403);
    expect(await person.get("/trpc/account.me")).toMatchObject({
      body: { result: { data: { name: "Dora Lima" } } },
    });
  });

  it("is refused with cookies and without any origin", async () => {
    const person = await signUp(app.address);
    const response = await fetch(`${app.address}/trpc/account.updateProfile`, {
      method: "POST",
      headers: { cookie: person.cookie, "content-type": "application/json" },
      body: JSON.stringify({ name: "Eva" }),
    });
    expect(response.status).toBe(403);
  });

  it("neither logs anybody in nor out", async () => {
    const person = await signUp(app.address);
    const credentials = { email: person.email, password: goodPassword };
    expect((await person.post("/api/auth/sign-in/email", credentials, foreign)).status).toBe(403);
    expect(
      (await visit(app.address).post("/api/auth/sign-in/email", credentials, foreign)).status,
    ).toBe(403);
    expect((await person.post("/api/auth/sign-out", {}, foreign)).status).toBe(403);
    expect((await person.get("/trpc/account.me")).status).toBe(200);
  });

  it("is served under the loopback names of our own address", async () => {
    const person = await signUp(app.address);
    const loopback = { origin: "http://127.0.0.1:3000" };
    const answer = await person.post("/trpc/account.updateProfile", { name: "Eva" }, loopback);
    expect(answer.status).toBe(200);
  });
});

describe("every request", () => {
  it("has an id that comes back, the caller's own when it is one", async () => {
    const given = await visit(app.address).get("/healthz", { "x-request-id": "abc-123-def" });
    expect(given.headers.get("x-request-id")).toBe("abc-123-def");
    const made = await visit(app.address).get("/healthz", { "x-request-id": "bad id\u00e9" });
    expect(made.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    const refused = await visit(app.address).get("/trpc/account.me", {
      "x-request-id": "follow-me-1",
    });
    expect(refused.body).toMatchObject({ error: { data: { requestId: "follow-me-1" } } });
  });

  it("is answered with headers that forbid framing, sniffing and scripts", async () => {
    const { headers } = await visit(app.address).get("/trpc/account.instance");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("server") ?? headers.get("x-powered-by")).toBeNull();
  });

  it("is logged without its query", async () => {
    const person = await signUp(app.address);
    await person.get(`/trpc/tracking.list?input=${encodeURIComponent('{"secret":"xyzzy"}')}`);
    const log = app.logged.join("\n");
    expect(log).toContain("/trpc/tracking.list");
    expect(log).not.toContain("xyzzy");
    expect(log).not.toContain(person.email);
  });

  it("may carry a megabyte and no more, and an import more", async () => {
    const person = await signUp(app.address);
    const body = { name: "x".repeat(1024 * 1024) };
    expect(await person.post("/trpc/account.updateProfile", body)).toMatchObject({
      status: 413,
      body: { error: { data: { code: "invalid", reason: "request.tooLarge" } } },
    });
    const big = await person.post("/trpc/account.importData", body);
    expect(big.status).not.toBe(413);
  });

  it("holds at most twenty procedures", async () => {
    const person = await signUp(app.address);
    const batch = (count: number) =>
      person.get(`/trpc/${Array(count).fill("account.me").join(",")}?batch=1&input={}`);
    expect((await batch(20)).status).toBe(200);
    expect((await batch(21)).status).toBe(400);
  });

  it("in a form we do not read is a typed refusal", async () => {
    const person = await signUp(app.address);
    const tries: [string, string][] = [
      ["text/plain", "hello"],
      ["application/json", "{"],
      ["multipart/form-data; boundary=x", "--x--"],
    ];
    for (const [type, text] of tries) {
      const response = await fetch(`${app.address}/trpc/account.updateProfile`, {
        method: "POST",
        headers: { cookie: person.cookie, origin: "http://localhost:3000", "content-type": type },
        body: text,
      });
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
      expect(await response.json()).toMatchObject({ error: { data: { code: "invalid" } } });
    }
  });

  it("for an unknown path or procedure is a typed 404", async () => {
    for (const path of ["/nothing", "/trpc/nothing.here", "/api/auth/nothing"]) {
      expect(await visit(app.address).get(path)).toMatchObject({
        status: 404,
        body: { error: { data: { code: "not_found" } } },
      });
    }
  });

  it("with broken headers ends with a 4xx instead of hanging", async () => {
    const { hostname, port } = new URL(app.address);
    const socket = connect(Number(port), hostname);
    socket.write(`GET /healthz HTTP/1.1\r\nx: ${"y".repeat(20_000)}\r\n\r\n`);
    const answer = await new Promise<string>((resolve) => {
      socket.on("data", (data) => resolve(data.toString("utf8")));
    });
    socket.destroy();
    expect(answer).toMatch(/^HTTP\/1\.1 431/);
  });
});

describe("health", () => {
  it("is live, and ready with a database that is current", async () => {
    expect(await visit(app.address).get("/healthz")).toMatchObject({
      status: 200,
      body: { status: "ok" },
    });
    expect(await visit(app.address).get("/readyz")).toMatchObject({
      status: 200,
      body: { ready: true, database: "ok", migrations: "current" },
    });
  });

  it("tells that the database is away, at once and in the same form", async () => {
    const nowhere = "postgresql://nobody:x@127.0.0.1:1/none";
    const db = openDb({ appUrl: nowhere, workerUrl: nowhere, authUrl: nowhere });
    const lost = await createHttp({ env: testEnv(urls), log: createLog("silent"), db });
    const answer = await lost.app.inject("/readyz");
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({ ready: false, database: "down" });
    expect((await lost.app.inject("/healthz")).statusCode).toBe(200);
    await lost.drain();
    await db.close();
  });
});

import { setTimeout as pause } from "node:timers/promises";

import { testDb } from "@vida/db/testing";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";

import { startServer } from "./testing-process.ts";
import { goodPassword, signUp } from "./testing.ts";

const { urls, superPool } = await testDb();
const server = await startServer(urls, { ROLE: "all", LOG_LEVEL: "trace", RATE_LIMITS: "off" });
afterAll(() => {
  server.child.kill("SIGKILL");
});
await server.ready();

const Data = z.object({ result: z.object({ data: z.looseObject({}) }) });
const dataOf = (body: unknown) => Data.parse(body).result.data;

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await pause(50);
  }
}

/** What nobody may read in a log, and what stands for it in what a person does below. */
const SECRETS = ["Zoroastro", "4321.09", "4321,09", "dossiê", "girassol", "Quimera", "Dora Lima"];

describe("the log of a server process", () => {
  it("has no text, name, amount or secret of a whole turn in it, even at its most talkative", async () => {
    const person = await signUp(server.address);
    const cookie = person.cookie.split("=")[1]?.slice(0, 20) ?? "no cookie";
    const { id } = dataOf((await person.post("/trpc/chat.create", {})).body);
    const send = (content: string) =>
      person.post("/trpc/chat.send", {
        conversationId: id,
        messageId: crypto.randomUUID(),
        content,
      });
    await send("gastei 4321,09 reais no Zoroastro");
    const card = await until(async () => {
      const { body } = await person.get("/trpc/chat.pending");
      const pending = z.object({
        items: z.array(
          z.object({
            confirmationId: z.string(),
            actions: z.array(z.object({ actionId: z.string() })),
          }),
        ),
      });
      return pending.parse(dataOf(body)).items[0];
    });
    const decisions = card.actions.map(({ actionId }) => ({ actionId, verdict: "confirm" }));
    const { confirmationId } = card;
    await person.post("/trpc/chat.decide", { confirmationId, decisions });
    await until(async () => {
      const { rowCount } = await superPool.query("select from transactions where amount = 4321.09");
      return rowCount === 1 ? true : undefined;
    });
    await send("meu dossiê secreto");
    await person.post("/trpc/bills.create", { name: "Quimera", amount: "4321.09" });
    await person.post("/trpc/tracking.record", { type: "water", value: "Quimera" });
    await person.post("/api/auth/sign-in/email", { email: person.email, password: "dossiê" });
    await person.get(
      `/trpc/transactions.list?input=${encodeURIComponent('{"query":"Zoroastro"}')}`,
    );
    await person.post("/trpc/nothing.here", { text: "Quimera" });

    server.child.kill("SIGTERM");
    await server.ended;
    const { stdout, stderr } = server.output();
    const lines = stdout.trim().split("\n");
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow();
    const text = stdout + stderr;
    // The log is the one of this turn, so that silence is no accident.
    expect(text).toContain("/trpc/chat.decide");
    const passwords = [urls.app, urls.auth, urls.worker].map((url) => new URL(url).password);
    const secrets = [...SECRETS, goodPassword, person.email, cookie, ...passwords];
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  });
});

import { testDb } from "@vida/db/testing";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";

import { createLimits } from "./limits.ts";
import { signUp, startTestApp, testEnv, visit } from "./testing.ts";

const { urls, db } = await testDb();
const env = testEnv(urls, { rateLimits: true });
const [first, second] = await Promise.all([startTestApp(env), startTestApp(env)]);
afterAll(() => Promise.all([first.stop(), second.stop()]));

const Limited = z.object({ code: z.literal("limited"), retryAfterSeconds: z.number() });

/** Each test comes from an address of its own, as told by the web in front. */
let hosts = 0;
const newAddress = () => ({ "x-forwarded-for": `203.0.113.${(hosts += 1)}` });

describe("trying too often", () => {
  it("to log in to one account is refused by every replica, with the time to wait", async () => {
    const email = `alvo-${Math.random()}@example.com`;
    const answers = [];
    for (let index = 0; index < 14; index += 1) {
      const { address } = index % 2 === 0 ? first : second;
      const body = { email, password: "errada demais" };
      answers.push(await visit(address).post("/api/auth/sign-in/email", body, newAddress()));
    }
    expect(answers.map(({ status }) => status)).toEqual([
      ...Array<number>(10).fill(401),
      ...Array<number>(4).fill(429),
    ]);
    const last = answers.at(-1);
    expect(Limited.parse(last?.body).retryAfterSeconds).toBeGreaterThan(600);
    expect(Number(last?.headers.get("retry-after"))).toBeGreaterThan(600);
  });

  it("from one address is refused whatever the account", async () => {
    const from = newAddress();
    const statuses: number[] = [];
    for (let index = 0; index < 105; index += 1) {
      const body = { email: `x${index}@example.com`, password: "errada demais" };
      const { address } = index % 2 === 0 ? first : second;
      const { status } = await visit(address).post("/api/auth/sign-in/email", body, from);
      statuses.push(status);
    }
    expect(statuses.slice(0, 100)).toEqual(Array<number>(100).fill(401));
    expect(statuses.slice(100)).toEqual(Array<number>(5).fill(429));
  });

  it("does not count against an address that a stranger only claims to have", async () => {
    const limits = createLimits(db, true);
    const one = { account: "a@example.com", address: "2001:db8:1:2:3::1" };
    await limits.spend("reset", one);
    for (let index = 0; index < 29; index += 1) {
      await limits.spend("reset", { address: `2001:db8:1:2:${index}::9` });
    }
    await expect(limits.spend("reset", { address: "2001:db8:1:2:ff::1" })).rejects.toMatchObject({
      code: "limited",
    });
    await limits.spend("reset", { address: "2001:db8:1:3::1" });
  });

  it("is forgotten after the right password", async () => {
    const person = await signUp(first.address);
    for (let round = 0; round < 3; round += 1) {
      for (let index = 0; index < 6; index += 1) {
        const body = { email: person.email, password: "errada demais" };
        await visit(first.address).post("/api/auth/sign-in/email", body, newAddress());
      }
      const right = { email: person.email, password: "girassol azul em outubro" };
      expect((await person.post("/api/auth/sign-in/email", right, newAddress())).status).toBe(200);
    }
  });

  it("to send messages is refused by procedure, with the time to wait", async () => {
    const person = await signUp(first.address);
    const answers = await Promise.all(
      Array.from({ length: 45 }, (_, index) =>
        visit(index % 2 === 0 ? first.address : second.address, person.cookie).post(
          "/trpc/chat.send",
          { nonsense: true },
        ),
      ),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(5);
    expect(refused[0]).toMatchObject({ body: { error: { data: { code: "limited" } } } });
    expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
  });
});

import { randomUUID } from "node:crypto";

import { expect, test } from "vitest";

import { testDb } from "./testing.ts";

const { db, newPerson } = await testDb();
const as = (userId: string) => ({ userId, actor: "user" as const, actionId: randomUUID() });

test("a session reads its person in the flight that opens it", async () => {
  const { userId, email } = await newPerson({ name: "Bia", timezone: "America/Manaus" });
  const person = await db.withSession(as(userId), async (_tx, found) => found);
  expect(person).toMatchObject({
    userId,
    email,
    name: "Bia",
    timezone: "America/Manaus",
    prior: null,
  });
});

test("a session of somebody who does not exist is refused before its work starts", async () => {
  let started = false;
  const session = db.withSession(as(randomUUID()), async () => {
    started = true;
  });
  await expect(session).rejects.toMatchObject({ code: "notFound" });
  expect(started).toBe(false);
});

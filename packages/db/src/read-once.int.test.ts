import { randomUUID } from "node:crypto";

import { expect, test } from "vitest";

import type { ReadOnce } from "./session.ts";
import { testDb } from "./testing.ts";

const { db, newPerson } = await testDb();
const { userId } = await newPerson();

test("one statement answers the person's own rows", async () => {
  const found = await db.readOnce(userId, (once) => once.person.findMany({ select: { id: true } }));
  expect(found).toEqual([{ id: userId }]);
});

test("somebody who does not exist sees nothing", async () => {
  expect(await db.readOnce(randomUUID(), (once) => once.person.count())).toBe(0);
});

test("a second statement is misuse, one after the other and at once", async () => {
  const twice = async (once: ReadOnce) => {
    await once.person.count();
    return once.person.count();
  };
  const atOnce = (once: ReadOnce) => Promise.all([once.person.count(), once.customMetric.count()]);
  await expect(db.readOnce(userId, twice)).rejects.toMatchObject({ code: "misuse" });
  await expect(db.readOnce(userId, atOnce)).rejects.toMatchObject({ code: "misuse" });
});

test("a relation comes along in the same statement", async () => {
  const found = await db.readOnce(userId, (once) =>
    once.customMetric.findMany({ include: { entries: true } }),
  );
  expect(found).toEqual([]);
});

test("no statement at all is misuse", async () => {
  await expect(db.readOnce(userId, async () => 1)).rejects.toMatchObject({ code: "misuse" });
});

test("a statement that starts after its scope has ended is refused", async () => {
  const over = Promise.withResolvers<undefined>();
  let late: Promise<unknown> = Promise.resolve();
  await db.readOnce(userId, async (once) => {
    late = over.promise.then(async () => once.person.count());
    return once.person.count();
  });
  over.resolve(undefined);
  await expect(late).rejects.toThrow(/readOnce allows one statement/);
});

test("a call that would open a transaction is misuse", async () => {
  const several = db.readOnce(userId, async (once) => {
    // The type leaves it out; a cast could still reach it.
    const open: unknown = Reflect.get(once, "$transaction");
    if (typeof open !== "function") throw new Error("there is no $transaction");
    const answer: unknown = Reflect.apply(open, once, [
      [once.person.count(), once.customMetric.count()],
    ]);
    return Promise.resolve(answer);
  });
  await expect(several).rejects.toMatchObject({ code: "misuse" });
});

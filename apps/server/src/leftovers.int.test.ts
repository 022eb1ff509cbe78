import { systemClock } from "@vida/core/context";
import { execute } from "@vida/core/operation";
import { recordEntry } from "@vida/core/tracking/record";
import { testDb } from "@vida/db/testing";
import { expect, test } from "vitest";

import { pruneLeftovers } from "./leftovers.ts";

const { db, newPerson, superPool } = await testDb();
const services = { db, clock: systemClock };

test("images of the trail go after ninety days, and nothing younger does", async () => {
  const { userId } = await newPerson();
  const days = [100, 80];
  for (const back of days) {
    await execute(services, recordEntry, { type: "water", value: back }, { userId });
    await superPool.query(
      "update audit_log set created_at = now() - make_interval(days => $2::int) where user_id = $1 and (after ->> 'value')::numeric = $2::int",
      [userId, back],
    );
  }
  await pruneLeftovers(services);
  const { rows } = await superPool.query<{ images: boolean }>(
    "select after is not null as images from audit_log where user_id = $1 order by created_at",
    [userId],
  );
  expect(rows).toEqual([{ images: false }, { images: true }]);
});

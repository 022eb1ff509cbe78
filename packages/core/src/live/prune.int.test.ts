import { testDb } from "@vida/db/testing";
import { v4 } from "uuid";
import { afterAll, expect, it } from "vitest";

import { systemClock } from "../context.ts";
import { createLiveHub } from "./hub.ts";
import { pruneEvents } from "./prune.ts";
import { receive, say, titleEvent, titles } from "./testing.ts";

const { db, newPerson, superPool } = await testDb();
const hub = await createLiveHub(db);
afterAll(() => hub.close());

it("drops events after two days and tells readers from before to start afresh", async () => {
  const { userId } = await newPerson();
  const conversationId = v4();
  await say(
    db,
    userId,
    ["1", "2", "3"].map((title) => titleEvent(conversationId, title)),
  );
  await superPool.query(
    "update events set created_at = now() - interval '49 hours' where user_id = $1 and id <= 2",
    [userId],
  );
  await pruneEvents({ db, clock: systemClock });
  expect(titles(await receive(hub, { userId, after: "0" }, 1))).toEqual(["3"]);
  expect(titles(await receive(hub, { userId, after: "2" }, 1))).toEqual(["3"]);
  expect(titles(await receive(hub, { userId, after: "1" }, 1))).toEqual(["reset"]);
});

it("keeps the numbering going when everything is dropped", async () => {
  const { userId } = await newPerson();
  await say(db, userId, [titleEvent(v4(), "old")]);
  await superPool.query(
    "update events set created_at = now() - interval '49 hours' where user_id = $1",
    [userId],
  );
  await pruneEvents({ db, clock: systemClock });
  const reading = receive(hub, { userId, after: "0" }, 1);
  await say(db, userId, [titleEvent(v4(), "new")]);
  expect(await reading).toMatchObject([{ id: "2", event: { title: "new" } }]);
});

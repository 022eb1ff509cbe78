import { systemClock, type Services } from "@vida/core/context";
import { testDb } from "@vida/db/testing";
import { expect, it } from "vitest";

import { sweep } from "./sweep.ts";

const { db, newPerson, superPool } = await testDb();
const services: Services = { db, clock: systemClock };

async function jobsOf(userId: string): Promise<string[]> {
  const { rows } = await superPool.query<{ name: string }>(
    `select t.identifier as name from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id
      where j.payload ->> 'userId' = $1 order by 1`,
    [userId],
  );
  return rows.map((row) => row.name);
}

async function conversation(userId: string): Promise<string> {
  const id = crypto.randomUUID();
  await superPool.query(
    "insert into conversations (user_id, id, last_activity_at, created_at) values ($1, $2, now(), now())",
    [userId, id],
  );
  return id;
}

it("closes cards whose time is over, once, and leaves the others open", async () => {
  const { userId } = await newPerson();
  const conversationId = await conversation(userId);
  for (const expiry of ["- interval '1 second'", "+ interval '1 hour'"]) {
    await superPool.query(
      `insert into confirmations (user_id, id, conversation_id, run_id, actions, expires_at, created_at)
       values ($1, gen_random_uuid(), $2, gen_random_uuid(), '[]', now() ${expiry}, now())`,
      [userId, conversationId],
    );
  }
  await sweep(services);
  await sweep(services);
  expect(await jobsOf(userId)).toEqual(["chat.expire"]);
});

it("finds runs that no job carries any more, after giving their own job a minute", async () => {
  const { userId } = await newPerson();
  const insertRun = async (age: string) => {
    const conversationId = await conversation(userId);
    await superPool.query(
      `insert into runs (user_id, id, conversation_id, seq, kind, created_at)
       values ($1, gen_random_uuid(), $2, 1, 'message', now() - $3::interval)`,
      [userId, conversationId, age],
    );
    return conversationId;
  };
  await insertRun("10 seconds");
  const lost = await insertRun("2 minutes");
  const carried = await insertRun("2 minutes");
  await superPool.query(
    "select graphile_worker.add_job('chat.run', $1::json, queue_name => 'chat:' || $2)",
    [JSON.stringify({ userId, conversationId: carried }), carried],
  );
  await sweep(services);
  await sweep(services);
  const { rows } = await superPool.query<{ id: string }>(
    `select payload ->> 'conversationId' as id from graphile_worker._private_jobs
      where payload ->> 'userId' = $1`,
    [userId],
  );
  expect(rows.map((row) => row.id).toSorted()).toEqual([lost, carried].toSorted());
});

import { testDb } from "@vida/db/testing";
import { expect, it } from "vitest";

import { startTestApp, testEnv } from "./testing.ts";

const { urls, superPool } = await testDb();

it("a job that is booked on a worker that does not know of it is done all the same", async () => {
  let began = 0;
  const done = Promise.withResolvers<void>();
  const app = await startTestApp(testEnv(urls, { role: "worker" }), {
    handlers: {
      "upkeep.prune": async () => {
        began += 1;
        done.resolve();
      },
    },
  });
  const { rows } = await superPool.query<{ id: string }>(
    "select worker_id as id from worker_heartbeats where pid = $1 order by started_at desc limit 1",
    [process.pid],
  );
  // As after an answer that was lost: taken out of the queue, in a queue of its own, by a worker that lives.
  await superPool.query(
    `begin;
     select graphile_worker.add_job('upkeep.prune', '{}', queue_name => 'lost', job_key => 'lost');
     update graphile_worker._private_jobs set locked_by = '${rows[0]?.id}', locked_at = now() - interval '1 minute' where key = 'lost';
     update graphile_worker._private_job_queues set locked_by = '${rows[0]?.id}', locked_at = now() - interval '1 minute' where queue_name = 'lost';
     commit;`,
  );
  await done.promise;
  await app.stop();
  expect(began).toBe(1);
}, 15_000);

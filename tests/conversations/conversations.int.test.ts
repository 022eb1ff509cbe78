/**
 * Conversations against a small model of them: whatever a person and the workers do, in any order, every
 * accepted message is answered or ended, nothing is written but what was confirmed, and that once.
 * `MODEL_RUNS` plays more than the suite does.
 */
import { testServices } from "@vida/core/testing";
import { testDb } from "@vida/db/testing";
import fc from "fast-check";
import { expect, test } from "vitest";

import { DEEDS, play, type Deed } from "./player.ts";

const services = await testServices();
const { superPool } = await testDb();
const numRuns = Number(process.env["MODEL_RUNS"] ?? 50);

const deed = (what: fc.Arbitrary<Deed["do"]>): fc.Arbitrary<Deed> =>
  fc.record({
    do: what,
    which: fc.nat(50),
    verdict: fc.constantFrom("confirm", "confirm", "edit", "reject"),
  });
/** Single deeds, and what seldom comes about by itself: a card that is decided and whose worker is gone. */
const PHRASES: readonly Deed["do"][][] = [
  ["send", "work"],
  ["send", "work", "decide", "dieWritten", "work"],
  ["decide", "die", "work", "late"],
];
const deeds = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.tuple(deed(fc.constantFrom(...DEEDS))) },
      {
        weight: 2,
        arbitrary: fc
          .constantFrom(...PHRASES)
          .chain((phrase) => fc.tuple(...phrase.map((what) => deed(fc.constant(what))))),
      },
    ),
    { minLength: 3, maxLength: 10 },
  )
  .map((phrases) => phrases.flat());

test(
  "any order of deeds leaves what the person was told",
  async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (some) => {
        expect(await play(services, some)).toEqual([]);
      }),
      { numRuns, endOnFailure: process.env["MODEL_RUNS"] === undefined },
    );
  },
  60_000 + numRuns * 5_000,
);

const CONFIRMED: readonly Deed[] = [
  { do: "send", which: 0, verdict: "confirm" },
  { do: "work", which: 0, verdict: "confirm" },
  { do: "decide", which: 0, verdict: "confirm" },
];

test.each([
  [
    "a write that is done twice",
    "insert into tracking_entries select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid()))).* from tracking_entries t where user_id = $1",
  ],
  ["a write that is lost", "delete from tracking_entries where user_id = $1"],
  [
    "an answer that is lost",
    "delete from messages where user_id = $1 and role = 'assistant' and seq = (select max(seq) from messages where user_id = $1)",
  ],
  ["a run that hangs", "update runs set status = 'running' where user_id = $1"],
  [
    "a verdict that nobody gave",
    "update tool_actions set id = gen_random_uuid() where user_id = $1",
  ],
  ["an event that is skipped", "delete from events where user_id = $1 and id = 3"],
])("the model sees %s", async (_what, sql) => {
  const found = await play(services, CONFIRMED, async (userId) => {
    const client = await superPool.connect();
    await client.query("set session_replication_role = replica");
    await client.query(sql, [userId]);
    await client.query("reset session_replication_role");
    client.release();
  });
  expect(found).not.toEqual([]);
});

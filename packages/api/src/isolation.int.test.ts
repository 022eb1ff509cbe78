import { callTRPCProcedure, TRPCError } from "@trpc/server";
import { newId, systemClock } from "@vida/core/context";
import { DomainError } from "@vida/core/errors";
import { createLiveHub } from "@vida/core/live/hub";
import { testDb } from "@vida/db/testing";
import { afterAll, describe, expect, it } from "vitest";

import { appRouter } from "./root.ts";
import { rowDigest } from "./testing/digest.ts";
import {
  allProcedures,
  idPaths,
  put,
  sampleInput,
  type Path,
  type Procedure,
} from "./testing/procedures.ts";
import { contextOf, makeWorld, type Ids, type World } from "./testing/world.ts";

const test = await testDb();
const services = { db: test.db, clock: systemClock };
const hub = await createLiveHub(test.db);
afterAll(() => hub.close());
// Whoever comes first runs the installation: nobody of this test.
await test.newPerson();
const stranger = await makeWorld(test, hub);

/** Every procedure that takes an id anywhere in its input: a new one is here by itself. */
const naming = allProcedures().flatMap(({ path, type, shape }) => {
  const paths = shape === null ? [] : idPaths(shape);
  return shape !== null && paths.length > 0 ? [{ path, type, shape, paths }] : [];
});

type Naming = (typeof naming)[number];

/** Procedures without a checked input: they take none, or check it themselves and are tested by name. */
const WITHOUT_SHAPE = ["account.instance", "live.events"];

/** Where somebody else's id is not `not_found`, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  // The client makes the id of a message: another person's says nothing and is free to use.
  "chat.send messageId": "",
  "chat.capture messageId": "",
  // Not an action of this card, whoever's it is.
  "chat.decide decisions.0.actionId": "invalid",
  // Only for the person who runs the installation, whatever the id.
  "operator.retry outcomeId": "forbidden",
  "operator.revokeInvite inviteId": "forbidden",
};

type Needs = Readonly<Record<string, unknown>>;

/** What an input needs beyond its shape to get as far as the id; `own` are the caller's. */
const NEEDS: Readonly<Record<string, (own: Ids) => Needs>> = {
  "tracking.record": () => ({ type: "custom" }),
  "tracking.list": () => ({ type: "custom" }),
  "tracking.summary": () => ({ type: "custom", from: "2026-11-01", to: "2026-11-10" }),
  "transactions.record toAccountId": () => ({ kind: "transfer" }),
  "transactions.record plannedExpenseId": () => ({ categoryKey: "food" }),
  "transactions.update toAccountId": ({ transferId }) => ({ transactionId: transferId }),
  "accounts.payStatement fromAccountId": ({ cardId }) => ({ accountId: cardId }),
  "chat.send": () => ({ messageId: newId() }),
  "chat.capture": () => ({ text: "bebi 200 ml de água", hash: null }),
};

/** Where an input means something else by the name of an id than the rest of the router. */
const NAMES: Readonly<Record<string, string>> = {
  "chat.decide actionId": "cardActionId",
  "chat.allowRule actionId": "recordedActionId",
  "chat.revokeRule actionId": "recordedActionId",
  "chat.regenerate messageId": "answerId",
  "chat.feedback messageId": "answerId",
};

const nameOf = (procedure: string, path: Path): string => {
  const name = String(path.findLast((step) => typeof step === "string")).replace(/Ids$/, "Id");
  return NAMES[`${procedure} ${name}`] ?? name;
};

const idOf = (world: World, procedure: string, path: Path): string => {
  const id = world.ids[nameOf(procedure, path)];
  if (!id) throw new Error(`the world has no ${path.join(".")} for ${procedure}: add one`);
  return id;
};

/** Calls as one person; answers "" or the code of the refusal. */
async function call(
  world: World,
  { path, type }: Pick<Procedure, "path" | "type">,
  input: unknown,
): Promise<string> {
  try {
    await callTRPCProcedure({
      router: appRouter,
      path,
      type,
      getRawInput: () => Promise.resolve(input),
      ctx: contextOf(services, hub, world.userId),
      signal: undefined,
      batchIndex: 0,
    });
    return "";
  } catch (error) {
    const cause = error instanceof TRPCError ? error.cause : error;
    if (!(cause instanceof DomainError)) throw error;
    return cause.reason === "input.invalid"
      ? `invalid: ${JSON.stringify(cause.details)}`
      : cause.code;
  }
}

/** The input of a procedure with everybody's own ids, and one thing of `owner`. */
function inputFor({ path: name, shape }: Naming, path: Path, own: World, owner: World): unknown {
  const sample = sampleInput(shape, (key) => idOf(own, name, [key]), path);
  const needs = [NEEDS[name], NEEDS[`${name} ${path.join(".")}`]].map((need) => need?.(own.ids));
  const whole = typeof sample === "object" ? sample : {};
  return put({ ...whole, ...needs[0], ...needs[1] }, path, idOf(owner, name, path));
}

const digest = (...people: World[]) =>
  rowDigest(
    test.superPool,
    people.map(({ userId }) => userId),
  );

// The table is the test: a procedure whose id is not in the world fails in `idOf`.
describe("somebody else's id", () => {
  it.each(naming)("is not found by $path, and nothing changes", async (procedure) => {
    const owner = await makeWorld(test, hub);
    for (const path of procedure.paths) {
      const place = `${procedure.path} ${path.join(".")}`;
      const expected = EXCEPTIONS[place] ?? "not_found";
      const people = expected === "" ? [owner] : [owner, stranger];
      const before = await digest(...people);
      const code = await call(stranger, procedure, inputFor(procedure, path, stranger, owner));
      expect({ place, code }).toEqual({ place, code: expected });
      expect({ place, rows: await digest(...people) }).toEqual({ place, rows: before });
    }
    // The very same inputs are no strangers to their owner: what was refused was the person.
    for (const path of procedure.paths) {
      const own = await makeWorld(test, hub);
      const code = await call(own, procedure, inputFor(procedure, path, own, own));
      expect(`${path.join(".")} ${code}`).not.toMatch(/not_found|invalid:/);
    }
  });

  it("is looked for in every procedure there is", () => {
    const unseen = allProcedures().filter(({ shape }) => shape === null);
    expect(unseen.map(({ path }) => path)).toEqual(WITHOUT_SHAPE);
    expect(naming.length).toBeGreaterThan(65);
  });
});

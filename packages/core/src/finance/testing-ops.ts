import fc from "fast-check";

import { CATEGORIES } from "./testing-world.ts";
import type { Cur, Move, Op, Row, Scope } from "./testing-world.ts";

const cents = fc.integer({ min: 1, max: 999_999_99 });
const scope = fc.constantFrom<Scope>("this", "future", "all");
const currency = fc.constantFrom<Cur>("BRL", "BRL", "USD");
const category = fc.constantFrom<string>(...CATEGORIES);
const pick = fc.nat(30);
const back = fc.nat(40);

/** Random operations, weighted so that things are planned before they are settled. */
export const anyOp: fc.Arbitrary<Op> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      op: fc.constant("plan" as const),
      kind: fc.constantFrom<Row["kind"]>("bill", "expense", "income"),
      ahead: fc.integer({ min: -1, max: 3 }),
      cents,
      dueDay: fc.integer({ min: 1, max: 31 }),
      recurring: fc.boolean(),
      category,
      currency,
    }),
  },
  { weight: 2, arbitrary: fc.record({ op: fc.constant("change" as const), pick, cents, scope }) },
  { weight: 2, arbitrary: fc.record({ op: fc.constant("remove" as const), pick, scope }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant("restore" as const), pick }) },
  {
    weight: 4,
    arbitrary: fc.record({
      op: fc.constant("settle" as const),
      pick,
      cents: fc.option(cents),
      back,
    }),
  },
  { weight: 1, arbitrary: fc.record({ op: fc.constant("unsettle" as const), pick }) },
  {
    weight: 1,
    arbitrary: fc.record({
      op: fc.constant("look" as const),
      ahead: fc.integer({ min: 0, max: 5 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      op: fc.constant("debt" as const),
      count: fc.integer({ min: 1, max: 6 }),
      cents,
      start: fc.integer({ min: -3, max: 2 }),
      dueDay: fc.integer({ min: 1, max: 31 }),
      currency,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      op: fc.constant("pay" as const),
      pick,
      quantity: fc.integer({ min: 1, max: 3 }),
      cents: fc.option(fc.integer({ min: 3, max: 99_999 })),
      back,
    }),
  },
  { weight: 1, arbitrary: fc.record({ op: fc.constant("unpay" as const), pick }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant("close" as const), pick }) },
  {
    weight: 4,
    arbitrary: fc.record({
      op: fc.constant("move" as const),
      kind: fc.constantFrom<Move["kind"]>("expense", "income"),
      cents,
      category,
      currency,
      back,
    }),
  },
  { weight: 1, arbitrary: fc.record({ op: fc.constant("invest" as const), cents, currency }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant("contribute" as const), pick, cents }) },
);

import * as fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";

import { coerceArgs } from "./coerce.ts";
import { shapeOf } from "./shape.ts";
import { toolSchema } from "./tool-schema.ts";

const money = z.string().regex(/^\d{1,10}(\.\d{1,2})?$/);
const Metrics = z.discriminatedUnion("action", [
  z.object({ action: z.literal("create"), name: z.string().min(1).max(100), unit: z.string() }),
  z.strictObject({ action: z.literal("update"), metricId: z.uuid(), name: z.string().optional() }),
  z.strictObject({ action: z.literal("remove"), metricId: z.uuid() }),
]);

test("a union becomes one object whose shared arguments are required", () => {
  expect(toolSchema(Metrics)).toEqual({
    type: "object",
    properties: {
      action: { type: "string", enum: ["create", "update", "remove"] },
      name: { type: "string" },
      unit: { type: "string" },
      metricId: { type: "string", description: "nome ou id" },
    },
    required: ["action"],
  });
});

test("an id may be a name, money a number, and days tell their form", () => {
  const Input = z.object({
    billIds: z.array(z.uuid()).min(1).max(20),
    amount: money.describe("valor pago").optional(),
    paidOn: z.iso.date().optional(),
    month: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
      .nullable(),
    remindAt: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/),
  });
  expect(toolSchema(Input).properties).toEqual({
    billIds: {
      type: "array",
      items: { type: "string", description: "nome ou id" },
      minItems: 1,
      maxItems: 20,
    },
    amount: { type: "number", description: "valor pago; em dinheiro, número com até duas casas" },
    paidOn: { type: "string", description: "AAAA-MM-DD" },
    month: { type: "string", description: "AAAA-MM", nullable: true },
    remindAt: { type: "string", description: "AAAA-MM-DDTHH:MM no horário da pessoa" },
  });
});

test("numbers of choice are bounded numbers, since only texts may be enumerated", () => {
  expect(toolSchema(z.object({ day: z.union([z.literal(1), z.literal(2)]) })).properties).toEqual({
    day: { type: "number", minimum: 1, maximum: 2 },
  });
});

const ALLOWED = new Set([
  "type",
  "description",
  "nullable",
  "enum",
  "properties",
  "required",
  "items",
  "minItems",
  "maxItems",
  "minimum",
  "maximum",
]);

function keywords(node: unknown, asProperties = false): string[] {
  if (typeof node !== "object" || node === null || Array.isArray(node)) return [];
  return Object.entries(node).flatMap(([key, child]) => [
    ...(asProperties ? [] : [key]),
    ...keywords(child, key === "properties" && !asProperties),
  ]);
}

const anySchema: fc.Arbitrary<z.ZodType> = fc.letrec<{ node: z.ZodType }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<z.ZodType>(
      z.string(),
      z.uuid(),
      money,
      z.number().positive(),
      z.int(),
      z.boolean(),
      z.iso.date(),
      z.iso.datetime(),
      z.literal("a"),
      z.literal(3),
      z.null(),
      z.unknown(),
      z.enum(["x", "y"]),
      z.email(),
      z.record(z.string(), z.unknown()),
      z.number().multipleOf(0.5),
      z.string().default("z"),
    ),
    tie("node").map((child) => child.optional()),
    tie("node").map((child) => child.nullable()),
    tie("node").map((child) => z.array(child).max(9)),
    fc.tuple(tie("node"), tie("node")).map(([a, b]) => z.union([a, b])),
    fc.tuple(tie("node"), tie("node")).map(([a, b]) => z.strictObject({ a, bId: b })),
  ),
})).node;

test("no input ever leads to a keyword that Gemini refuses", () => {
  fc.assert(
    fc.property(anySchema, (schema) => {
      const derived = toolSchema(z.object({ schema }));
      expect(keywords(derived).filter((key) => !ALLOWED.has(key))).toEqual([]);
      expect(JSON.stringify(derived)).not.toContain('"enum":[]');
    }),
  );
});

test("money comes back as a decimal string from whatever a model gave", () => {
  const shape = shapeOf(z.object({ amount: money }));
  for (const [given, wire] of [
    [182.4, "182.40"],
    ["182,40", "182.40"],
    ["R$ 1.234,56", "1234.56"],
    ["1234.5", "1234.50"],
    [0.1 + 0.2, "0.30"],
    [1.005, 1.005],
    ["muito", "muito"],
  ]) {
    expect(coerceArgs(shape, { amount: given })).toEqual({ amount: wire });
  }
});

test("every amount of centavos survives the way through a number", () => {
  const shape = shapeOf(z.object({ amount: money }));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (cents) => {
      const wire = `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
      expect(coerceArgs(shape, { amount: Number(wire) })).toEqual({ amount: wire });
    }),
  );
});

test("an optional argument given as nothing is left out, a required one stays to be refused", () => {
  const shape = shapeOf(
    z.object({
      value: z.number(),
      notes: z.string().optional(),
      unit: z.string().nullable().optional(),
    }),
  );
  expect(coerceArgs(shape, { value: "2,5", notes: "", unit: null })).toEqual({
    value: 2.5,
    unit: null,
  });
  expect(coerceArgs(shape, { value: null })).toEqual({ value: null });
});

test("coercion never throws, whatever a model answered", () => {
  const shape = shapeOf(Metrics);
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(() => coerceArgs(shape, value)).not.toThrow();
    }),
  );
});

import { z } from "zod";

import { appRouter } from "../root.ts";
import { schemaBehind } from "../trpc.ts";

const Leaf = z.object({
  /** Without null: `["string", "null"]` counts as its first. */
  type: z
    .union([
      z.string(),
      z
        .tuple([z.string()])
        .rest(z.string())
        .transform(([first]) => first),
    ])
    .optional(),
  format: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  minimum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  minItems: z.number().optional(),
  required: z.array(z.string()).optional(),
});

/** A JSON Schema, as far as inputs use it. */
export type Shape = z.infer<typeof Leaf> & {
  anyOf?: Shape[] | undefined;
  items?: Shape | undefined;
  properties?: Record<string, Shape> | undefined;
};
const Shape: z.ZodType<Shape> = Leaf.extend({
  get anyOf() {
    return z.array(Shape).optional();
  },
  get items() {
    return Shape.optional();
  },
  get properties() {
    return z.record(z.string(), Shape).optional();
  },
});

const Definition = z.object({
  type: z.enum(["query", "mutation", "subscription"]),
  inputs: z.array(z.custom<object>()),
});
/** Flat, by path, whatever the nested type says. */
const Procedures = z.record(z.string(), z.custom<{ readonly _def: unknown }>());

export type Procedure = {
  /** As in a URL: `tracking.record`. */
  readonly path: string;
  readonly type: "query" | "mutation" | "subscription";
  /** What its operation checks; null when the procedure takes no checked input. */
  readonly shape: Shape | null;
  /** Whether its operation would take an input, as far as the schema says. */
  accepts(input: unknown): boolean;
};

/** Every procedure of the router, with the shape of its input. */
export function allProcedures(): Procedure[] {
  return Object.entries(Procedures.parse(appRouter._def.procedures)).map(([path, procedure]) => {
    const { type, inputs } = Definition.parse(procedure._def);
    const [parser] = inputs;
    const schema = parser === undefined ? undefined : schemaBehind(parser);
    const json = schema && z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
    return {
      path,
      type,
      shape: json === undefined ? null : Shape.parse(json),
      accepts: (input) => schema === undefined || schema.safeParse(input ?? {}).success,
    };
  });
}

export type Path = readonly (string | number)[];

/** The places of an input where something is named by its id: `["decisions", 0, "actionId"]`. */
export function idPaths(shape: Shape, at: Path = []): Path[] {
  const key = at.findLast((step) => typeof step === "string") ?? "";
  const here = shape.format === "uuid" && /Ids?$/.test(key) ? [at] : [];
  return [
    ...here,
    ...(shape.anyOf ?? []).flatMap((one) => idPaths(one, at)),
    ...(shape.items ? idPaths(shape.items, [...at, 0]) : []),
    ...Object.entries(shape.properties ?? {}).flatMap(([name, one]) => idPaths(one, [...at, name])),
  ];
}

/** Every place of an input that can hold a value, the input itself included. */
export function allPaths(shape: Shape, at: Path = []): Path[] {
  const inner = [
    ...(shape.anyOf ?? []).flatMap((one) => allPaths(one, at)),
    ...(shape.items ? allPaths(shape.items, [...at, 0]) : []),
    ...Object.entries(shape.properties ?? {}).flatMap(([name, one]) =>
      allPaths(one, [...at, name]),
    ),
  ];
  const seen = new Set<string>();
  return [at, ...inner].filter((path) => {
    const key = JSON.stringify(path);
    return !seen.has(key) && seen.add(key);
  });
}

/** An input with another value in one place. */
export function put(value: unknown, [step, ...rest]: Path, changed: unknown): unknown {
  if (step === undefined) return changed;
  if (typeof step === "number") {
    const list: readonly unknown[] = Array.isArray(value) ? value : [];
    return [...list.slice(0, step), put(list[step], rest, changed), ...list.slice(step + 1)];
  }
  const object: Record<string, unknown> =
    typeof value === "object" && value !== null ? { ...value } : {};
  return { ...object, [step]: put(object[step], rest, changed) };
}

/** Text by the name of its field, where a shape alone does not say what fits. */
const TEXTS: Readonly<Record<string, string>> = {
  amount: "10.00",
  closesOn: "2026-11-20",
  confirmEmail: "outra@example.com",
  currency: "BRL",
  currentAmount: "10.00",
  day: "2026-11-10",
  endDate: "2027-11-10",
  endMonth: "2026-11",
  expected: "10.00",
  firstDue: "2026-12-10",
  installmentAmount: "10.00",
  key: "food",
  month: "2026-11",
  moveToKey: "other",
  planned: "10.00",
  remindAt: "2026-12-24T09:00",
  startMonth: "2026-11",
  totalAmount: "100.00",
  until: "2026-12-24T09:00",
};

/**
 * An input that fits a shape: what is required, and what lies on the way to `include`.
 *
 * @param idOf the id for a field that names something: `habitId`
 */
export function sampleInput(shape: Shape, idOf: (name: string) => string, include: Path = []) {
  return sample(shape, "", idOf, include);
}

function sample(shape: Shape, key: string, idOf: (name: string) => string, include: Path): unknown {
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  const inner = (one: Shape, name: string, rest: Path = []) => sample(one, name, idOf, rest);
  if (shape.anyOf) {
    const fitting = shape.anyOf.find(
      (one) => include.length > 0 && idPaths(one, ["Id"]).length > 0,
    );
    const chosen = fitting ?? shape.anyOf.find((one) => one.type !== "null");
    return chosen ? inner(chosen, key, include) : null;
  }
  const [next, ...rest] = include;
  switch (shape.type) {
    case "object":
      return Object.fromEntries(
        Object.entries(shape.properties ?? {})
          .filter(([name]) => shape.required?.includes(name) === true || name === next)
          .map(([name, one]) => [name, inner(one, name, name === next ? rest : [])]),
      );
    case "array": {
      const count = Math.max(shape.minItems ?? 0, next === 0 ? 1 : 0);
      return shape.items
        ? Array.from({ length: count }, () => inner(shape.items ?? {}, key, rest))
        : [];
    }
    case "string":
      return shape.format === "uuid" ? idOf(key) : (TEXTS[key] ?? "texto");
    case "integer":
    case "number":
      return Math.max(shape.minimum ?? 1, (shape.exclusiveMinimum ?? 0) + 1);
    case "boolean":
      return true;
    case "null":
      return null;
    default:
      return "texto";
  }
}

import { z } from "zod";

/** What an argument is, as far as a model and the coercion of its answer must know. */
export type Shape = { about?: string; nullable?: boolean } & (
  | { kind: "object"; fields: Record<string, Shape>; required: string[] }
  | { kind: "array"; item: Shape; min?: number; max?: number }
  | { kind: "choice"; values: string[] }
  | { kind: "number" | "integer"; min?: number; max?: number }
  | {
      kind:
        | "text"
        | "money"
        | "id"
        | "day"
        | "month"
        | "time"
        | "instant"
        | "wallTime"
        | "flag"
        | "json";
    }
);

/** The part of JSON schema that zod writes for an input. */
const Node = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  description: z.string().optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
  required: z.array(z.string()).optional(),
  get properties() {
    return z.record(z.string(), Node).optional();
  },
  get items() {
    return Node.optional();
  },
  get prefixItems() {
    return z.array(Node).optional();
  },
  get anyOf() {
    return z.array(Node).optional();
  },
  get oneOf() {
    return z.array(Node).optional();
  },
  get allOf() {
    return z.array(Node).optional();
  },
});
type Node = z.infer<typeof Node>;

/** Reads the shape of an operation's input; unions become one object whose fields are all of theirs. */
export function shapeOf(input: z.ZodType): Shape {
  return read(Node.parse(z.toJSONSchema(input, { io: "input", unrepresentable: "any" })), "");
}

function read(node: Node, key: string): Shape {
  const shape = readKind(node, key);
  return node.description === undefined ? shape : { ...shape, about: node.description };
}

function readKind(node: Node, key: string): Shape {
  const { type } = node;
  if (Array.isArray(type)) {
    return readUnion(
      type.map((one) => ({ ...node, type: one })),
      key,
    );
  }
  const choices = node.anyOf ?? node.oneOf;
  if (choices !== undefined) return readUnion(choices, key);
  if (node.allOf !== undefined) return node.allOf.map((part) => read(part, key)).reduce(merge);
  const values = node.enum ?? (node.const === undefined ? undefined : [node.const]);
  if (values !== undefined) return readValues(values);
  switch (type) {
    case "object":
      return readObject(node);
    case "array":
      return readArray(node, key);
    case "string":
      return { kind: readText(node, key) };
    case "number":
    case "integer":
      return { kind: type, ...bounds(node) };
    case "boolean":
      return { kind: "flag" };
    default:
      return { kind: "json" };
  }
}

function readValues(values: unknown[]): Shape {
  const texts = values.filter((value) => typeof value === "string");
  if (texts.length === values.length) return { kind: "choice", values: texts };
  const numbers = values.filter((value) => typeof value === "number");
  if (numbers.length === values.length) {
    return { kind: "number", min: Math.min(...numbers), max: Math.max(...numbers) };
  }
  return { kind: values.every((value) => typeof value === "boolean") ? "flag" : "json" };
}

function readObject(node: Node): Shape {
  if (node.properties === undefined) return { kind: "json" };
  const fields = Object.entries(node.properties).map(([key, child]): [string, Shape] => [
    key,
    read(child, key),
  ]);
  return { kind: "object", fields: Object.fromEntries(fields), required: node.required ?? [] };
}

function readArray(node: Node, key: string): Shape {
  const item = node.items ?? node.prefixItems?.[0] ?? {};
  const shape: Shape = { kind: "array", item: read(item, key.replace(/s$/, "")) };
  if (node.minItems !== undefined) shape.min = node.minItems;
  if (node.maxItems !== undefined) shape.max = node.maxItems;
  return shape;
}

type TextKind = "text" | "money" | "id" | "day" | "month" | "time" | "instant" | "wallTime";

/** Tells texts apart by what their pattern accepts, so that no schema needs a mark for models. */
function readText(node: Node, key: string): TextKind {
  if (node.format === "uuid" || /Ids?$/.test(key)) return "id";
  if (node.format === "date") return "day";
  if (node.format === "date-time") return "instant";
  if (node.pattern === undefined) return "text";
  const accepts = new RegExp(node.pattern, "u");
  if (accepts.test("sample text") || accepts.test("x")) return "text";
  if (accepts.test("182.40")) return "money";
  if (accepts.test("2026-11-22T08:00")) return "wallTime";
  if (accepts.test("2026-11-22")) return "day";
  if (accepts.test("2026-11")) return "month";
  return accepts.test("08:00") ? "time" : "text";
}

function readUnion(choices: Node[], key: string): Shape {
  const real = choices.filter((choice) => choice.type !== "null");
  const shapes = real.map((choice) => read(choice, key));
  const first = shapes[0];
  if (first === undefined) return { kind: "json" };
  const shape = shapes.slice(1).reduce(merge, first);
  return real.length < choices.length ? { ...shape, nullable: true } : shape;
}

/** Joins two alternatives: what both demand stays demanded, everything else may be given. */
function merge(a: Shape, b: Shape): Shape {
  const nullable = a.nullable === true || b.nullable === true ? { nullable: true } : {};
  if (a.kind === "object" && b.kind === "object") {
    const keys = [...new Set([...Object.keys(a.fields), ...Object.keys(b.fields)])];
    const fields = keys.map((key): [string, Shape] => {
      const [one, other] = [a.fields[key], b.fields[key]];
      return [key, one && other ? merge(one, other) : (one ?? other ?? { kind: "json" })];
    });
    const required = a.required.filter((key) => b.required.includes(key));
    return { ...a, ...nullable, fields: Object.fromEntries(fields), required };
  }
  if (a.kind === "choice" && b.kind === "choice") {
    return { ...a, ...nullable, values: [...new Set([...a.values, ...b.values])] };
  }
  if (
    (a.kind === "number" || a.kind === "integer") &&
    (b.kind === "number" || b.kind === "integer")
  ) {
    const kind = a.kind === b.kind ? a.kind : "number";
    const widest: Shape = { kind, ...nullable };
    if (a.min !== undefined && b.min !== undefined) widest.min = Math.min(a.min, b.min);
    if (a.max !== undefined && b.max !== undefined) widest.max = Math.max(a.max, b.max);
    return widest;
  }
  if (a.kind === b.kind) return { ...a, ...nullable };
  return { kind: "text", ...nullable, ...(a.about === undefined ? {} : { about: a.about }) };
}

function bounds(node: Node): { min?: number; max?: number } {
  const found: { min?: number; max?: number } = {};
  const { minimum, maximum } = node;
  if (minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER) found.min = minimum;
  if (maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER) found.max = maximum;
  return found;
}

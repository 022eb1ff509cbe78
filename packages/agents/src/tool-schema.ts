import type { z } from "zod";

import { shapeOf } from "./shape.ts";
import type { Shape } from "./shape.ts";

/** The part of JSON schema that every model here takes; Gemini refuses most of the rest. */
export type ModelSchema = {
  type: "object" | "array" | "string" | "number" | "integer" | "boolean";
  description?: string;
  nullable?: boolean;
  enum?: string[];
  properties?: Record<string, ModelSchema>;
  required?: string[];
  items?: ModelSchema;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
};

const HINTS: Partial<Record<Shape["kind"], string>> = {
  money: "em dinheiro, número com até duas casas",
  id: "nome ou id",
  day: "AAAA-MM-DD",
  month: "AAAA-MM",
  time: "HH:MM",
  instant: "data e hora ISO 8601 em UTC",
  wallTime: "AAAA-MM-DDTHH:MM no horário da pessoa",
  json: "JSON em texto",
};

/**
 * Derives what a model is told about a tool's arguments from the input of its operation.
 *
 * Ids may be names, money may be a number, unions are flattened and only keywords that every model
 * takes are left. `coerceArgs` is the way back.
 */
export function toolSchema(input: z.ZodType): ModelSchema {
  return toModel(shapeOf(input));
}

function toModel(shape: Shape): ModelSchema {
  const schema = toType(shape);
  const about = [shape.about, HINTS[shape.kind]].filter((text) => text !== undefined).join("; ");
  if (about !== "") schema.description = about;
  if (shape.nullable === true) schema.nullable = true;
  return schema;
}

function toType(shape: Shape): ModelSchema {
  switch (shape.kind) {
    case "object": {
      const properties = Object.fromEntries(
        Object.entries(shape.fields).map(([key, field]) => [key, toModel(field)]),
      );
      const required = shape.required.length > 0 ? { required: shape.required } : {};
      return { type: "object", properties, ...required };
    }
    case "array": {
      const schema: ModelSchema = { type: "array", items: toModel(shape.item) };
      if (shape.min !== undefined) schema.minItems = shape.min;
      if (shape.max !== undefined) schema.maxItems = shape.max;
      return schema;
    }
    case "choice":
      return { type: "string", enum: shape.values.filter((value) => value !== "") };
    case "number":
    case "integer": {
      const schema: ModelSchema = { type: shape.kind };
      if (shape.min !== undefined) schema.minimum = shape.min;
      if (shape.max !== undefined) schema.maximum = shape.max;
      return schema;
    }
    case "money":
      return { type: "number" };
    case "flag":
      return { type: "boolean" };
    default:
      return { type: "string" };
  }
}

import type { Shape } from "./shape.ts";

/**
 * Brings a model's arguments to the wire types of an operation, without deciding anything.
 *
 * Money becomes a decimal string, digits a number where one is due, and an optional argument that
 * was given as nothing is left out. What does not fit stays as it is for the validation to refuse.
 */
export function coerceArgs(shape: Shape, value: unknown): unknown {
  if (value === null && shape.nullable === true) return null;
  switch (shape.kind) {
    case "object":
      return coerceObject(shape, value);
    case "array":
      if (value === null || value === undefined) return value;
      return (Array.isArray(value) ? value : [value]).map((item) => coerceArgs(shape.item, item));
    case "money":
      return money(value);
    case "number":
    case "integer":
      return typeof value === "string" ? (decimal(value) ?? value) : value;
    case "choice":
      return typeof value === "string" ? choice(shape.values, value) : value;
    case "flag":
      return value === "true" ? true : value === "false" ? false : value;
    case "json":
      return typeof value === "string" ? parsed(value) : value;
    case "text":
      return typeof value === "number" ? String(value) : value;
    default:
      return value;
  }
}

function coerceObject(shape: Extract<Shape, { kind: "object" }>, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const fields = Object.entries(value).flatMap(([key, item]): [string, unknown][] => {
    const field = Object.hasOwn(shape.fields, key) ? shape.fields[key] : undefined;
    if (field === undefined) return [[key, item]];
    const nothing = item === null || item === undefined || item === "";
    if (nothing && !shape.required.includes(key) && !(item === null && field.nullable)) return [];
    return [[key, coerceArgs(field, item)]];
  });
  return Object.fromEntries(fields);
}

function money(value: unknown): unknown {
  const amount = typeof value === "string" ? decimal(value.replace(/^\s*R\$\s*/i, "")) : value;
  if (typeof amount !== "number" || !Number.isFinite(amount) || Math.abs(amount) >= 1e13)
    return value;
  const rounded = amount.toFixed(2);
  // More precision than centavos is not ours to drop.
  return Math.abs(Number(rounded) - amount) < 1e-9 ? rounded : value;
}

/** Reads "1.234,56", "1234.56" and "1,5" alike; anything else is no number. */
function decimal(text: string): number | undefined {
  const plain = text.trim();
  const brazilian = /^-?\d{1,3}(\.\d{3})*,\d+$|^-?\d+,\d+$|^-?\d{1,3}(\.\d{3}){2,}$/.test(plain);
  const normal = brazilian ? plain.replaceAll(".", "").replace(",", ".") : plain;
  return /^-?\d+(\.\d+)?$/.test(normal) ? Number(normal) : undefined;
}

function choice(values: string[], value: string): string {
  const folded = value.trim().toLowerCase();
  return values.find((known) => known.toLowerCase() === folded) ?? value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

import { z } from 'zod';

/** What an argument is, as far as a model and the coercion of its answer must know. */
export type Shape = { about?: string; nullable?: boolean } & (
  | { kind: 'object'; fields: Record<string, Shape>; required: string[] }
  | { kind: 'array'; item: Shape; min?: number; max?: number }
  | { kind: 'choice'; values: string[] }
  | { kind: 'number' | 'integer'; min?: number; max?: number }
  | { kind: 'text' | 'money' | 'id' | 'day' | 'month' | 'time' | 'instant' | 'wallTime' | 'flag' | 'json' }
);

type Json = Record<string, unknown>;

/** Reads the shape of an operation's input; unions become one object whose fields are all of theirs. */
export function shapeOf(input: z.ZodType): Shape {
  return read(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Json, '');
}

function read(node: Json, key: string): Shape {
  const shape = readKind(node, key);
  const about = typeof node['description'] === 'string' ? node['description'] : undefined;
  return about === undefined ? shape : { ...shape, about };
}

function readKind(node: Json, key: string): Shape {
  const choices = [node['anyOf'], node['oneOf']].find(Array.isArray) as Json[] | undefined;
  if (choices !== undefined) return readUnion(choices, key);
  if (Array.isArray(node['type'])) {
    return readUnion((node['type'] as string[]).map((type) => ({ ...node, type })), key);
  }
  const parts = node['allOf'];
  if (Array.isArray(parts)) return (parts as Json[]).map((part) => read(part, key)).reduce(merge);
  const values = node['enum'] ?? ('const' in node ? [node['const']] : undefined);
  if (Array.isArray(values)) return readValues(values);
  switch (node['type']) {
    case 'object':
      return readObject(node);
    case 'array':
      return readArray(node, key);
    case 'string':
      return { kind: readText(node, key) };
    case 'number':
    case 'integer':
      return { kind: node['type'], ...bounds(node) };
    case 'boolean':
      return { kind: 'flag' };
    default:
      return { kind: 'json' };
  }
}

function readValues(values: unknown[]): Shape {
  if (values.every((value) => typeof value === 'string')) return { kind: 'choice', values };
  if (values.every((value) => typeof value === 'number')) {
    return { kind: 'number', min: Math.min(...values), max: Math.max(...values) };
  }
  return { kind: values.every((value) => typeof value === 'boolean') ? 'flag' : 'json' };
}

function readObject(node: Json): Shape {
  const properties = node['properties'];
  if (typeof properties !== 'object' || properties === null) return { kind: 'json' };
  const fields = Object.fromEntries(
    Object.entries(properties as Record<string, Json>).map(([key, child]) => [key, read(child, key)]),
  );
  const required = Array.isArray(node['required']) ? (node['required'] as string[]) : [];
  return { kind: 'object', fields, required };
}

function readArray(node: Json, key: string): Shape {
  const item = node['items'] ?? (Array.isArray(node['prefixItems']) ? node['prefixItems'][0] : {});
  const shape: Shape = { kind: 'array', item: read(item as Json, key.replace(/s$/, '')) };
  if (typeof node['minItems'] === 'number') shape.min = node['minItems'];
  if (typeof node['maxItems'] === 'number') shape.max = node['maxItems'];
  return shape;
}

/** Tells texts apart by what their pattern accepts, so that no schema needs a mark for models. */
function readText(node: Json, key: string): 'text' | 'money' | 'id' | 'day' | 'month' | 'time' | 'instant' | 'wallTime' {
  if (node['format'] === 'uuid' || /Ids?$/.test(key)) return 'id';
  if (node['format'] === 'date') return 'day';
  if (node['format'] === 'date-time') return 'instant';
  if (typeof node['pattern'] !== 'string') return 'text';
  const accepts = new RegExp(node['pattern'], 'u');
  if (accepts.test('sample text') || accepts.test('x')) return 'text';
  if (accepts.test('182.40')) return 'money';
  if (accepts.test('2026-11-22T08:00')) return 'wallTime';
  if (accepts.test('2026-11-22')) return 'day';
  if (accepts.test('2026-11')) return 'month';
  return accepts.test('08:00') ? 'time' : 'text';
}

function readUnion(choices: Json[], key: string): Shape {
  const real = choices.filter((choice) => choice['type'] !== 'null');
  const shapes = real.map((choice) => read(choice, key));
  const first = shapes[0];
  if (first === undefined) return { kind: 'json' };
  const shape = shapes.slice(1).reduce(merge, first);
  return real.length < choices.length ? { ...shape, nullable: true } : shape;
}

/** Joins two alternatives: what both demand stays demanded, everything else may be given. */
function merge(a: Shape, b: Shape): Shape {
  const nullable = a.nullable === true || b.nullable === true ? { nullable: true } : {};
  if (a.kind === 'object' && b.kind === 'object') {
    const keys = [...new Set([...Object.keys(a.fields), ...Object.keys(b.fields)])];
    const fields = keys.map((key): [string, Shape] => {
      const [one, other] = [a.fields[key], b.fields[key]];
      return [key, one && other ? merge(one, other) : (one ?? other ?? { kind: 'json' })];
    });
    const required = a.required.filter((key) => b.required.includes(key));
    return { ...a, ...nullable, fields: Object.fromEntries(fields), required };
  }
  if (a.kind === 'choice' && b.kind === 'choice') {
    return { ...a, ...nullable, values: [...new Set([...a.values, ...b.values])] };
  }
  if ((a.kind === 'number' || a.kind === 'integer') && (b.kind === 'number' || b.kind === 'integer')) {
    const kind = a.kind === b.kind ? a.kind : 'number';
    const widest: Shape = { kind, ...nullable };
    if (a.min !== undefined && b.min !== undefined) widest.min = Math.min(a.min, b.min);
    if (a.max !== undefined && b.max !== undefined) widest.max = Math.max(a.max, b.max);
    return widest;
  }
  if (a.kind === b.kind) return { ...a, ...nullable };
  return { kind: 'text', ...nullable, ...(a.about === undefined ? {} : { about: a.about }) };
}

function bounds(node: Json): { min?: number; max?: number } {
  const found: { min?: number; max?: number } = {};
  if (typeof node['minimum'] === 'number' && node['minimum'] > Number.MIN_SAFE_INTEGER) found.min = node['minimum'];
  if (typeof node['maximum'] === 'number' && node['maximum'] < Number.MAX_SAFE_INTEGER) found.max = node['maximum'];
  return found;
}

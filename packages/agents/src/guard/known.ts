import { figuresIn } from "./figures.ts";
import type { Figure } from "./figures.ts";

/** Numbers that may be said. */
export type Known = ReadonlySet<number>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/i;

/**
 * Gathers the numbers of texts and data, with the forms in which people say them: millilitres as litres,
 * hours with minutes, shares as percent, lists by their length.
 */
export function knownFrom(sources: readonly unknown[]): Set<number> {
  const known = new Set<number>();
  const visit = (value: unknown): void => {
    if (typeof value === "number") add(known, value);
    else if (typeof value === "string") addText(known, value, visit);
    else if (Array.isArray(value)) {
      add(known, value.length);
      value.forEach(visit);
    } else if (typeof value === "object" && value !== null) Object.values(value).forEach(visit);
  };
  sources.forEach(visit);
  return known;
}

function addText(known: Set<number>, text: string, visit: (value: unknown) => void): void {
  if (UUID.test(text)) return;
  if (/^\s*[{[]/.test(text)) {
    const data = parsed(text);
    if (data !== undefined) return visit(data);
  }
  for (const { value } of figuresIn(text)) add(known, value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function add(known: Set<number>, value: number): void {
  const size = Math.abs(value);
  const forms = [size];
  if (size >= 100) forms.push(size / 1000);
  if (Number.isInteger(size) && size >= 60 && size <= 1440)
    forms.push(size / 60, Math.floor(size / 60), size % 60);
  if (!Number.isInteger(size) && size < 24) {
    const minutes = Math.round(size * 60);
    forms.push(Math.floor(minutes / 60), minutes % 60);
  }
  if (size <= 1) forms.push(size * 100);
  for (const form of forms) known.add(form);
}

/** Whether a figure is among the known numbers, as exactly as it is said. */
export function isKnown({ value, decimals }: Figure, known: Known): boolean {
  if (known.has(value)) return true;
  const scale = 10 ** decimals;
  for (const number of known) {
    if (Math.abs(Math.round(number * scale) / scale - value) < 1e-9) return true;
  }
  return false;
}

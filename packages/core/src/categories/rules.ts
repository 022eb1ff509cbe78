import { fold } from "../ptbr/normalize.ts";

/** A key for a new category: its name in plain letters, with a number behind it when taken. */
export function keyFor(name: string, taken: ReadonlySet<string>): string {
  const words = fold(name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  const base = words.join("_").slice(0, 50) || "category";
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}_${number}`)) number += 1;
  return `${base}_${number}`;
}

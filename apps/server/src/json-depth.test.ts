import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isTooDeep } from "./json-depth.ts";

const nested = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;

describe("the depth of a JSON text", () => {
  it("is allowed up to 64 levels, and brackets in texts do not count", () => {
    expect(isTooDeep(nested(64))).toBe(false);
    expect(isTooDeep(nested(65))).toBe(true);
    expect(isTooDeep(`{"a":${nested(64)}}`)).toBe(true);
    expect(isTooDeep(JSON.stringify({ a: "[".repeat(500), b: '\\"[[['.repeat(100) }))).toBe(false);
    expect(isTooDeep(`[${"[],".repeat(1000)}[]]`)).toBe(false);
  });

  it("is what a walk over the parsed value finds", () => {
    const depthOf = (value: unknown): number =>
      typeof value === "object" && value !== null
        ? 1 + Math.max(0, ...Object.values(value).map(depthOf))
        : 0;
    fc.assert(
      fc.property(fc.json({ maxDepth: 8 }), fc.nat(70), (json, more) => {
        const deep = "[".repeat(more) + json + "]".repeat(more);
        expect(isTooDeep(deep)).toBe(more + depthOf(JSON.parse(json)) > 64);
      }),
    );
  });
});

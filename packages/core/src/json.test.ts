import fc from "fast-check";
import { expect, test } from "vitest";

import { storableJson } from "./json.ts";

const bad = fc.constantFrom("\0", "\uD800", "\uDFFF", "a\uDC00b", "\\u0000");
const json = fc.jsonValue({ noUnicodeString: false });

test("what jsonb can hold comes back as it was", () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: true }), (value) => {
      expect(JSON.parse(storableJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("no NUL and no half pair is left in any text or key, however deep", () => {
  fc.assert(
    fc.property(json, bad, bad, (value, key, text) => {
      const stored = storableJson({ plain: value, deep: [{ [key]: [text, { text }] }] });
      expect(stored.replaceAll("\\\\", "")).not.toMatch(/\\u(0000|d[89a-f])/i);
      expect(stored.isWellFormed()).toBe(true);
    }),
  );
});

import { encodeCursor } from "@vida/core/cursor";

/** Texts of a JSON body that no value can be turned into: they stand where a token stood. */
const RAW: Readonly<Record<string, string>> = {
  "@@deepArray@@": `${"[".repeat(10_000)}${"]".repeat(10_000)}`,
  "@@deepObject@@": `${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`,
  "@@tooBig@@": "1e999",
  "@@minusZero@@": "-0",
  "@@loneSurrogate@@": String.raw`"\ud800x"`,
  "@@nul@@": String.raw`"a\u0000b"`,
  "@@proto@@": '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}',
};

const VALUES: readonly unknown[] = [
  ...Object.keys(RAW),
  null,
  true,
  -1,
  0,
  1.5,
  1e308,
  -1e308,
  5e-324,
  2 ** 31,
  2 ** 53,
  [],
  [[]],
  [null],
  Array.from({ length: 5_000 }, (_, n) => n),
  {},
  { toString: "x", valueOf: "y", toJSON: "z" },
  "",
  " ",
  "NaN",
  "Infinity",
  "-0",
  "1e308",
  "0.001",
  "99999999999999999999.99",
  "2026-13-01",
  "2026-02-31",
  "2026-02-31T25:61",
  "0000-01-01",
  "9999-12-31",
  "9999-12-31T23:59",
  "9999-12-31T23:59:59.999Z",
  "2026-13",
  "9999-12",
  "0001-01",
  "24:00",
  "00000000-0000-0000-0000-000000000000",
  "ffffffff-ffff-ffff-ffff-ffffffffffff",
  "'; drop table users; --",
  "%' or 1=1 --",
  "<img src=x onerror=alert(1)>",
  "\\",
  "%_%",
  "../../etc/passwd",
  "${7*7}{{7*7}}",
  "\u202Etxt\u200b\ufeff",
  "FREQ=DAILY;COUNT=999999999",
  "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
  "a".repeat(9_000),
  "🧨".repeat(2_000),
];

/** Places in a list that no list handed out: as many keys as any has, none of them right. */
const CURSORS: readonly string[] = ["x", "-1", "9e999", "\0", "2026-02-31", "2026-01-01"].flatMap(
  (key) => [1, 2, 3, 4].map((count) => encodeCursor(Array.from({ length: count }, () => key))),
);

/** What may stand in one field of an input, whatever it asks for. */
export function hostileValues(field: string): readonly unknown[] {
  return field === "cursor" ? [...VALUES, ...CURSORS] : VALUES;
}

/** JSON text with the raw places put in, as only a hand-made client sends it. */
export function hostileJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /"(@@\w+@@)"/g,
    (whole, token: string) => RAW[token] ?? whole,
  );
}

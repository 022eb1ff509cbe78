import { expect, test } from "vitest";

import { given, readForm, type FieldSpec } from "./form-values.ts";

const FIELDS: readonly FieldSpec[] = [
  { kind: "money", name: "amount", label: "Valor" },
  { kind: "text", name: "name", label: "Nome" },
  { kind: "day", name: "day", label: "Dia", latest: "2026-11-22", optional: true },
  { kind: "count", name: "installments", label: "Parcelas", min: 1, max: 120, optional: true },
];

test("a good form comes out as the wire wants it", () => {
  const { values, problems } = readForm(FIELDS, { amount: "1.200,5", name: " Mercado ", day: "" });
  expect(problems).toEqual({});
  expect(values).toEqual({ amount: "1200.50", name: "Mercado", day: "", installments: "" });
});

test("each field says what is wrong with it", () => {
  const { problems } = readForm(FIELDS, {
    amount: "0,00",
    name: "",
    day: "2026-11-23",
    installments: "0",
  });
  expect(Object.keys(problems).toSorted()).toEqual(["amount", "day", "installments", "name"]);
});

test("what was left empty is left out", () => {
  expect(given({ day: "", accountId: "x" }, "day", "accountId")).toEqual({ accountId: "x" });
});

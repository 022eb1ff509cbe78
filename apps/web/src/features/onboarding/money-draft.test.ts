import { expect, test } from "vitest";

import { accountsOf, cardName, faultsOf, meantPlace, newPlace } from "./money-draft.ts";

const nubank = { ...newPlace("a", "checking", "Nubank"), balance: "1.234,56" };
const itau = newPlace("b", "checking", "Itaú");
const card = {
  ...newPlace("c", "card", "Cartão Nubank"),
  closingDay: "3",
  dueDay: "10",
  limit: "5.000",
};
const cash = { ...newPlace("d", "cash", "Carteira"), balance: "80" };

test("accounts and cards are opened with what is meant by débito, pix and crédito", () => {
  expect(accountsOf([nubank, itau, card, cash], { pix: "b" })).toEqual([
    { name: "Nubank", kind: "checking", openingBalance: "1234.56", meantBy: ["debit"] },
    { name: "Itaú", kind: "checking", meantBy: ["pix"] },
    {
      name: "Cartão Nubank",
      kind: "card",
      closingDay: 3,
      dueDay: 10,
      limit: "5000.00",
      meantBy: ["credit"],
    },
  ]);
});

test("cash is never what débito means by itself", () => {
  expect(meantPlace([cash], {}, "debit")).toBeUndefined();
  expect(meantPlace([cash, nubank], {}, "debit")?.name).toBe("Nubank");
});

test("a new card takes the name of a bank that has none yet", () => {
  expect(cardName([nubank, itau])).toBe("Cartão Nubank");
  expect(cardName([nubank, itau, card])).toBe("Cartão Itaú");
  expect(cardName([])).toBe("Cartão de crédito");
});

test("a card without its days, or a sum that is none, is said at the field", () => {
  expect(Object.keys(faultsOf(newPlace("x", "card", "Cartão")))).toEqual(["closingDay", "dueDay"]);
  expect(faultsOf({ ...card, dueDay: "32" })).toHaveProperty("dueDay");
  expect(faultsOf({ ...nubank, balance: "muito" })).toHaveProperty("balance");
  expect(faultsOf(card)).toEqual({});
});

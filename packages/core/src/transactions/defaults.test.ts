import { describe, expect, it } from "vitest";

import type { Account } from "../accounts/rows.ts";
import type { AccountKind } from "../accounts/schemas.ts";
import { defaultAccount } from "./defaults.ts";

function account(id: string, kind: AccountKind, other: Partial<Account> = {}): Account {
  return {
    id,
    name: id,
    kind,
    currency: "BRL",
    openingBalance: "0.00",
    limit: null,
    archived: false,
    createdAt: new Date(0),
    schedule: kind === "card" ? { closingDay: 28, dueDay: 5, moved: new Map() } : null,
    ...other,
  };
}

const wallet = account("wallet", "cash");
const bank = account("bank", "checking");
const card = account("card", "card");
const dollars = account("dollars", "checking", { currency: "USD" });
const all = [wallet, bank, card, dollars];
const wish = { installments: false, currency: "BRL", anyCurrency: true };
const meant = { meantByPix: null, meantByDebit: null, meantByCredit: null };

describe("the account of a row that names none", () => {
  it("is the wallet when nothing is known", () => {
    expect(defaultAccount(all, wish, null, meant)).toBe(wallet);
  });

  it("is the one meant by pix or debit, and before that the one of the last time", () => {
    expect(defaultAccount(all, wish, null, { ...meant, meantByDebit: "bank" })).toBe(bank);
    expect(defaultAccount(all, wish, "card", { ...meant, meantByPix: "bank" })).toBe(card);
  });

  it("is a card for installments: the learnt one, the one meant by credit, or the only one", () => {
    const inParts = { ...wish, installments: true };
    const second = account("second", "card");
    expect(defaultAccount(all, inParts, "bank", meant)).toBe(card);
    expect(defaultAccount([...all, second], inParts, null, meant)).toBeNull();
    expect(defaultAccount([...all, second], inParts, "second", meant)).toBe(second);
    expect(
      defaultAccount([...all, second], inParts, null, { ...meant, meantByCredit: "second" }),
    ).toBe(second);
    expect(defaultAccount([wallet], inParts, null, meant)).toBeNull();
  });

  it("has the currency that was asked for, and never is an archived one", () => {
    const inDollars = { ...wish, currency: "USD", anyCurrency: false };
    expect(defaultAccount(all, inDollars, "bank", meant)).toBe(dollars);
    expect(defaultAccount([{ ...wallet, archived: true }, bank], wish, "wallet", meant)).toBe(bank);
    expect(defaultAccount([card], wish, null, meant)).toBeNull();
  });
});

import type { CreateAccountInput } from "@vida/core/accounts/schemas";

import { t } from "../../lib/t.ts";
import { parseAmount } from "../finance/kit/amounts.ts";

export const BANKS = [
  "Nubank",
  "Itaú",
  "Banco do Brasil",
  "Caixa",
  "Bradesco",
  "Santander",
  "Inter",
  "C6 Bank",
  "Mercado Pago",
] as const;

export const MEANS = ["debit", "pix", "credit"] as const;
export type Means = (typeof MEANS)[number];

/** A place of money as it is typed. */
export type Place = {
  key: string;
  kind: "checking" | "card" | "cash";
  name: string;
  balance: string;
  closingDay: string;
  dueDay: string;
  limit: string;
};

export type Meant = Partial<Record<Means, string>>;

export function newPlace(key: string, kind: Place["kind"], name: string): Place {
  return { key, kind, name, balance: "", closingDay: "", dueDay: "", limit: "" };
}

/** The name of a new card: of the first bank that has none yet, else simply a card. */
export function cardName(places: readonly Place[]): string {
  const taken = new Set(places.map(({ name }) => name));
  const names = places
    .filter(({ kind, name }) => kind === "checking" && name !== "")
    .map(({ name }) => t("start.cardOf", { bank: name }));
  return names.find((name) => !taken.has(name)) ?? t("start.card");
}

/** Which of the places can be meant by a word: credit is a card, the others are not. */
export function fitting(places: readonly Place[], means: Means): Place[] {
  return places.filter(({ kind }) => (means === "credit") === (kind === "card"));
}

/** What is meant by a word: what the person said, else the first account (or card) there is. */
export function meantPlace(
  places: readonly Place[],
  meant: Meant,
  means: Means,
): Place | undefined {
  const fits = fitting(places, means);
  return fits.find(({ key }) => key === meant[means]) ?? fits.find(({ kind }) => kind !== "cash");
}

export type PlaceErrors = Partial<
  Record<"name" | "balance" | "closingDay" | "dueDay" | "limit", string>
>;

const isDayOfMonth = (text: string): boolean => /^([1-9]|[12]\d|3[01])$/.test(text.trim());

export function faultsOf(place: Place): PlaceErrors {
  const faults: PlaceErrors = {};
  if (place.name.trim() === "") faults.name = t("form.required");
  if (place.balance.trim() !== "" && parseAmount(place.balance) === null)
    faults.balance = t("form.notMoney");
  if (place.kind !== "card") return faults;
  if (!isDayOfMonth(place.closingDay)) faults.closingDay = t("start.dayRange");
  if (!isDayOfMonth(place.dueDay)) faults.dueDay = t("start.dayRange");
  const limit = place.limit.trim() === "" ? "0.00" : parseAmount(place.limit);
  if (limit === null || limit.startsWith("-")) faults.limit = t("form.notMoney");
  return faults;
}

export type AccountToOpen = CreateAccountInput & { meantBy?: Means[] };

/** The accounts to open, each with the words that mean it; what is at hand in cash has its account already. */
export function accountsOf(places: readonly Place[], meant: Meant): AccountToOpen[] {
  return places
    .filter(({ kind }) => kind !== "cash")
    .map((place) => {
      const meantBy = MEANS.filter((means) => meantPlace(places, meant, means)?.key === place.key);
      const balance = parseAmount(place.balance);
      const limit = parseAmount(place.limit);
      return {
        name: place.name.trim(),
        kind: place.kind,
        ...(place.kind === "card"
          ? {
              closingDay: Number(place.closingDay),
              dueDay: Number(place.dueDay),
              ...(limit === null ? {} : { limit }),
            }
          : balance === null
            ? {}
            : { openingBalance: balance }),
        ...(meantBy.length === 0 ? {} : { meantBy }),
      };
    });
}

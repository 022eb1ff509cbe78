import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { readInstallments } from "./installments.ts";
import { readBareMoney, readMoney, toAmount } from "./money.ts";
import { tokenize } from "./normalize.ts";
import { parseNumber } from "./numbers.ts";
import { readQuantity } from "./quantities.ts";

const UNITS = [
  "",
  "um",
  "dois",
  "três",
  "quatro",
  "cinco",
  "seis",
  "sete",
  "oito",
  "nove",
  "dez",
  "onze",
  "doze",
  "treze",
  "catorze",
  "quinze",
  "dezesseis",
  "dezessete",
  "dezoito",
  "dezenove",
];
const TENS = [
  "",
  "",
  "vinte",
  "trinta",
  "quarenta",
  "cinquenta",
  "sessenta",
  "setenta",
  "oitenta",
  "noventa",
];
const HUNDREDS = [
  "",
  "cento",
  "duzentos",
  "trezentos",
  "quatrocentos",
  "quinhentos",
  "seiscentos",
  "setecentos",
  "oitocentos",
  "novecentos",
];

function belowThousand(n: number): string {
  if (n === 100) return "cem";
  const rest = n % 100;
  const tail =
    rest < 20
      ? UNITS[rest]!
      : [TENS[Math.floor(rest / 10)], UNITS[rest % 10]].filter((x) => x !== "").join(" e ");
  return [HUNDREDS[Math.floor(n / 100)], tail].filter((x) => x !== "").join(" e ");
}

function spoken(n: number): string {
  if (n < 1000) return belowThousand(n);
  const thousands = Math.floor(n / 1000);
  const rest = n % 1000;
  const head = thousands === 1 ? "mil" : `${belowThousand(thousands)} mil`;
  return rest === 0
    ? head
    : rest < 100 || rest % 100 === 0
      ? `${head} e ${belowThousand(rest)}`
      : `${head} ${belowThousand(rest)}`;
}

const number = (text: string): number | null => parseNumber(text, tokenize);

describe("numbers", () => {
  it.each([
    ["duas mil e quinhentas", 2500],
    ["meia dúzia", 6],
    ["um e meio", 1.5],
    ["2 e meio", 2.5],
    ["1.250,50", 1250.5],
    ["1k", 1000],
    ["1,5 mi", 1_500_000],
    ["mil e duzentos", 1200],
    ["trezentos e cinquenta", 350],
    ["uns 7 e pouco", 7],
    ["50.90", 50.9],
    ["1.250", 1250],
    ["oitenta e dois vírgula cinco", 82.5],
    ["2 mil e meio", 2500],
    ["cento cinquenta", 150],
    ["uma dúzia", 12],
    ["cinquentão", 50],
  ])('reads "%s" as %d', (text, value) => expect(number(text)).toBe(value));

  it("reads every spoken number below a million back", () => {
    expect(() =>
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 999_999 }), (n) => number(spoken(n)) === n),
        { numRuns: 500 },
      ),
    ).not.toThrow();
  });

  it("reads digits as Brazilians format them", () => {
    expect(() =>
      fc.assert(
        fc.property(
          fc.integer({ min: 0, max: 99_999_999 }),
          (cents) =>
            number(
              new Intl.NumberFormat("pt-BR", { minimumFractionDigits: 2 }).format(cents / 100),
            ) ===
            cents / 100,
        ),
      ),
    ).not.toThrow();
  });

  it("does not care about accents or case", () => {
    expect(() =>
      fc.assert(
        fc.property(
          fc.integer({ min: 1, max: 9999 }),
          (n) =>
            number(spoken(n).toUpperCase()) ===
            number(spoken(n).normalize("NFD").replace(/\p{M}/gu, "")),
        ),
      ),
    ).not.toThrow();
  });
});

describe("money", () => {
  const money = (text: string): string | undefined =>
    (readMoney(tokenize(text), 0) ?? readBareMoney(tokenize(text), 0))?.amount;
  it.each([
    ["R$ 50", "50.00"],
    ["50 conto", "50.00"],
    ["200 mangos", "200.00"],
    ["30 e 50", "30.50"],
    ["dezenove e noventa", "19.90"],
    ["12 reais e 50 centavos", "12.50"],
    ["2 mil e quinhentos", "2500.00"],
    ["mil reais", "1000.00"],
    ["50,90", "50.90"],
    ["R$1.250,00", "1250.00"],
    ["75 centavos", "0.75"],
    ["vinte e cinco", "25.00"],
    ["5 reais e meio", "5.50"],
    ["1k", "1000.00"],
    ["2 milhões de reais", "2000000.00"],
  ])('reads "%s" as %s', (text, amount) => expect(money(text)).toBe(amount));

  it("reads every formatted amount back", () => {
    expect(() =>
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 100_000_000 }), (cents) => {
          const text = new Intl.NumberFormat("pt-BR", {
            style: "currency",
            currency: "BRL",
          }).format(cents / 100);
          return money(text) === (cents / 100).toFixed(2);
        }),
      ),
    ).not.toThrow();
  });

  it("rounds half up without binary noise", () => {
    expect(toAmount("1.005")).toBe("1.01");
    expect(toAmount("0.995")).toBe("1.00");
  });

  it.each([
    ["12x de 250", { count: 12, each: "250.00" }],
    ["1.200 em 12x", { count: 12, total: "1200.00" }],
    ["6 mil em 12x de 600", { count: 12, each: "600.00", total: "6000.00" }],
    ["10x 99,90", { count: 10, each: "99.90" }],
    ["3 mil dividido em 10 vezes", { count: 10, total: "3000.00" }],
  ])('reads the installments of "%s"', (text, expected) =>
    expect(readInstallments(tokenize(text), 0)).toMatchObject(expected),
  );
});

describe("quantities", () => {
  const value = (text: string): [string, number] | null => {
    const q = readQuantity(tokenize(text), 0);
    return q === null ? null : [q.kind, q.value];
  };
  it.each([
    ["500ml", "volume", 500],
    ["1 litro 250", "volume", 1250],
    ["2 litros e meio", "volume", 2500],
    ["litro e meio", "volume", 1500],
    ["meio litro", "volume", 500],
    ["3 copos de 200ml", "volume", 600],
    ["3 copos", "volume", 600],
    ["2 garrafas de água de 500ml", "volume", 1000],
    ["2 vezes de 250ml", "volume", 500],
    ["80 quilos e 200 gramas", "mass", 80.2],
    ["82,5kg", "mass", 82.5],
    ["80 quilos e meio", "mass", 80.5],
    ["1h30", "duration", 90],
    ["uma hora e quinze", "duration", 75],
    ["hora e meia", "duration", 90],
    ["7h e pouco", "duration", 420],
    ["meia hora", "duration", 30],
    ["90 min", "duration", 90],
    ["2 horas e meia", "duration", 150],
    ["8 de 10", "score", 8],
    ["nota 7", "score", 7],
    ["5 km", "distance", 5],
    ["5 km e meio", "distance", 5.5],
  ])('reads "%s"', (text, kind, expected) => expect(value(text)).toEqual([kind, expected]));

  it("reads every duration back from hours and minutes", () => {
    expect(() =>
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 23 }), fc.integer({ min: 0, max: 59 }), (h, m) => {
          const minutes = h * 60 + m;
          const texts = [`${h}h${String(m).padStart(2, "0")}`, `${h} horas e ${m} minutos`];
          return texts.every((t) => value(t)?.[1] === minutes);
        }),
      ),
    ).not.toThrow();
  });

  it("takes the person's own glass", () =>
    expect(readQuantity(tokenize("2 copos"), 0, { glass: 300 })?.value).toBe(600));
});

it("reads no number in a word that happens to name a part of JavaScript is no number", () => {
  for (const word of ["constructor", "valueof", "__proto__"])
    expect(parseNumber(word, tokenize)).toBeNull();
});

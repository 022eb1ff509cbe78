import { addMonths, monthOf } from "../dates.ts";
import { monthInWords, sumInWords } from "../finance/words.ts";
import { add, compare, money, multiply, subtract, sum } from "../money.ts";
import type { MonthTotals } from "../transactions/spent.ts";

/** How many whole months a month is held against. */
const MONTHS = 3;
/** What differs by less is how months are. */
const LEAST_CHANGE = 0.25;
/** Nor is it worth a word when it moves less than this share of all that is spent. */
const LEAST_SHARE = 0.05;
const MOST_FACTS = 3;

export type SpendingFact = {
  /** The category; `total` for everything. */
  readonly key: string;
  readonly text: string;
  readonly data: Record<string, number | string>;
};

type Line = { key: string; name: string; amounts: readonly string[] };
type Judged = Line & { month: string; amount: string; mean: string; difference: string };

/** The months that `spendingFacts` looks at, the running one last. */
export function spendingMonths(today: string): { from: string; to: string } {
  const to = monthOf(today);
  return { from: addMonths(to, -MONTHS - 1), to };
}

/**
 * What a month cost that is out of the ordinary, by category and in all, at most three facts.
 *
 * The month that has ended is told when it lies outside all of the three before it, and a quarter from their
 * mean; the running one only when it has already passed a whole month of those. Sums are the ledger's, in one
 * currency; without spending in each of those months nothing is said. It says what was spent, never why.
 */
export function spendingFacts(
  totals: readonly MonthTotals[],
  { today, currency }: { today: string; currency: string },
): SpendingFact[] {
  const { from, to } = spendingMonths(today);
  const months = Array.from({ length: MONTHS + 2 }, (_, n) => addMonths(from, n));
  const own = months.map((month) =>
    totals.find((each) => each.month === month && each.currency === currency),
  );
  const spent = own.map((each) => each?.spent ?? "0.00");
  const all: Line = { key: "total", name: "Gastos totais", amounts: spent };
  const lines = [all, ...categoryLines(own)];
  const ended = lines.flatMap((line) => judge(line, addMonths(to, -1), 0, spent));
  const running = lines
    .flatMap((line) => judge(line, to, 1, spent))
    .filter(({ difference }) => compare(difference, "0") > 0);
  // The running month's word on a category stands in for that on the month before.
  const newest = new Map([...ended, ...running].map((judged) => [judged.key, judged]));
  return [...newest.values()]
    .toSorted((a, b) => compare(abs(b.difference), abs(a.difference)))
    .slice(0, MOST_FACTS)
    .map((judged) => ({
      key: judged.key,
      text: inWords(judged, { today, currency, isRunning: judged.month === to }),
      data: {
        name: judged.name,
        month: judged.month,
        amount: judged.amount,
        mean: judged.mean,
        difference: judged.difference,
        months: MONTHS,
      },
    }));
}

function categoryLines(own: readonly (MonthTotals | undefined)[]): Line[] {
  const names = new Map(
    own.flatMap((month) =>
      (month?.byCategory ?? []).flatMap(({ key, kind, name }) =>
        kind === "expense" ? [[key, name] as const] : [],
      ),
    ),
  );
  return [...names].map(([key, name]) => ({
    key,
    name: `Gastos com ${name}`,
    amounts: own.map((month) =>
      sum(
        (month?.byCategory ?? [])
          .filter((each) => each.kind === "expense" && each.key === key)
          .map(({ amount }) => amount),
      ),
    ),
  }));
}

/** The month after `MONTHS` others, from `start` on, when it stands out from them. */
function judge(line: Line, month: string, start: number, spent: readonly string[]): Judged[] {
  const before = line.amounts.slice(start, start + MONTHS);
  const amount = money(line.amounts[start + MONTHS] ?? "0");
  const whole = spent.slice(start, start + MONTHS);
  if (whole.some((each) => compare(each, "0") <= 0)) return [];
  const mean = multiply(sum(before), 1 / MONTHS);
  const difference = subtract(amount, mean);
  const outside =
    before.every((each) => compare(amount, each) > 0) ||
    before.every((each) => compare(amount, each) < 0);
  const known = before.filter((each) => compare(each, "0") > 0).length >= 2;
  const size = abs(difference);
  const isLarge =
    compare(size, multiply(mean, LEAST_CHANGE)) >= 0 &&
    compare(size, multiply(sum(whole), LEAST_SHARE / MONTHS)) >= 0;
  return known && outside && isLarge ? [{ ...line, month, amount, mean, difference }] : [];
}

function abs(amount: string): string {
  return compare(amount, "0") < 0 ? subtract("0", amount) : add(amount, "0");
}

/** `Gastos com Restaurantes em outubro: R$ 480,00, R$ 150,00 acima da média dos 3 meses antes (R$ 330,00).` */
function inWords(
  { name, month, amount, mean, difference }: Judged,
  { today, currency, isRunning }: { today: string; currency: string; isRunning: boolean },
): string {
  const said = (value: string): string => sumInWords(value, currency);
  const head = `${name} em ${monthInWords(month, today)}`;
  if (isRunning)
    return `${head}: já ${said(amount)}, mais que em um mês inteiro, na média dos ${MONTHS} meses antes (${said(mean)}).`;
  const side = compare(difference, "0") > 0 ? "acima" : "abaixo";
  return `${head}: ${said(amount)}, ${said(abs(difference))} ${side} da média dos ${MONTHS} meses antes (${said(mean)}).`;
}

import { Decimal } from "decimal.js";

/**
 * Money as decimal strings with two places (`"1234.50"`), never a float. Browser-safe.
 *
 * Sums stay in one currency: callers group before they add.
 */
const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_EVEN });

type Amount = string | Decimal;

/** The canonical string of an amount, rounded half to even to two places. */
export function money(amount: Amount | number): string {
  return new Exact(amount).toFixed(2);
}

export function sum(amounts: readonly Amount[]): string {
  return amounts.reduce<Decimal>((total, amount) => total.plus(amount), new Exact(0)).toFixed(2);
}

export function add(a: Amount, b: Amount): string {
  return new Exact(a).plus(b).toFixed(2);
}

export function subtract(a: Amount, b: Amount): string {
  return new Exact(a).minus(b).toFixed(2);
}

export function multiply(amount: Amount, factor: number): string {
  return new Exact(amount).times(factor).toFixed(2);
}

export function negate(amount: Amount): string {
  return new Exact(0).minus(amount).toFixed(2);
}

/** -1, 0 or 1, as for sorting. */
export function compare(a: Amount, b: Amount): number {
  return new Exact(a).comparedTo(b);
}

/**
 * Splits an amount into `count` parts that differ by at most one centavo and sum exactly to it.
 * The larger parts come first, as card issuers do.
 */
export function split(amount: Amount, count: number): string[] {
  const cents = new Exact(amount).times(100);
  const base = cents.dividedToIntegerBy(count);
  const extra = cents.minus(base.times(count)).toNumber();
  return Array.from({ length: count }, (_, i) =>
    base
      .plus(i < extra ? 1 : 0)
      .dividedBy(100)
      .toFixed(2),
  );
}

/** `R$ 1.234,50` in pt-BR form. */
export function formatMoney(amount: Amount, currency: string, locale = "pt-BR"): string {
  const text = new Exact(amount).toFixed(2);
  if (!isNumeric(text)) throw new RangeError(`not an amount: ${text}`);
  return new Intl.NumberFormat(locale, { style: "currency", currency }).format(text);
}

/** Intl takes decimal strings exactly; a number would round beyond 2^53 centavos. */
function isNumeric(text: string): text is Intl.StringNumericLiteral {
  return /^-?\d+\.\d{2}$/.test(text);
}

/** Money of forms and sums as the wire carries it: decimal strings, counted in whole centavos. */

const PLAIN = /^\d{1,12}(\.\d{1,2})?$/;

/**
 * Reads an amount as a person of Brazil types it ("32,50", "1.234,5", "R$ 1.200", "32.50") and returns
 * the wire's decimal string with two places, or null when it is no amount.
 */
export function parseAmount(text: string): string | null {
  const clean = text.replace(/^\s*R\$/i, "").replace(/\s/g, "");
  const negative = clean.startsWith("-");
  const digits = negative ? clean.slice(1) : clean;
  const grouped = /^\d{1,3}(\.\d{3})+(,\d{0,2})?$/.test(digits);
  const plain = grouped || digits.includes(",") ? digits.replaceAll(".", "") : digits;
  const decimal = plain.replace(",", ".").replace(/\.$/, "");
  if (!PLAIN.test(decimal) || (digits.includes(",") && !grouped && digits.includes(".")))
    return null;
  return fromCents(toCents(`${negative ? "-" : ""}${decimal}`));
}

/** Writes an amount the way the form's field takes it: "1.234,50". */
export function amountText(amount: string): string {
  const cents = toCents(amount);
  const whole = new Intl.NumberFormat("pt-BR").format(absolute(cents) / 100n);
  return `${cents < 0n ? "-" : ""}${whole},${String(absolute(cents) % 100n).padStart(2, "0")}`;
}

export function toCents(amount: string): bigint {
  const negative = amount.startsWith("-");
  const [whole = "0", places = ""] = amount.replace("-", "").split(".");
  const cents = BigInt(whole) * 100n + BigInt(places.padEnd(2, "0").slice(0, 2));
  return negative ? -cents : cents;
}

export function fromCents(cents: bigint): string {
  const places = String(absolute(cents) % 100n).padStart(2, "0");
  return `${cents < 0n ? "-" : ""}${absolute(cents) / 100n}.${places}`;
}

export function plus(one: string, other: string): string {
  return fromCents(toCents(one) + toCents(other));
}

export function minus(one: string, other: string): string {
  return fromCents(toCents(one) - toCents(other));
}

export function times(amount: string, count: number): string {
  return fromCents(toCents(amount) * BigInt(count));
}

export function total(amounts: readonly string[]): string {
  return fromCents(amounts.reduce((sum, amount) => sum + toCents(amount), 0n));
}

export function isZero(amount: string): boolean {
  return toCents(amount) === 0n;
}

export function isNegative(amount: string): boolean {
  return toCents(amount) < 0n;
}

/** How much of `whole` a part is, 0 when there is no whole; for widths and percentages alone. */
export function share(part: string, whole: string): number {
  const all = toCents(whole);
  return all <= 0n ? 0 : Number(toCents(part)) / Number(all);
}

/** A number for a chart's axis; never for a sum. */
export function plotted(amount: string): number {
  return Number(amount);
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

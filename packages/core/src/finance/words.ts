import { formatMoney } from "../money.ts";

/** How the plan is said in pt-BR. Browser-safe. */

const MONTHS = [
  "janeiro",
  "fevereiro",
  "março",
  "abril",
  "maio",
  "junho",
  "julho",
  "agosto",
  "setembro",
  "outubro",
  "novembro",
  "dezembro",
];

/** `novembro`, with the year when it is another one than today's. */
export function monthInWords(month: string, today: string): string {
  const name = MONTHS[Number(month.slice(5)) - 1] ?? month;
  return month.slice(0, 4) === today.slice(0, 4) ? name : `${name} de ${month.slice(0, 4)}`;
}

/** `R$ 182,40`. */
export function sumInWords(amount: string, currency: string): string {
  return formatMoney(amount, currency);
}

/** `R$ 182,40 → R$ 190,00`, or the one value when nothing changes. */
export function changeInWords(before: string, after: string): string {
  return before === after ? after : `${before} → ${after}`;
}

const SCOPES = {
  this: "só este mês",
  future: "este e os próximos",
  all: "todos os meses em aberto",
} as const;

/** What a change to a series covers; null for a thing that stands alone. */
export function scopeInWords(scope: keyof typeof SCOPES, inSeries: boolean): string | null {
  return inSeries ? SCOPES[scope] : null;
}

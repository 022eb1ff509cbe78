import { formatMoney, money } from "../money.ts";

const number = new Intl.NumberFormat("pt-BR", { maximumFractionDigits: 2 });
const REAIS = new Set(["reais", "real", "r$", "brl"]);

/** A goal's value with its unit: "R$ 5.000,00", "12 livros". */
export function goalValue(value: number, unit: string): string {
  return REAIS.has(unit.trim().toLowerCase())
    ? formatMoney(money(value), "BRL")
    : `${number.format(value)} ${unit}`;
}

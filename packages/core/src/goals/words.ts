const number = new Intl.NumberFormat("pt-BR", { maximumFractionDigits: 2 });
const reais = new Intl.NumberFormat("pt-BR", { style: "currency", currency: "BRL" });
const REAIS = new Set(["reais", "real", "r$", "brl"]);

/** Whether a goal counts reais. */
export function countsMoney(unit: string): boolean {
  return REAIS.has(unit.trim().toLowerCase());
}

/** A goal's value with its unit: "R$ 5.000,00", "12 livros". */
export function goalValue(value: number, unit: string): string {
  return countsMoney(unit) ? reais.format(value) : `${number.format(value)} ${unit}`;
}

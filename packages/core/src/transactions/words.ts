import { monthInWords } from "../finance/words.ts";
import { formatMoney } from "../money.ts";
import type { TransactionView } from "./schemas.ts";

/** How transactions are said in pt-BR. Browser-safe. */

type Said = Pick<
  TransactionView,
  "kind" | "amount" | "currency" | "description" | "installment" | "installments"
>;

/** `Mercado · R$ 120,00`, `Geladeira (2 de 12) · R$ 100,00`, `Salário · + R$ 5.000,00`. */
export function transactionInWords(row: Said): string {
  const part = row.installments === null ? "" : ` (${row.installment} de ${row.installments})`;
  const sign = row.kind === "income" ? "+ " : "";
  return `${row.description}${part} · ${sign}${formatMoney(row.amount, row.currency)}`;
}

/** `12x de R$ 100,00`; parts that differ are told by the first, which is the largest. */
export function partsInWords(amounts: readonly string[], currency: string): string {
  const [first = "0"] = amounts;
  return `${amounts.length}x de ${formatMoney(first, currency)}`;
}

/** `fatura de dezembro`. */
export function statementMonthInWords(month: string, today: string): string {
  return `fatura de ${monthInWords(month, today)}`;
}

export const SCOPE_WORDS = {
  this: "só esta parcela",
  open: "as parcelas de faturas abertas",
  all: "todas as parcelas ainda não pagas",
} as const;

import { monthInWords } from "../finance/words.ts";
import type { AccountKind } from "./schemas.ts";

/** How accounts and statements are said in pt-BR. Browser-safe. */

export const KIND_WORDS: Readonly<Record<AccountKind, string>> = {
  cash: "Carteira",
  checking: "Conta corrente",
  savings: "Poupança",
  card: "Cartão de crédito",
};

/** `Fatura de dezembro do Cartão Inter`. */
export function statementInWords(cardName: string, month: string, today: string): string {
  return `Fatura de ${monthInWords(month, today)} · ${cardName}`;
}

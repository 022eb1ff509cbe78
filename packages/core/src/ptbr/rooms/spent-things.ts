import { type Clause, didI } from "../clause.ts";
import { oneOf, wordSet } from "../words.ts";

/** What may stand behind a bare price; any other word is counted by the number. */
export const AFTER_PRICE = wordSet(
  "no na nos nas em de do da dos das com para por pelo pela hoje ontem anteontem agora o a e num numa ao cada via pix debito credito cartao dinheiro paguei gastei mais so ai la que foi",
);

/** "comi 2 pedaços de bolo", "comprei 3 livros": how many, not how much. */
export function countsThings(
  c: Clause,
  money: { amount: string; to: number; bare: boolean },
): boolean {
  const next = c.words[money.to];
  return (
    money.bare &&
    oneOf("comer comprar pedir pegar levar", didI(c, "buy")?.lemma) &&
    Number(money.amount) <= 20 &&
    Number.isInteger(Number(money.amount)) &&
    next !== undefined &&
    c.tokens[money.to]!.kind === "word" &&
    !AFTER_PRICE.has(next)
  );
}

/** "almocei por 28": the meal itself is what the money was for. */
export function mealOf(c: Clause): string {
  const meals: Readonly<Record<string, string>> = {
    almoçar: "Almoço",
    almocar: "Almoço",
    jantar: "Jantar",
    lanchar: "Lanche",
    abastecer: "Combustível",
  };
  return meals[didI(c, "buy")?.lemma ?? ""] ?? "";
}

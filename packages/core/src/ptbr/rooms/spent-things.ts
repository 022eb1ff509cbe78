import { type Clause, didI, has, items, phrase } from "../clause.ts";
import { isMerchantWord } from "../merchants.ts";
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

const LABELS = wordSet(
  "saida portao plataforma linha sala andar apartamento apto casa pagina capitulo fase nivel rodada questao aula turma lote assento poltrona",
);

/** "saída 7 do metrô", "tenho 2 filhos e 1 cachorro": a number that names or counts, without a price. */
export function labelled(
  c: Clause,
  money: { amount: string; from: number; to: number; bare: boolean },
): boolean {
  const whole = Number.isInteger(Number(money.amount));
  const next = c.words[money.to];
  const counts = Number(money.amount) <= 3 && next !== undefined && !AFTER_PRICE.has(next);
  return money.bare && whole && (LABELS.has(c.words[money.from - 1] ?? "") || counts);
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

/** "o carro do meu irmão custou 60 mil": the price of what is somebody else's, who pays for oneself. */
export function ofOthers(c: Clause): boolean {
  const who =
    "irmao|irma|vizinho|vizinha|chefe|amigo|amiga|colega|cunhado|cunhada|primo|prima|tio|tia|sogro|sogra|patrao";
  return (
    has(c, "custou custaram custa") &&
    (has(c, "dele dela deles delas") ||
      phrase(c, `do|da ${who}`) ||
      phrase(c, `do|da|de meu|minha|nosso|nossa|um|uma ${who}`))
  );
}

/** "2 camisas de 45 cada": how many there are of what has this price; 1 when it is the price of all. */
export function eachCosts(c: Clause, from: number, to: number): number {
  if (c.words[to] !== "cada") return 1;
  const count = items(c, "number").findLast((n) => n.to < from && !n.value.article)?.value.value;
  return count !== undefined && Number.isInteger(count) && count >= 2 && count <= 100 ? count : 1;
}

/** "fiz as unhas, 45 reais": what one had done, at a price; a job done is no expense. */
export function hadDone(c: Clause): boolean {
  const made = didI(c, "do");
  return (
    made !== null &&
    oneOf("a as o os", c.words[made.at + 1]) &&
    items(c, "money").length > 0 &&
    c.words.some((w) => isMerchantWord(w))
  );
}

/** What others say of a sum: nothing was paid. */
export const OFFERED =
  "ofereceu ofereceram oferecem prometeu prometeram propos propuseram sugeriu orcou orcaram estimou estimaram avaliou avaliaram";

/** "máquina de lavar 12x de 189": the infinitive is part of a name. */
export function namesMachine(c: Clause, { at, lemma }: { at: number; lemma: string }): boolean {
  return c.words[at - 1] === "de" && oneOf("lavar secar cortar costurar passar assar", lemma);
}

/** What is paid without money. */
export const NO_PAYMENT =
  "mico pato promessa promessas lingua pau preco caro visita atencao pena penitencia pecados vale sapo tudo nada";

/** Numbers beside these name somebody or something. */
export const IDENTIFIERS = wordSet(
  "telefone numero cpf rg cep senha codigo placa protocolo endereco cnpj ramal whatsapp zap pin agencia passos",
);

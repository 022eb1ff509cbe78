import { type Clause, has, order } from "./clause.ts";
import { FILLER, leftover } from "./reading.ts";
import { oneOf } from "./words.ts";

/** Clauses that only say "anota", "corrige", "registra como novo": they belong to their neighbour. */
export function bareOrder(c: Clause): "record" | "change" | null {
  if (c.items.length > 0) return null;
  const content = c.words.filter((w, i) => c.tokens[i]!.kind === "word" && !FILLER.has(w));
  const change = order(c, "change");
  if (
    change !== null &&
    content.every((w) =>
      oneOf(
        "corrige corrigir corrija muda mudar arruma arrumar ajusta ajustar altera alterar atualiza atualizar valor consegue conserta retifica arrume atualize altere ajuste mude",
        w,
      ),
    )
  )
    return "change";
  const esqueci = has(c, "esqueci") && has(c, "marcar registrar anotar lancar colocar");
  const rec = order(c, "record");
  if (
    esqueci ||
    (rec !== null &&
      content.filter(
        (w) =>
          !oneOf(
            "registrar registra anota sono novo como agua peso treino humor energia gasto despesa diario feito feita conta tudo ontem hoje lista",
            w,
          ) &&
          !order(
            { ...c, words: [w], tokens: c.tokens.slice(0, 1), items: [], covered: [false] },
            "record",
          ),
      ).length === 0)
  )
    return "record";
  return null;
}

/** Lets orders without content act on the clause before them. */
export function attach(clauses: readonly Clause[]): Clause[] {
  const out: Clause[] = [];
  for (const c of clauses) {
    const bare = clauses.length > 1 ? bareOrder(c) : null;
    const last = out.at(-1);
    if (last !== undefined && c.words.length <= 2 && oneOf("desmarca desmarque", c.words[0])) {
      out[out.length - 1] = joined(c, without(last, "nao fiz fizemos cumpri"));
      continue;
    }
    const goesOn = intoGoal(c) || (toldOf(c) && hasTime(out.at(-1) ?? c));
    if (last !== undefined && onlyPrice(c, last)) {
      out[out.length - 1] = joined(last, without(c, COSTS));
      continue;
    }
    if (last !== undefined && (onlyMeans(c, last) || saleOf(c, last))) {
      out[out.length - 1] = joined(last, without(c, EARNED));
      continue;
    }
    if (last !== undefined && goesOn) {
      out[out.length - 1] = joined(last, c);
      continue;
    }
    if (bare !== null && last !== undefined) {
      if (bare === "change") out[out.length - 1] = { ...last, correcting: true };
      continue;
    }
    out.push(c);
  }
  return out;
}

/** "…, me avisa": an order that asks to be told of what stands before it. */
function toldOf(c: Clause): boolean {
  const known = "avisa avise lembra lembre avisar lembrar disso antes so chama cutuca".split(" ");
  return c.items.length === 0 && order(c, "remember") !== null && leftover(c, known).length === 0;
}

const COSTS = "vai vao ser sera serao sao foi foram deu ficou ficaram saiu custou total tudo";

/** "fiz um consignado. vão ser 10x de 300": nothing but the price of what stands before it. */
function onlyPrice(c: Clause, before: Clause | undefined): boolean {
  const priced = (one: Clause): boolean =>
    one.items.some(
      (x) =>
        oneOf("money installments quantity", x.type) || (x.type === "number" && !x.value.article),
    );
  return (
    before !== undefined &&
    !priced(before) &&
    leftover(before, []).length > 0 &&
    c.items.some((x) => oneOf("money installments", x.type)) &&
    c.words.every((w, i) => c.covered[i] === true || oneOf(`${COSTS} ${MEANS} em de por , . !`, w))
  );
}

const MEANS = "no na pelo via com o a meu minha cartao credito debito pix dinheiro especie vista";

/** "…, paguei no débito": nothing but how the price before it was paid. */
function onlyMeans(c: Clause, before: Clause): boolean {
  return (
    c.items.length === 0 &&
    has(c, "cartao credito debito pix dinheiro especie vista") &&
    c.words.every((w) => oneOf(`${MEANS} paguei pago paga passei foi tudo em , . !`, w)) &&
    before.items.some((x) => oneOf("money installments number", x.type)) &&
    !has(before, "cartao credito debito pix dinheiro especie vista")
  );
}

const EARNED = "entrou entraram fiz deu rendeu renderam ganhei tirei faturei recebi apurei";

/** "vendi dois bolos, entrou noventa reais": nothing but what the sale before it brought. */
function saleOf(c: Clause, before: Clause): boolean {
  return (
    has(before, "vendi vendemos") &&
    !before.items.some((x) => x.type === "money") &&
    has(c, EARNED) &&
    c.items.some((x) => oneOf("money number", x.type)) &&
    c.words.every(
      (w, i) => c.covered[i] === true || oneOf(`${EARNED} e no total tudo com isso , . !`, w),
    )
  );
}

function hasTime(c: Clause): boolean {
  return c.items.some((x) => oneOf("day clock delay recurrence", x.type));
}

/** "…, soma na meta": an order that says where the clause before it belongs. */
function intoGoal(c: Clause): boolean {
  return (
    c.items.length === 0 &&
    has(c, "meta metas objetivo") &&
    (order(c, "record") !== null || order(c, "change") !== null) &&
    leftover(c, ["meta", "metas", "objetivo", "soma", "some", "conta", "atualiza", "la"]).length ===
      0
  );
}

/** The clause without some words outside its values. */
function without(c: Clause, words: string): Clause {
  const keeps = c.tokens.map((_, i) => c.covered[i] === true || !oneOf(words, c.words[i]));
  const shift = (n: number): number => keeps.slice(0, n).filter(Boolean).length;
  return {
    ...c,
    tokens: c.tokens.filter((_, i) => keeps[i]),
    words: c.words.filter((_, i) => keeps[i]),
    covered: c.covered.filter((_, i) => keeps[i]),
    items: c.items.map((x) => ({ ...x, from: shift(x.from), to: shift(x.to) })),
  };
}

function joined(a: Clause, b: Clause): Clause {
  const by = a.tokens.length;
  return {
    ...a,
    text: `${a.text} ${b.text}`,
    tokens: [...a.tokens, ...b.tokens],
    words: [...a.words, ...b.words],
    covered: [...a.covered, ...b.covered],
    items: [...a.items, ...b.items.map((x) => ({ ...x, from: x.from + by, to: x.to + by }))],
  };
}

import { lastDayOf, parts } from "../civil.ts";
import {
  type Clause,
  type Scene,
  capital,
  find,
  has,
  items,
  order,
  phrase,
  phraseAt,
  slice,
} from "../clause.ts";
import { type Reading, asking, propose, whichOf } from "../reading.ts";
import { negation } from "../subject.ts";
import { inGroup, verbForms } from "../verbs.ts";
import { oneOf } from "../words.ts";
import { goalsNamed, numberOf } from "./goals.ts";
import { areaOf } from "./memory.ts";

/** "cria uma meta de ler 24 livros até dezembro". */
export function goalCreateRoom(c: Clause, s: Scene): Reading | null {
  const named = find(c, "meta objetivo");
  const wished = named < 0 ? wishedGoal(c) : -1;
  const at = named < 0 ? wished : named;
  if (at < 0 || negation(c) >= 0) return null;
  const orders = order(c, "create") ?? order(c, "record");
  if (
    wished < 0 &&
    !(
      orders !== null ||
      has(c, "nova novo") ||
      phrase(c, "minha meta eh") ||
      c.words[at + 1] === ":"
    )
  )
    return null;
  if (has(c, "agua sono") && has(c, "diaria dia")) return null;
  if (oneOf("somar acrescentar computar contabilizar", orders?.lemma)) return null;
  // "anota a meta de livros tá em 6": how far it is, no new one.
  if (order(c, "create") === null && phrase(c, "esta em|com") && goalsNamed(c, s).length === 1)
    return null;
  let from = at + 1;
  while (
    from < c.words.length &&
    oneOf("de : eh nova novo chamada pessoal anual para mim seja do ano -", c.words[from])
  )
    from += 1;
  const limit = endOf(c, s, from);
  let to = limit?.from ?? c.words.length;
  while (
    to > from &&
    oneOf("ate em para , . o a no na esse este por favor de dia", c.words[to - 1])
  )
    to -= 1;
  const title = capital(slice(c, s.text, from, to)).slice(0, 255);
  const inside = c.items.filter((x) => x.from >= from && x.to <= to);
  const value =
    inside.find(
      (x) =>
        x.type === "money" || x.type === "quantity" || (x.type === "number" && !x.value.article),
    ) ?? inside.find((x) => x.type === "number");
  const targetValue =
    value === undefined
      ? undefined
      : value.type === "money"
        ? Number(value.value.amount)
        : value.type === "quantity"
          ? value.value.kind === "duration"
            ? value.value.value / 60
            : value.value.kind === "volume"
              ? value.value.value / 1000
              : value.value.value
          : value.type === "number"
            ? value.value.value
            : undefined;
  const unit =
    value === undefined
      ? undefined
      : value.type === "money"
        ? "reais"
        : value.type === "quantity"
          ? {
              volume: "L",
              mass: "kg",
              duration: "horas",
              distance: "km",
              score: "pontos",
              percent: "%",
            }[value.value.kind]
          : moneyGoal(c)
            ? "reais"
            : unitAfter(c, value.to);
  const lose = has(c, "perder emagrecer reduzir diminuir secar");
  const args = {
    title: title === "" ? undefined : title,
    area: areaOf([...c.words], c.words) ?? "learning",
    targetValue,
    unit,
    endDate: limit?.day,
    direction: lose ? "decrease" : undefined,
  };
  if (title === "")
    return asking("tracking", "title", "Qual é a meta?", [], { tool: "create_goal", args });
  if (targetValue === undefined)
    return asking("tracking", "targetValue", `Qual o número a alcançar em "${title}"?`, [], {
      tool: "create_goal",
      args,
    });
  if (limit === null)
    return asking("tracking", "endDate", `Até quando você quer chegar em "${title}"?`, [], {
      tool: "create_goal",
      args,
    });
  return { agent: "tracking", writes: [propose("create_goal", args)], rest: [] };
}

/** "quero ler 20 livros até dezembro": something to do, a number and an end. Index of "quero", or −1. */
function wishedGoal(c: Clause): number {
  const at = find(c, "quero pretendo");
  const verbAt = at + 1;
  const goal = verbForms(c.words[verbAt] ?? "").some(
    (f) =>
      f.tense === "infinitive" &&
      (oneOf("juntar guardar economizar poupar perder emagrecer nadar", f.lemma) ||
        inGroup(f.lemma, "train") ||
        oneOf("ler estudar escrever meditar completar concluir", f.lemma)),
  );
  const counted = c.items.some(
    (x) =>
      x.from > verbAt &&
      (x.type === "money" || x.type === "quantity" || (x.type === "number" && !x.value.article)),
  );
  return at >= 0 && goal && counted && phraseAt(c, "ate") > verbAt ? at : -1;
}

function moneyGoal(c: Clause): boolean {
  return has(c, "juntar guardar economizar poupar investir reais faturar");
}

function unitAfter(c: Clause, i: number): string | undefined {
  const w = c.tokens[i];
  return w?.kind === "word" && !oneOf("ate em por de no na para e esse este", w.norm)
    ? w.raw.toLowerCase()
    : undefined;
}

function endOf(c: Clause, s: Scene, from: number): { from: number; day: string } | null {
  const year = c.words.findIndex(
    (w, i) =>
      i >= from &&
      (w === "fim" || w === "final") &&
      ["do", "desse", "deste"].includes(c.words[i + 1] ?? "") &&
      c.words[i + 2] === "ano",
  );
  if (year >= 0)
    return {
      from: c.words[year - 1] === "o" ? year - 1 : year,
      day: `${parts(s.options.today)[0]}-12-31`,
    };
  const p = items(c, "period").find((x) => x.from >= from);
  const d = items(c, "day").find((x) => x.from >= from);
  if (d !== undefined) return { from: d.from, day: d.value.next };
  if (p !== undefined) {
    const month = p.value.month;
    if (month === undefined) return { from: p.from, day: p.value.until };
    const [y] = parts(s.options.today);
    const m = month.slice(5);
    const year = `${y}-${m}` < s.options.today.slice(0, 7) ? y + 1 : y;
    return {
      from: p.from,
      day: month > s.options.today.slice(0, 7) ? lastDayOf(month) : lastDayOf(`${year}-${m}`),
    };
  }
  const at = c.words.findIndex(
    (w, i) =>
      i >= from &&
      (w === "fim" || w === "final") &&
      c.words[i + 1] === "do" &&
      c.words[i + 2] === "ano",
  );
  return at >= 0 ? { from: at, day: `${parts(s.options.today)[0]}-12-31` } : null;
}

/** "apaga a meta de correr", "muda o prazo da meta de ler para dezembro". */
export function goalChangeRoom(c: Clause, s: Scene): Reading | null {
  if (!has(c, "meta objetivo")) return null;
  // "minha meta agora são 15 livros em vez de 12"
  const instead = ["em vez de", "ao inves de", "no lugar de"]
    .map((p) => phraseAt(c, p))
    .find((i) => i >= 0);
  if (instead !== undefined) {
    const named = goalsNamed(c, s);
    const now = numberOf({ ...c, items: c.items.filter((x) => x.to <= instead) }, null);
    if (named.length === 1 && now !== null)
      return {
        agent: "tracking",
        writes: [propose("update_goal", { goalId: named[0]!.goal.id, targetValue: now })],
        rest: [],
      };
  }
  const removes = order(c, "remove") ?? (has(c, "desisti desistir") ? { at: 0 } : null);
  const changes = order(c, "change");
  const moves =
    changes !== null &&
    oneOf("subir aumentar diminuir baixar reajustar mudar alterar trocar", changes.lemma) &&
    numberOf(c, goalsNamed(c, s)[0]?.goal ?? null) !== null;
  const prazo =
    moves || has(c, "prazo data titulo nome alvo valor") || (changes !== null && has(c, "alvo"));
  if (removes === null && !(changes !== null && prazo)) return null;
  const named = goalsNamed(c, s);
  const list = (named.length > 0 ? named.map((n) => n.goal) : (s.lexicon.goals ?? [])).map((g) => ({
    id: g.id,
    name: g.title,
  }));
  if (list.length === 0) return null;
  const tool = removes !== null ? "delete_goal" : "update_goal";
  const end = endOf(c, s, 0);
  const target =
    (has(c, "alvo valor") || moves) && named.length === 1 ? numberOf(c, named[0]!.goal) : null;
  const args = removes !== null ? {} : { endDate: end?.day, targetValue: target ?? undefined };
  if (named.length !== 1) return whichOf("tracking", "goalId", "Qual meta:", list, { tool, args });
  if (removes === null && end === null && target === null)
    return asking("tracking", "endDate", `O que muda em ${named[0]!.goal.title}?`, [], {
      tool,
      args: { goalId: named[0]!.goal.id },
    });
  return {
    agent: "tracking",
    writes: [propose(tool, { goalId: named[0]!.goal.id, ...args })],
    rest: [],
  };
}

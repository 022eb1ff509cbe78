import { lastDayOf, parts } from "../civil.ts";
import {
  type Clause,
  capital,
  didI,
  find,
  first,
  has,
  items,
  negation,
  order,
  otherPerson,
  phrase,
  type Scene,
  slice,
  verb,
  verbs,
} from "../clause.ts";
import { bestOf } from "../names.ts";
import { fold } from "../normalize.ts";
import { asking, propose, type Reading, whichOf } from "../reading.ts";
import { anatomy, lemmasOf } from "../stems.ts";
import { oneOf } from "../words.ts";
import { areaOf } from "./memory.ts";

type Goal = NonNullable<Scene["lexicon"]["goals"]>[number];

/** Goals that the clause names, by title or by what is done and counted. */
export function goalsNamed(c: Clause, s: Scene): { goal: Goal; at: readonly number[] }[] {
  const words = c.words.map((w, i) => (c.covered[i] && c.tokens[i]!.kind === "number" ? "" : w));
  const byTitle = bestOf(
    words,
    s.lexicon.goals?.map((g) => ({ ...g, name: g.title })),
    (g) => g.name,
  ).map((b) => ({ goal: b.thing as Goal, at: b.at }));
  if (byTitle.length === 1) return byTitle;
  const lemmas = new Set(words.flatMap((w) => lemmasOf(w)));
  const byDoing = (s.lexicon.goals ?? []).filter((g) => {
    const a = anatomy(g.title);
    return (
      a.lemmas.some((l) => lemmas.has(l)) &&
      (g.unit === undefined || c.words.some((w) => sameUnit(w, g.unit ?? "")))
    );
  });
  return byDoing.length > 0 ? byDoing.map((goal) => ({ goal, at: [] })) : byTitle;
}

function sameUnit(word: string, unit: string): boolean {
  const u = fold(unit);
  return (
    word === u ||
    `${word}s` === u ||
    word === `${u}s` ||
    (u === "km" && oneOf("km kms quilometros quilometro", word)) ||
    (["reais", "brl", "r$"].includes(u) && ["reais", "r$"].includes(word))
  );
}

/** A plain number of the clause, whatever its unit. */
function numberOf(c: Clause, goal: Goal | null): number | null {
  const title = new Set(
    goal === null
      ? []
      : (goal.title.match(/\d+(?:[.,]\d+)?/g) ?? []).map((x) => Number(x.replace(",", "."))),
  );
  const all: number[] = [];
  for (const x of c.items) {
    if (x.type === "number" && !x.value.article) all.push(x.value.value);
    else if (x.type === "quantity")
      all.push(
        x.value.kind === "duration" && goal?.unit !== undefined && /h/i.test(goal.unit)
          ? x.value.value / 60
          : x.value.value,
      );
    else if (x.type === "money") all.push(Number(x.value.amount));
  }
  // The goal's own number may be part of its name: "atualiza a meta de correr 100 km para 42 km".
  if (all.length > 1) {
    const rest = all.filter((n) => !title.has(n));
    return rest.at(-1) ?? all.at(-1) ?? null;
  }
  return all[0] ?? null;
}

/** Progress of a goal: "atualiza a meta de correr para 42 km", "já li 5 livros da meta". */
export function goalProgressRoom(c: Clause, s: Scene): Reading | null {
  const word = has(c, "meta metas objetivo progresso");
  const orders = order(c, "change") ?? order(c, "record");
  if (
    (order(c, "create") !== null && orders === null) ||
    negation(c) >= 0 ||
    has(c, "agua sono apaga exclui remove deleta prazo")
  )
    return null;
  const named = goalsNamed(c, s);
  const did =
    verbs(c).some((v) => v.forms.some((f) => f.tense === "past" && f.person === 1)) ||
    phrase(c, "ja estou") ||
    has(c, "cheguei estou completei totalizei acumulado");
  const total = has(c, "ja total ate totalizando agora acumulado somando cheguei estou esta");
  const unit =
    named.length === 1 &&
    named[0]!.goal.unit !== undefined &&
    c.words.some((w) => sameUnit(w, named[0]!.goal.unit ?? ""));
  if (
    !word &&
    (didI(c, "buy") !== null ||
      didI(c, "spend") !== null ||
      first(c, "money") !== undefined ||
      items(c, "quantity").some((q) => q.value.kind === "duration"))
  )
    return null;
  if (
    !(word && (orders !== null || did || named.length > 0)) &&
    !(named.length === 1 && unit && (did || orders !== null))
  )
    return null;
  if (otherPerson(c)) return { agent: "tracking", reason: "third_person" };
  const wish = verb(c, "want", ["present", "conditional"]);
  if (wish !== null && !did && orders === null && !has(c, "estou foi")) return null;
  if (named.length === 0)
    return orders !== null && numberOf(c, null) !== null
      ? whichOf(
          "tracking",
          "goalId",
          "Qual meta:",
          (s.lexicon.goals ?? []).map((g) => ({ id: g.id, name: g.title })),
          { tool: "update_goal_progress", args: { currentValue: numberOf(c, null) ?? undefined } },
        )
      : null;
  if (named.length > 1)
    return whichOf(
      "tracking",
      "goalId",
      "Qual meta:",
      named.map((n) => ({ id: n.goal.id, name: n.goal.title })),
      { tool: "update_goal_progress", args: { currentValue: numberOf(c, null) ?? undefined } },
    );
  const goal = named[0]!.goal;
  const more = has(c, "mais outro outra") || (did && !total && orders === null);
  const one = c.items.find((x) => x.type === "number" && x.value.article);
  const n = numberOf(c, goal) ?? (more && one !== undefined ? 1 : null);
  if (n === null)
    return word
      ? asking("tracking", "currentValue", `Quanto já foi de ${goal.title}?`, [], {
          tool: "update_goal_progress",
          args: { goalId: goal.id },
        })
      : null;
  // "terminei um livro", "corri 5 km": an increment, when the present value is known.
  if (more) {
    if (goal.currentValue === undefined)
      return asking("tracking", "currentValue", `Com isso, em quanto fica ${goal.title}?`, [], {
        tool: "update_goal_progress",
        args: { goalId: goal.id },
      });
    if (!word && !has(c, "mais"))
      return asking(
        "tracking",
        "currentValue",
        `Somo à meta ${goal.title}? Ficaria em ${goal.currentValue + n}.`,
        [{ label: `Sim, ${goal.currentValue + n}`, value: goal.currentValue + n }],
        { tool: "update_goal_progress", args: { goalId: goal.id } },
      );
    return {
      agent: "tracking",
      writes: [
        propose("update_goal_progress", { goalId: goal.id, currentValue: goal.currentValue + n }),
      ],
      rest: [],
    };
  }
  return {
    agent: "tracking",
    writes: [propose("update_goal_progress", { goalId: goal.id, currentValue: n })],
    rest: [],
  };
}

/** "cria uma meta de ler 24 livros até dezembro". */
export function goalCreateRoom(c: Clause, s: Scene): Reading | null {
  const at = find(c, "meta objetivo");
  if (at < 0 || negation(c) >= 0) return null;
  const orders = order(c, "create") ?? order(c, "record");
  if (
    !(
      orders !== null ||
      has(c, "nova novo") ||
      phrase(c, "minha meta eh") ||
      c.words[at + 1] === ":"
    )
  )
    return null;
  if (has(c, "agua sono") && has(c, "diaria dia")) return null;
  let from = at + 1;
  while (
    from < c.words.length &&
    oneOf("de : eh nova novo chamada pessoal anual para mim seja do ano -", c.words[from]!)
  )
    from += 1;
  const limit = endOf(c, s, from);
  let to = limit?.from ?? c.words.length;
  while (
    to > from &&
    oneOf("ate em para , . o a no na esse este por favor de dia", c.words[to - 1]!)
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
  const removes = order(c, "remove") ?? (has(c, "desisti desistir") ? { at: 0 } : null);
  const changes = order(c, "change");
  const prazo = has(c, "prazo data titulo nome alvo valor") || (changes !== null && has(c, "alvo"));
  if (removes === null && !(changes !== null && prazo)) return null;
  const named = goalsNamed(c, s);
  const list = (named.length > 0 ? named.map((n) => n.goal) : (s.lexicon.goals ?? [])).map((g) => ({
    id: g.id,
    name: g.title,
  }));
  if (list.length === 0) return null;
  const tool = removes !== null ? "delete_goal" : "update_goal";
  const end = endOf(c, s, 0);
  const target = has(c, "alvo valor") && named.length === 1 ? numberOf(c, named[0]!.goal) : null;
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

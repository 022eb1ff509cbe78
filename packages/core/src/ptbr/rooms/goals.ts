import {
  type Clause,
  type Scene,
  didI,
  first,
  has,
  items,
  order,
  phrase,
  verb,
  verbs,
} from "../clause.ts";
import { bestOf } from "../names.ts";
import { fold } from "../normalize.ts";
import { type Reading, asking, propose, whichOf } from "../reading.ts";
import { anatomy, lemmasOf } from "../stems.ts";
import { negation, otherPerson } from "../subject.ts";
import { oneOf } from "../words.ts";

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
  const alike = (s.lexicon.goals ?? []).filter((g) =>
    anatomy(g.title).lemmas.some((l) => lemmas.has(l)),
  );
  // "minha meta de corrida": the only goal of that doing.
  if (alike.length === 1 && has(c, "meta objetivo")) return alike.map((goal) => ({ goal, at: [] }));
  const byDoing = alike.filter(
    (g) => g.unit === undefined || c.words.some((w) => sameUnit(w, g.unit ?? "")),
  );
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
export function numberOf(c: Clause, goal: Goal | null): number | null {
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
  if (phrase(c, "em vez de") || phrase(c, "ao inves de") || phrase(c, "no lugar de")) return null;
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
      has(c, "gasto gastos despesa despesas compra preco") ||
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
  const adds = has(c, "soma somar some adiciona adicionar acrescenta acrescentar");
  const more = has(c, "mais outro outra") || adds || (did && !total && orders === null);
  const unitOf = goal.unit ?? "";
  const one = c.items.find(
    (x) =>
      x.type === "number" &&
      x.value.article &&
      (unitOf === "" || has(c, "mais") || sameUnit(c.words[x.to] ?? "", unitOf)),
  );
  const n = numberOf(c, goal) ?? (more && (one !== undefined || has(c, "outro outra")) ? 1 : null);
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

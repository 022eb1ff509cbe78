import {
  type Clause,
  type Scene,
  didI,
  find,
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
import {
  type Reading,
  asking,
  isFuture,
  leftover,
  propose,
  recordDay,
  vaguePast,
  whichOf,
} from "../reading.ts";
import { anatomy } from "../stems.ts";
import { negation, otherPerson } from "../subject.ts";
import { oneOf } from "../words.ts";

type Habit = NonNullable<Scene["lexicon"]["habits"]>[number];

/** Habits that the clause names, by name or by doing ("meditei" for Meditação). */
export function habitsNamed(
  c: Clause,
  s: Scene,
): { habit: Habit; at: number[]; byVerb: boolean }[] {
  const found: { habit: Habit; at: number[]; byVerb: boolean; score: number }[] = [];
  const words = c.words.map((w, i) => (c.covered[i] ? "" : w));
  const named = bestOf(words, s.lexicon.habits, (h) => h.name);
  for (const habit of s.lexicon.habits ?? []) {
    const { lemmas, objects } = anatomy(habit.name);
    for (const v of verbs(c)) {
      const form = v.forms.find(
        (f) =>
          lemmas.includes(f.lemma) &&
          (f.tense === "past" ||
            f.tense === "infinitive" ||
            f.tense === "participle" ||
            f.tense === "present"),
      );
      if (form === undefined) continue;
      const infinitiveName = anatomy(habit.name).words[0] === form.lemma;
      const objectAt = objects.map((o) =>
        words.findIndex((w) => w === o || (w.length >= 4 && (w === `${o}s` || `${w}s` === o))),
      );
      if (infinitiveName && objects.length > 0 && objectAt.every((i) => i < 0)) continue;
      found.push({
        habit,
        at: [v.at, ...objectAt.filter((i) => i >= 0)],
        byVerb: true,
        score: 1 + objectAt.filter((i) => i >= 0).length,
      });
      break;
    }
    const hit = named.find((n) => n.thing.id === habit.id);
    if (hit !== undefined && !found.some((f) => f.habit.id === habit.id))
      found.push({ habit, at: [...hit.at], byVerb: false, score: hit.score });
  }
  return found;
}

const DONE = [
  "feito",
  "feita",
  "feitos",
  "feitas",
  "concluido",
  "concluida",
  "concluidos",
  "concluidas",
  "completo",
  "completa",
  "completada",
  "check",
  "ok",
  "cumprido",
  "cumprida",
  "realizado",
  "realizada",
  "done",
  "pronto",
  "pronta",
  "finalizado",
  "finalizada",
  "✅",
  "✓",
  "✔",
  "tomado",
  "tomada",
  "lido",
  "lida",
];

/** What is read in passing is no session of reading. */
const NOT_READ =
  "noticia noticias mensagem mensagens email emails placa bula contrato cardapio reportagem materia artigo tuite resenha comentario comentarios post tweet legenda manchete etiqueta aviso bilhete carta edital ata relatorio";

/** "pulei a meditação", "faltei na leitura": named because it was left out. */
function skipped(c: Clause, named: readonly { habit: Habit; at: readonly number[] }[]): boolean {
  return (
    verbs(c).some(
      (v) =>
        v.forms.some((f) => oneOf("pular faltar furar perder", f.lemma)) &&
        !named.some((n) => n.at.includes(v.at)),
    ) || has(c, "furei matei enrolei")
  );
}

/** "meditei hoje", "fiz alongamento", "dá baixa na leitura": a habit that was done. */
export function habitDoneRoom(c: Clause, s: Scene): Reading | null {
  const named = habitsNamed(c, s);
  if (
    named.length === 0 ||
    first(c, "money") !== undefined ||
    has(c, "meta objetivo lembra lembre lembrete avisa") ||
    (has(c, "habito habitos") && order(c, "create") !== null && order(c, "record") === null)
  )
    return null;
  if (
    has(c, "livro livros") &&
    !named.some((n) => n.habit.name.toLowerCase().includes("livro")) &&
    items(c, "number").some((n) => !n.value.article)
  )
    return null;
  const inPassing = has(c, NOT_READ) || phrase(c, "li|lemos que");
  if (named.every((n) => n.byVerb) && inPassing && didI(c, "habit")?.lemma === "ler") return null;
  const orders =
    order(c, "record") ??
    order(c, "finish") ??
    (phrase(c, "da|dar|de baixa") ? { at: find(c, "baixa") } : null);
  const doing =
    didI(c, "do") ??
    didI(c, "finish") ??
    (phrase(c, "dei baixa") ? { at: 0 } : null) ??
    didI(c, "record") ??
    didI(c, "habit") ??
    didI(c, "drink");
  const own = named.filter(
    (n) =>
      n.byVerb &&
      verbs(c).some(
        (v) => n.at.includes(v.at) && v.forms.some((f) => f.tense === "past" && f.person === 1),
      ),
  );
  const done = has(c, ...DONE) || c.tokens.some((t) => DONE.includes(t.norm));
  const inherited =
    c.verbHint !== undefined &&
    (oneOf("habit do finish record", c.verbHint.group) ||
      named.some((n) => anatomy(n.habit.name).lemmas.includes(c.verbHint?.lemma ?? ""))) &&
    c.words.length <= 4;
  const after = verbs(c).some(
    (v) =>
      named.some((n) => n.at.includes(v.at)) &&
      v.forms.some((f) => f.tense === "infinitive") &&
      ["acabei", "consegui", "terminei", "fui"].some((w) => has(c, w)),
  );
  const gente =
    own.length === 0 &&
    phrase(c, "a gente") &&
    verbs(c).some((v) => named.some((n) => n.at.includes(v.at)));
  if (!(orders !== null || doing !== null || own.length > 0 || done || inherited || after || gente))
    return null;
  if (negation(c) >= 0 || skipped(c, named)) return { agent: "tracking", reason: "negated" };
  if (otherPerson(c) && own.length === 0) return { agent: "tracking", reason: "third_person" };
  const wish = verb(c, "want", ["present", "conditional", "imperfect"]);
  if (wish !== null && own.length === 0 && orders === null && !done && doing === null)
    return { agent: "tracking", reason: "intent" };
  const chosen = own.length > 0 && orders === null && !done ? own : named;
  const day = recordDay(c, s);
  if (isFuture(c, s))
    return asking(
      "tracking",
      "day",
      "Esse dia ainda não chegou. Marco como feito hoje?",
      [{ label: "Marcar hoje", value: s.options.today }],
      { tool: "record_habit", args: { habitId: chosen[0]!.habit.id } },
    );
  if (vaguePast(c, s))
    return asking("tracking", "day", "Em que dia foi?", [], {
      tool: "record_habit",
      args: { habitId: chosen[0]!.habit.id },
    });
  const ticks = c.tokens.filter((t) => t.kind === "punct" && DONE.includes(t.norm)).length;
  const many = chosen.length > 1 && (has(c, "e ,") || own.length > 1 || ticks === chosen.length);
  if (chosen.length > 1 && !many)
    return whichOf(
      "tracking",
      "habitId",
      "Qual hábito:",
      chosen.map((n) => n.habit),
      { tool: "record_habit", args: { day } },
    );
  const value = chosen.length === 1 ? measured(c, chosen[0]!.habit) : undefined;
  const writes = daysSaid(c, day).flatMap((on) =>
    chosen.map((n) =>
      propose(
        "record_habit",
        { habitId: n.habit.id, day: on, value },
        n.habit.doneDays?.includes(on) === true ? ["já está marcado nesse dia"] : [],
      ),
    ),
  );
  const rest = leftover(
    c,
    [
      ...DONE,
      "habito",
      "habitos",
      "baixa",
      "livro",
      "paginas",
      "capitulo",
      "capitulos",
      "bocado",
      "esqueci",
      "diario",
      "meta",
      "meditacao",
      "minutos",
      "remedio",
      "vitaminas",
      "conta",
      "paz",
      "pagina",
      "antes",
      "dormir",
      "depois",
      "acordar",
      "trabalho",
      "guiada",
      "sessao",
    ],
    chosen.flatMap((n) => n.at),
  ).filter((w) => !/(ei|i|ar|er|ir)$/.test(w));
  return { agent: "tracking", writes, rest };
}

/** "ontem e anteontem": each of the days that stand side by side. */
function daysSaid(c: Clause, day: string): string[] {
  const said = items(c, "day");
  const beside = said.filter((d, i) => i === 0 || oneOf("e ,", c.words[d.from - 1]));
  const joined =
    beside.length === said.length &&
    said.every((d, i) => i === 0 || d.from - said[i - 1]!.to === 1);
  return said.length > 1 && joined ? [...new Set(said.map((d) => d.value.past))] : [day];
}

function measured(c: Clause, habit: Habit): number | undefined {
  const unit = fold(habit.target?.unit ?? "");
  if (unit === "") return undefined;
  const q = items(c, "quantity")[0]?.value;
  if (q !== undefined)
    return q.kind === "duration"
      ? unit.startsWith("h")
        ? q.value / 60
        : q.value
      : q.kind === "volume" && unit.startsWith("l")
        ? q.value / 1000
        : q.value;
  return items(c, "number").find((n) => !n.value.article)?.value.value;
}

/** "não meditei ontem, desmarca", "desmarca a leitura de hoje". */
export function habitUndoneRoom(c: Clause, s: Scene): Reading | null {
  const off =
    order(c, "undo")?.lemma === "desmarcar"
      ? order(c, "undo")
      : has(c, "desmarca desmarcar desmarque")
        ? { at: find(c, "desmarca desmarcar desmarque") }
        : order(c, "remove") !== null && has(c, "marcacao conclusao registro check tira feito")
          ? order(c, "remove")
          : null;
  if (off === null) return null;
  const named = habitsNamed(c, s);
  const day = recordDay(c, s);
  if (named.length === 0) return null;
  if (named.length > 1)
    return whichOf(
      "tracking",
      "habitId",
      "Qual hábito:",
      named.map((n) => n.habit),
      { tool: "uncomplete_habit", args: { day } },
    );
  return {
    agent: "tracking",
    writes: [propose("uncomplete_habit", { habitId: named[0]!.habit.id, day })],
    rest: [],
  };
}

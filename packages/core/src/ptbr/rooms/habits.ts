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
import { clockText } from "../clock.ts";
import { bestOf } from "../names.ts";
import { fold } from "../normalize.ts";
import {
  asking,
  isFuture,
  leftover,
  propose,
  type Reading,
  recordDay,
  vaguePast,
  whichOf,
} from "../reading.ts";
import { anatomy } from "../stems.ts";
import type { Json } from "../types.ts";
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
    items(c, "number").length > 0
  )
    return null;
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
    oneOf("habit do finish record", c.verbHint.group) &&
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
  if (negation(c) >= 0) return { agent: "tracking", reason: "negated" };
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
  const many = chosen.length > 1 && (has(c, "e ,") || own.length > 1);
  if (chosen.length > 1 && !many)
    return whichOf(
      "tracking",
      "habitId",
      "Qual hábito:",
      chosen.map((n) => n.habit),
      { tool: "record_habit", args: { day } },
    );
  const writes = chosen.map((n) =>
    propose(
      "record_habit",
      { habitId: n.habit.id, day, value: chosen.length === 1 ? measured(c, n.habit) : undefined },
      n.habit.doneDays?.includes(day) === true ? ["já está marcado nesse dia"] : [],
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

const LEAD = new Set([
  "habito",
  "habitos",
  "novo",
  "nova",
  "de",
  "do",
  "da",
  ":",
  "o",
  "a",
  "um",
  "uma",
  "chamado",
  "chamada",
  "para",
  "mim",
  "que",
  "eh",
  "seja",
  "rotina",
  "diario",
  "diaria",
  "me",
  "ajuda",
  "como",
  ",",
  "-",
  '"',
  "'",
  "meu",
  "minha",
  "por",
  "favor",
  "fazer-se",
  "com",
  "nome",
]);
const TAIL = new Set([
  "e",
  "de",
  "do",
  "da",
  "por",
  "no",
  "na",
  "em",
  "as",
  "a",
  "o",
  ",",
  ".",
  "!",
  "com",
  "para",
  "favor",
  "mim",
  "meta",
  "todo",
  "que",
  '"',
  "'",
  "frequencia",
  "lembrete",
  "pela",
  "antes-de",
  "so",
  "apenas",
]);

/** "cria o hábito de ler 10 páginas toda noite". */
export function habitCreateRoom(c: Clause, s: Scene): Reading | null {
  const at = find(c, "habito habitos");
  const orders = order(c, "create") ?? order(c, "record");
  const starting = didI(c, "create") ?? verb(c, "create", ["infinitive", "present"]);
  if (
    at < 0 ||
    !(orders !== null || has(c, "novo") || starting !== null) ||
    negation(c) >= 0 ||
    has(c, "feito feitos lembra concluido")
  )
    return null;
  if (
    order(c, "change") !== null ||
    order(c, "remove") !== null ||
    (has(c, "como") && has(c, "criar ?"))
  )
    return null;
  const repeat = first(c, "recurrence");
  let from = at + 1;
  while (from < c.words.length && LEAD.has(c.words[from]!)) from += 1;
  const stops = c.items
    .filter(
      (x) => x.from >= from && (x.type === "recurrence" || x.type === "clock" || x.type === "day"),
    )
    .map((x) => x.from);
  let to = Math.min(c.words.length, ...stops);
  // "adiciona meditar todo dia como hábito": the name stands before the word.
  if (from >= to) {
    const start = (orders?.at ?? -1) + 1;
    from = start;
    while (from < at && LEAD.has(c.words[from]!)) from += 1;
    to = Math.min(
      at,
      ...c.items.filter((x) => x.from >= from && x.type === "recurrence").map((x) => x.from),
    );
  }
  while (to > from && TAIL.has(c.words[to - 1]!)) to -= 1;
  const name = capital(slice(c, s.text, from, to)).slice(0, 100);
  const clock = first(c, "clock");
  const frequency = frequencyOf(repeat?.value);
  const part = repeat?.value.part ?? partOf(c);
  const args: Record<string, Json | undefined> = {
    name: name === "" ? undefined : name,
    ...frequency,
    periodOfDay: part,
    reminderAt: clock === undefined ? undefined : clockText(clock.value),
  };
  if (name === "")
    return asking("tracking", "name", "Qual hábito você quer criar?", [], {
      tool: "create_habit",
      args,
    });
  const same = (s.lexicon.habits ?? []).find((h) => fold(h.name) === fold(name));
  if (same !== undefined)
    return asking("tracking", "name", `O hábito ${same.name} já existe. Quer outro nome?`, [], {
      tool: "create_habit",
      args: { ...args, name: undefined },
    });
  return { agent: "tracking", writes: [propose("create_habit", args)], rest: [] };
}

function partOf(c: Clause): string | undefined {
  if (phrase(c, "de|da|pela manha") || has(c, "cedo manhas")) return "morning";
  if (phrase(c, "a|de|da|pela tarde")) return "afternoon";
  return phrase(c, "a|de|da|pela noite") || phrase(c, "antes de dormir") ? "evening" : undefined;
}

/** A recurrence as the frequency of a habit; daily when nothing is said. */
export function frequencyOf(
  r:
    | {
        frequency: string;
        days?: readonly number[];
        times?: { readonly times: number; readonly days: number };
        rrule: string;
      }
    | undefined,
): { frequency: string; frequencyDays?: number[]; times?: { times: number; days: number } } {
  if (r === undefined || r.frequency === "daily" || r.frequency === "hourly")
    return { frequency: "daily" };
  if (r.frequency === "weekdays" || r.frequency === "weekends") return { frequency: r.frequency };
  if (r.frequency === "custom") return { frequency: "custom", frequencyDays: [...(r.days ?? [])] };
  if (r.frequency === "times" && r.times !== undefined)
    return { frequency: "times", times: { ...r.times } };
  const interval = Number(/INTERVAL=(\d+)/.exec(r.rrule)?.[1] ?? "1");
  if (r.frequency === "interval")
    return { frequency: "times", times: { times: 1, days: interval } };
  if (r.frequency === "weekly")
    return { frequency: "times", times: { times: 1, days: 7 * interval } };
  if (r.frequency === "monthly")
    return { frequency: "times", times: { times: 1, days: 30 * interval } };
  return { frequency: "daily" };
}

/** "muda o hábito Leitura para dias úteis", "renomeia meditação para mindfulness". */
export function habitChangeRoom(c: Clause, s: Scene): Reading | null {
  const changes = order(c, "change") ?? (has(c, "renomeia renomear renomeie") ? { at: 0 } : null);
  if (changes === null || first(c, "money") !== undefined) return null;
  const named = habitsNamed(c, s);
  if (named.length !== 1) return null;
  const repeat = first(c, "recurrence");
  if (repeat !== undefined)
    return {
      agent: "tracking",
      writes: [
        propose("update_habit", { habitId: named[0]!.habit.id, ...frequencyOf(repeat.value) }),
      ],
      rest: [],
    };
  if (!has(c, "habito") && !has(c, "renomeia renomear nome")) return null;
  const to = c.words.lastIndexOf("para");
  const name = to > 0 ? capital(slice(c, s.text, to + 1, c.words.length)) : "";
  return name === ""
    ? null
    : {
        agent: "tracking",
        writes: [propose("update_habit", { habitId: named[0]!.habit.id, name })],
        rest: [],
      };
}

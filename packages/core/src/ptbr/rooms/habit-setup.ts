import {
  type Clause,
  type Scene,
  capital,
  didI,
  find,
  first,
  has,
  items,
  order,
  phrase,
  slice,
  verb,
} from "../clause.ts";
import { clockText } from "../clock.ts";
import { fold } from "../normalize.ts";
import { type Reading, asking, propose } from "../reading.ts";
import { negation } from "../subject.ts";
import type { Json } from "../types.ts";
import { oneOf } from "../words.ts";
import { habitsNamed } from "./habits.ts";

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
    !(
      orders !== null ||
      has(c, "novo") ||
      starting !== null ||
      phrase(c, "quero o|um|outro habito")
    ) ||
    // "novo hábito: não comer doce": what is not done is the habit itself.
    (negation(c) >= 0 && negation(c) < find(c, "habito")) ||
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
  // "dormir antes das 23h": the hour is what the habit is about.
  const bound = items(c, "clock").find((x) => oneOf("antes depois ate", c.words[x.from - 1]));
  const stops = c.items
    .filter(
      (x) =>
        x.from >= from &&
        (x.type === "recurrence" || (x.type === "clock" && x !== bound) || x.type === "day"),
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
  // "ler 20 páginas por dia": how often is no part of the name.
  if (c.words[to - 1] === "dia" && oneOf("por ao", c.words[to - 2])) to -= 2;
  const name = capital(slice(c, s.text, from, to)).slice(0, 100);
  const clock = items(c, "clock").find((x) => x !== bound);
  const days = items(c, "day").map((x) => WEEK.indexOf(c.words[x.from] ?? ""));
  // "estudar violão segunda e quarta": two days named are the days of every week.
  const frequency =
    repeat === undefined && days.length > 1 && days.every((n) => n >= 0)
      ? { frequency: "custom", frequencyDays: days }
      : frequencyOf(repeat?.value);
  const part = repeat?.value.part ?? partOf(c);
  const args: Record<string, Json | undefined> = {
    name: name === "" ? undefined : name,
    ...frequency,
    periodOfDay: part,
    reminderAt: clock === undefined ? undefined : clockText(clock.value),
    target: targetOf(c, from, to),
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

const MEASURES: Readonly<Record<string, string>> = {
  duration: "min",
  volume: "ml",
  distance: "km",
};

/** "ler 20 páginas", "meditar 10 minutos": what a day of the habit must reach. */
function targetOf(c: Clause, from: number, to: number): Record<string, Json> | undefined {
  if (phrase(c, "por|ao|na mes|semana|ano")) return undefined;
  const direction = phrase(c, "no maximo") || phrase(c, "ate|menos *") ? "atMost" : "atLeast";
  const q = items(c, "quantity").find((x) => x.from > from && x.to <= to);
  const unit = q === undefined ? undefined : MEASURES[q.value.kind];
  if (q !== undefined && unit !== undefined) return { value: q.value.value, unit, direction };
  const n = items(c, "number").find((x) => !x.value.article && x.from > from && x.to < to);
  const counted = n === undefined ? undefined : c.tokens[n.to];
  return n !== undefined && counted?.kind === "word" && counted.norm.length > 3
    ? { value: n.value.value, unit: counted.raw.toLowerCase().slice(0, 20), direction }
    : undefined;
}

function partOf(c: Clause): string | undefined {
  if (phrase(c, "de|da|pela manha") || has(c, "cedo manhas")) return "morning";
  if (phrase(c, "a|de|da|pela tarde")) return "afternoon";
  return phrase(c, "a|de|da|pela noite") || phrase(c, "antes de dormir") ? "evening" : undefined;
}

const WEEK = ["domingo", "segunda", "terca", "quarta", "quinta", "sexta", "sabado"];

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

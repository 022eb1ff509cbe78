import { fold } from "@vida/core/ptbr/normalize";
import type { Lexicon } from "@vida/core/ptbr/types";
import { dayInWords, measure, metricLabel } from "@vida/core/tracking/words";

import type { Args, ToolFailure } from "./ports.ts";
import type { ReferenceKind, ToolEnv } from "./tool-spec.ts";

/** One thing of the person's that a name may mean. */
export type Named = { id: string; name: string };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Words that tell nothing about which thing is meant. */
const EMPTY_WORDS = new Set(
  "a o as os um uma de da do das dos e em no na nos nas ao para por com meu minha meus minhas que conta contas habito metrica registro cartao divida meta lembrete investimento".split(
    " ",
  ),
);

const WHAT: Record<ReferenceKind, { one: string; none: string }> = {
  entry: { one: "qual registro", none: "nenhum registro" },
  metric: { one: "qual métrica", none: "nenhuma métrica" },
  habit: { one: "qual hábito", none: "nenhum hábito" },
  goal: { one: "qual meta", none: "nenhuma meta" },
  bill: { one: "qual conta", none: "nenhuma conta" },
  expense: { one: "qual gasto previsto", none: "nenhum gasto previsto" },
  income: { one: "qual receita", none: "nenhuma receita" },
  debt: { one: "qual dívida", none: "nenhuma dívida" },
  investment: { one: "qual investimento", none: "nenhum investimento" },
  account: { one: "qual conta ou carteira", none: "nenhuma conta ou carteira" },
  category: { one: "qual categoria", none: "nenhuma categoria" },
  transaction: { one: "qual lançamento", none: "nenhum lançamento" },
  reminder: { one: "qual lembrete", none: "nenhum lembrete" },
  memory: { one: "qual memória", none: "nenhuma memória" },
};

/** What the person has of a kind, under the names they know. */
export function namesOf(kind: ReferenceKind, { lexicon, today }: ToolEnv): Named[] {
  switch (kind) {
    case "entry":
      return (lexicon.entries ?? []).map((entry) => ({
        id: entry.id,
        name: entryName(entry, lexicon, today),
      }));
    case "category":
      return (lexicon.categories ?? []).map(({ key, name }) => ({ id: key, name }));
    case "goal":
    case "reminder":
      return (lexicon[`${kind}s`] ?? []).map(({ id, title }) => ({ id, name: title }));
    case "transaction":
      return (lexicon.transactions ?? []).map(({ id, description, day }) => ({
        id,
        name: `${description} ${dayInWords(day, today)}`,
      }));
    case "memory":
      return (lexicon.memories ?? []).map(({ id, content }) => ({ id, name: content }));
    default:
      return (lexicon[`${kind}s`] ?? []).map(({ id, name }) => ({ id, name }));
  }
}

type Entry = NonNullable<Lexicon["entries"]>[number];

function entryName(entry: Entry, lexicon: Lexicon, today: string): string {
  const metric = lexicon.metrics?.find(({ id }) => id === entry.metricId)?.name ?? null;
  const value = measure(entry.type, entry.value, entry.unit ?? "");
  return `${metricLabel(entry.type, metric)} ${value}, ${dayInWords(entry.day, today)}`;
}

/**
 * Finds the one thing that a name means, without accents and case: the same name first, then the words
 * in common. Several or none are a question with the options, never a guess.
 */
export function resolveName(
  kind: ReferenceKind,
  said: string,
  known: readonly Named[],
): { ok: true; id: string } | ToolFailure {
  const wanted = fold(said).trim();
  const same = known.filter(({ name }) => fold(name) === wanted);
  const [only, ...others] = same.length > 0 ? same : fitting(wanted, known);
  if (only !== undefined && others.length === 0) return { ok: true, id: only.id };
  const offered = only === undefined ? known : [only, ...others];
  const options = offered.slice(0, 8).map(({ id, name }) => ({ label: name, value: id }));
  const message =
    only === undefined
      ? `Não achei ${WHAT[kind].none} com o nome "${said}".${options.length > 0 ? ` Pergunte ${WHAT[kind].one}.` : ""}`
      : `Há mais de uma possibilidade para "${said}". Pergunte ${WHAT[kind].one}.`;
  return { ok: false, code: only === undefined ? "not_found" : "ambiguous", message, options };
}

function fitting(wanted: string, known: readonly Named[]): Named[] {
  const said = words(wanted);
  if (said.length === 0) return [];
  const matches = known.map((thing) => {
    const own = words(fold(thing.name));
    const shared = said.filter((word) => own.some((other) => alike(word, other))).length;
    return { thing, whole: shared === said.length || (own.length > 0 && shared >= own.length) };
  });
  return matches.flatMap(({ thing, whole }) => (whole ? [thing] : []));
}

function words(folded: string): string[] {
  return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "" && !EMPTY_WORDS.has(word));
}

/** The same word, also in another form ("leitura", "ler" stay apart; "livro", "livros" do not). */
function alike(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 4 && long.startsWith(short) && long.length - short.length <= 2;
}

/** Puts ids in place of names in the arguments of a tool. */
export function resolveReferences(
  references: Readonly<Record<string, ReferenceKind>>,
  args: Args,
  env: ToolEnv,
): { ok: true; args: Args } | ToolFailure {
  const resolved: Args = { ...args };
  for (const [key, kind] of Object.entries(references)) {
    const value = args[key];
    const names = (Array.isArray(value) ? value : [value]).filter(
      (name) => typeof name === "string",
    );
    const ids: string[] = [];
    for (const name of names) {
      const found = resolveOne(kind, name, env);
      if (!found.ok) return found;
      ids.push(found.id);
    }
    if (ids.length > 0) resolved[key] = Array.isArray(value) ? ids : ids[0];
  }
  return { ok: true, args: resolved };
}

function resolveOne(kind: ReferenceKind, name: string, env: ToolEnv) {
  // An id is taken at its word: whose it is, the operation finds out.
  if (
    kind === "category" ? env.lexicon.categories?.some(({ key }) => key === name) : UUID.test(name)
  ) {
    return { ok: true as const, id: name };
  }
  return resolveName(kind, name, namesOf(kind, env));
}

import { type Clause, find, first, items, type Scene } from "./clause.ts";
import { toAmount } from "./money.ts";
import { moneyAt } from "./scan.ts";
import type {
  AgentName,
  Ask,
  AskOption,
  Day,
  Json,
  Proposal,
  Read,
  ToolArgs,
  WriteTool,
} from "./types.ts";
import { oneOf } from "./words.ts";

/** What a room makes of a clause. */
export type Reading = {
  readonly agent: AgentName;
  readonly writes?: readonly Proposal[];
  readonly reads?: readonly Read[];
  readonly ask?: Ask;
  readonly reason?: string;
  /** Content words that were not understood. */
  readonly rest?: readonly string[];
};
export type Room = (c: Clause, s: Scene) => Reading | null;

export function propose(
  tool: WriteTool,
  args: { readonly [key: string]: Json | undefined },
  warnings: readonly string[] = [],
): Proposal {
  return { tool, args: clean(args), warnings };
}

/** Drops undefined values: an absent argument is absent on the wire. */
export function clean(args: { readonly [key: string]: Json | undefined }): ToolArgs {
  return Object.fromEntries(
    Object.entries(args).filter((e): e is [string, Json] => e[1] !== undefined),
  );
}

export function asking(
  agent: AgentName,
  slot: string,
  text: string,
  options: readonly AskOption[] = [],
  draft?: { tool: WriteTool; args: { readonly [key: string]: Json | undefined } },
): Reading {
  const ask: Ask =
    draft === undefined
      ? { slot, text, options }
      : { slot, text, options, draft: { tool: draft.tool, args: clean(draft.args) } };
  return { agent, ask };
}

/** "A, B ou C" */
export function orList(names: readonly string[]): string {
  return names.length <= 1
    ? (names[0] ?? "")
    : `${names.slice(0, -1).join(", ")} ou ${names.at(-1)}`;
}

export function whichOf(
  agent: AgentName,
  slot: string,
  question: string,
  things: readonly { id: string; name: string }[],
  draft: { tool: WriteTool; args: { readonly [key: string]: Json | undefined } },
): Reading {
  const shown = things.slice(0, 8);
  return asking(
    agent,
    slot,
    `${question} ${orList(shown.map((t) => t.name))}?`,
    shown.map((t) => ({ label: t.name, value: t.id })),
    draft,
  );
}

/** The day a record is for: named, inherited, or today. */
export function recordDay(c: Clause, s: Scene): Day {
  const named = first(c, "day");
  if (named !== undefined) return named.value.past;
  return c.dayHint ?? s.options.today;
}

/** Whether the clause puts the thing into the future. */
export function isFuture(c: Clause, s: Scene): boolean {
  const today = s.options.today;
  return (
    items(c, "day").some((d) => d.value.past > today) ||
    items(c, "period").some((p) => p.value.from > today) ||
    (c.dayHint !== undefined && c.dayHint > today && first(c, "day") === undefined)
  );
}

/** A past stretch of time that is no single day ("semana passada"). */
export function vaguePast(c: Clause, s: Scene): boolean {
  // "entre ontem e hoje": some of each.
  const [one, other] = items(c, "day");
  if (other !== undefined && c.words[one!.from - 1] === "entre") return true;
  return (
    first(c, "day") === undefined &&
    items(c, "period").some(
      (p) => p.value.until < s.options.today && p.value.from !== p.value.until,
    )
  );
}

/** Money of the clause: named first, then a bare number that is nothing else. */
export function moneyOf(c: Clause): {
  amount: string;
  from: number;
  to: number;
  currency?: string;
  bare: boolean;
  approx: boolean;
} | null {
  const named = first(c, "money");
  if (named !== undefined)
    return {
      amount: named.value.amount,
      from: named.from,
      to: named.to,
      bare: false,
      approx: named.value.approx,
      ...(named.value.currency === undefined ? {} : { currency: named.value.currency }),
    };
  for (const n of items(c, "number")) {
    // "um e cinquenta": the article is a number when centavos follow it.
    const small = n.value.article ? moneyAt(c.tokens, n.from) : null;
    if (small !== null && small.to > n.to + 1)
      return { amount: small.amount, from: n.from, to: small.to, bare: true, approx: false };
    if (n.value.article || n.value.value <= 0) continue;
    if (uncounted(c, n.from, n.to)) continue;
    // "entre 50 e 60" names no amount.
    if (c.words[n.from - 1] === "entre") return null;
    const after = c.words[n.to];
    // "3 parcelas", "2 pães": a count, when another number follows that may be the price.
    if (after !== undefined && oneOf("parcela parcelas prestacao prestacoes vezes x vez", after))
      continue;
    const others = items(c, "number").filter((o) => o.from > n.from && !o.value.article);
    const m = moneyAt(c.tokens, n.from);
    if (m === null) continue;
    if (
      others.some((o) => o.from >= m.to) &&
      after !== undefined &&
      c.tokens[n.to]!.kind === "word" &&
      !oneOf("no na em de com reais para do da hoje ontem e nos nas por num numa", after) &&
      n.value.value < 20
    )
      continue;
    return { amount: m.amount, from: n.from, to: m.to, bare: true, approx: m.approx };
  }
  return null;
}

/** A year ("em 2019") or the score of a match ("2 a 1"). */
function uncounted(c: Clause, from: number, to: number): boolean {
  const year = /^(19|20)\d\d$/.test(c.words[from] ?? "");
  if (year && (oneOf("em desde ano", c.words[from - 1]) || c.words.includes("eh"))) return true;
  // "gato123": part of a word.
  const glued = c.tokens[from - 1];
  if (glued?.kind === "word" && glued.norm !== "r$" && glued.end === c.tokens[from]!.start)
    return true;
  const digit = (i: number): boolean => c.tokens[i]?.kind === "number";
  return (
    (oneOf("a x", c.words[to]) && digit(to + 1) && !digit(to + 2)) ||
    (oneOf("a x", c.words[from - 1]) && digit(from - 2))
  );
}

export function amountText(value: number): string {
  return toAmount(String(Number(value.toFixed(2))));
}

/** Two decimals, as measured values are stored. */
export function round2(value: number): number {
  return Number(value.toFixed(2));
}

/** Function words and fillers that carry nothing of their own. */
export const FILLER = new Set(
  `o a os as um uma uns umas de do da dos das no na nos nas em e que para por com ao aos pelo pela eu me mim meu minha meus minhas voce foi eh era ser esta estou estava ja so ai la aqui hoje ontem agora entao tambem ah oh ne ok beleza favor por pf obrigado obrigada valeu oi ola bom dia boa tarde noite isso esse essa este esta aquele aquela mais mas muito bem foram deu tive tinha fiz fazer fui gente se como num numa hein viu mesmo ate cerca quase total tudo vez vida aliás alias ops sim pouco todo toda certo gostaria quero queria pode poderia preciso registrar registra registre anota anote anotar marca marque marcar lanca lance lancar coloca coloque adiciona adicione bota poe inclui salva salve novo novamente sou tem ter teve valor reais feito feita eita nossa opa ei rs kkk kkkk haha lol tipo sabe assim mano cara galera amigo amiga querido querida rapidinho porfavor aqui kk rsrs hehe hoje cedo diario app sistema assistente registro mediante seguinte`.split(
    /\s+/,
  ),
);

/** Content words outside values that are neither fillers nor in `known`. */
export function leftover(
  c: Clause,
  known: ReadonlySet<string> | readonly string[],
  extra: readonly number[] = [],
): string[] {
  const set = known instanceof Set ? known : new Set(known);
  return c.words.filter(
    (w, i) =>
      c.tokens[i]!.kind === "word" &&
      !c.covered[i] &&
      !extra.includes(i) &&
      !FILLER.has(w) &&
      !set.has(w) &&
      w.length > 1,
  );
}

export function mentions(c: Clause, words: ReadonlySet<string>): boolean {
  return c.words.some((w, i) => !c.covered[i] && words.has(w));
}

export function indexOfAny(c: Clause, words: ReadonlySet<string>): number {
  return find(c, ...words);
}

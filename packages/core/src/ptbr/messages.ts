import { bareOrder } from "./attach.ts";
import { type Clause, type Scene, capital, first, has, items, order, verb } from "./clause.ts";
import { type Reading, leftover, propose } from "./reading.ts";
import { isQuestion } from "./rooms/is-question.ts";
import { areaOf, forgetRoom, knowledgeType, rememberRoom } from "./rooms/memory.ts";
import { metricOf } from "./rooms/metric-values.ts";
import { negation } from "./subject.ts";
import type { AgentName, Ask, MetricType, Proposal, Read, Understanding } from "./types.ts";
import { oneOf } from "./words.ts";

export const empty = { writes: [], reads: [], residue: "" } as const;

/** Passes the metric of a clause on to a following "ontem era 80,4" or "quanto falta pra meta?". */
export function withTopics(clauses: readonly Clause[], s: Scene): Clause[] {
  let topic: MetricType | undefined;
  return clauses.map((c) => {
    const own = metricOf(c, s);
    if (own !== null) {
      topic = own.type === "custom" ? undefined : own.type;
      return c;
    }
    if (topic === undefined) return c;
    const bareState =
      items(c, "number").length > 0 &&
      first(c, "money") === undefined &&
      (first(c, "day") !== undefined || has(c, "era estava foi")) &&
      leftover(c, []).length === 0;
    return bareState ||
      (isQuestion(c) && has(c, "meta falta objetivo alvo total deu foi soma ja ate acumulado"))
      ? { ...c, topicHint: topic }
      : c;
  });
}

export function finish(
  text: string,
  readings: readonly Reading[],
  unread: readonly Clause[],
  total: number,
): Understanding | null {
  const writes: Proposal[] = once(readings.flatMap((r) => r.writes ?? []));
  const reads: Read[] = dedupe(readings.flatMap((r) => r.reads ?? []));
  const ask: Ask | undefined = readings.find((r) => r.ask !== undefined)?.ask;
  const agents = [
    ...new Set(
      readings
        .filter(
          (r) =>
            r.writes !== undefined ||
            r.reads !== undefined ||
            r.ask !== undefined ||
            r.reason !== undefined,
        )
        .map((r) => r.agent),
    ),
  ] as AgentName[];
  const rest = [
    ...readings.flatMap((r) => r.rest ?? (r.ask === undefined ? [] : [])),
    ...unread.flatMap((c) => leftover(c, [])),
  ];
  const warned = writes.some((w) => w.warnings.length > 0);
  const certainty =
    rest.length === 0 &&
    readings.length === total &&
    ask === undefined &&
    !readings.some((r) => r.reason !== undefined)
      ? "certain"
      : "likely";
  const residue = [...new Set(rest)].join(" ");
  const base = { agents, writes, reads, residue };
  void warned;
  void text;
  if (writes.length > 0)
    return { ...base, kind: "actions", certainty, ...(ask === undefined ? {} : { ask }) };
  if (ask !== undefined) return { ...base, kind: "ask", certainty: "likely", ask };
  if (reads.length > 0) return { ...base, kind: "question", certainty };
  const reason = readings.find((r) => r.reason !== undefined)?.reason;
  if (reason !== undefined)
    return {
      ...base,
      kind: reason === "general_knowledge" ? "question" : "refusal",
      reason,
      certainty: "likely",
    };
  return null;
}

/** A habit is done once a day, however often it is said; water may be drunk twice. */
function once(writes: readonly Proposal[]): Proposal[] {
  const key = ({ args }: Proposal): string => JSON.stringify([args["habitId"], args["day"]]);
  return writes.filter(
    (w, i) =>
      w.tool !== "record_habit" ||
      writes.findIndex((other) => other.tool === w.tool && key(other) === key(w)) === i,
  );
}

function dedupe(reads: readonly Read[]): Read[] {
  const seen = new Set<string>();
  return reads.filter((r) => {
    const key = JSON.stringify(r);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** A message that is nothing but an order without content, or a number without anything. */
export function bareMessage(whole: Clause, s: Scene): Understanding | null {
  const words = whole.words.filter(
    (_, i) => whole.tokens[i]!.kind !== "punct" && !whole.covered[i],
  );
  const bare = bareOrder(whole);
  if (bare === "change") {
    const last = s.options.context?.lastWrites?.at(-1);
    return {
      ...empty,
      kind: "ask",
      agents: [s.options.context?.agent ?? "general"],
      ask: {
        slot: "what",
        text: last === undefined ? "O que devo corrigir, e para qual valor?" : "Para qual valor?",
        options: [],
      },
      certainty: "likely",
    };
  }
  if (
    bare === "record" &&
    whole.items.every((x) => x.type === "day") &&
    metricOf(whole, s) === null &&
    !words.includes("gasto") &&
    !words.includes("despesa")
  )
    return {
      ...empty,
      kind: "ask",
      agents: [s.options.context?.agent ?? "general"],
      ask: { slot: "what", text: "O que você quer que eu anote?", options: [] },
      certainty: "likely",
    };
  const numbers = whole.items.filter((x) => oneOf("number money quantity clock day count", x.type));
  if (numbers.length > 0 && words.every((w) => oneOf("e o a de , r$", w))) {
    const only = whole.items[0]!;
    if (whole.items.length === 1 && only.type === "number")
      return {
        ...empty,
        kind: "refusal",
        reason: "bare_number",
        agents: ["general"],
        certainty: "none",
        residue: "",
      };
    if (whole.items.some((x) => x.type === "money"))
      return {
        ...empty,
        kind: "ask",
        agents: ["finance"],
        ask: {
          slot: "what",
          text: "Esse valor é de quê? Um gasto ou algo que entrou?",
          options: [],
        },
        certainty: "likely",
      };
  }
  return null;
}

export function wholeRoom(whole: Clause, raw: readonly Clause[], s: Scene): Reading | null {
  if (isQuestion(whole) || raw.length === 0) return null;
  const lead = order(raw[0]!, "memorize");
  const strong =
    (lead !== null && oneOf("memorizar decorar lembrar saber", lead.lemma)) ||
    has(raw[0]!, "memoria") ||
    negationForget(raw[0]!);
  if (order(raw[0]!, "forget") !== null) return forgetRoom(whole, s);
  return (strong && verb(whole, "memorize") !== null) || negationForget(raw[0]!)
    ? rememberRoom(whole, s)
    : null;
}

/** "minha comida favorita é lasanha, guarda isso": a fact with the order behind it. */
export function keepThis(c: Clause, s: Scene): Reading | null {
  const at = c.words.findIndex(
    (w, i) =>
      i > 2 &&
      oneOf("guarda guarde anota anote memoriza memorize lembra lembre salva grava", w) &&
      oneOf("isso essa ai na disso", c.words[i + 1] ?? "") &&
      c.words.length - i <= 5,
  );
  if (at < 0 || negation({ ...c, words: c.words.slice(0, at) }) === 0) return null;
  const last = c.tokens[at - 1]!.kind === "punct" ? c.tokens[at - 2]! : c.tokens[at - 1]!;
  const content = s.text.slice(c.tokens[0]!.start, last.end).trim();
  return {
    agent: "memory",
    writes: [
      propose("add_knowledge", {
        type: knowledgeType(content),
        content: capital(content),
        area: areaOf(c.words.slice(0, at), c.words),
      }),
    ],
    rest: [],
  };
}

function negationForget(c: Clause): boolean {
  return (
    c.words[0] === "nao" &&
    ["esquece", "esqueca"].includes(c.words[1] ?? "") &&
    (c.words[2] === "que" || c.words[2] === ":")
  );
}

import { afterthought, answerTo } from "./answers.ts";
import {
  capital,
  type Clause,
  first,
  has,
  items,
  negation,
  order,
  type Scene,
  verb,
} from "./clause.ts";
import { crisisOf } from "./crisis.ts";
import { decide, plainAnswer } from "./decisions.ts";
import { futureTense, hypothetical, intention } from "./guards.ts";
import { asking, FILLER, leftover, propose, type Reading } from "./reading.ts";
import { areaOf, forgetRoom, knowledgeType, rememberRoom } from "./rooms/memory.ts";
import { metricOf } from "./rooms/metrics.ts";
import { enter, ORDERS, RECORDS } from "./rooms/order.ts";
import { followUp, isQuestion, questionRoom } from "./rooms/questions.ts";
import { sleepTimes } from "./rooms/sleep-times.ts";
import { isFact, isFeeling, smallTalk } from "./rooms/talk.ts";
import { segment } from "./segments.ts";
import type { AgentName, Ask, Lexicon, Options, Proposal, Read, Understanding } from "./types.ts";
import { oneOf } from "./words.ts";

const MAX_LENGTH = 1_500;
const empty = { writes: [], reads: [], residue: "" } as const;

/** Clauses that only say "anota", "corrige", "registra como novo": they belong to their neighbour. */
function bareOrder(c: Clause): "record" | "change" | null {
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
function attach(clauses: readonly Clause[]): Clause[] {
  const out: Clause[] = [];
  for (const c of clauses) {
    const bare = clauses.length > 1 ? bareOrder(c) : null;
    const last = out.at(-1);
    if (bare !== null && last !== undefined) {
      if (bare === "change") out[out.length - 1] = { ...last, correcting: true };
      continue;
    }
    out.push(c);
  }
  return out;
}

function readClause(c: Clause, s: Scene): Reading | null {
  if (isQuestion(c)) return questionRoom(c, s);
  if (hypothetical(c)) return { agent: "general", reason: "hypothetical" };
  const ordered = enter(c, s, ORDERS);
  if (ordered !== null) return ordered;
  if (futureTense(c)) return { agent: "general", reason: "future" };
  if (intention(c)) {
    // Plans are intentions by nature; everything else is left alone.
    const plan = enter(c, s, RECORDS);
    return plan?.writes?.some((w) =>
      oneOf("plan_expense create_bill create_debt create_goal create_income", w.tool),
    ) === true || plan?.ask?.draft?.tool === "plan_expense"
      ? plan
      : { agent: plan?.agent ?? "general", reason: "intent" };
  }
  return enter(c, s, RECORDS);
}

/** Passes the metric of a clause on to a following "ontem era 80,4" or "quanto falta pra meta?". */
function withTopics(clauses: readonly Clause[], s: Scene): Clause[] {
  let topic: string | undefined;
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
    return bareState || (isQuestion(c) && has(c, "meta falta objetivo alvo"))
      ? { ...c, topicHint: topic }
      : c;
  });
}

function finish(
  text: string,
  readings: readonly Reading[],
  unread: readonly Clause[],
  total: number,
): Understanding | null {
  const writes: Proposal[] = readings.flatMap((r) => r.writes ?? []);
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

function dedupe(reads: readonly Read[]): Read[] {
  const seen = new Set<string>();
  return reads.filter((r) => {
    const key = JSON.stringify(r);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/**
 * Reads one message against the person's own things.
 *
 * Pure and total: never throws, never guesses a write; what is ambiguous or incomplete comes back as
 * `ask`, what must not be written as `refusal`. Crisis lines win over everything else.
 */
export function understand(text: string, lexicon: Lexicon, options: Options): Understanding {
  const crisis = crisisOf(text);
  if (crisis !== null)
    return { ...empty, kind: "crisis", crisis, agents: ["wellbeing"], certainty: "certain" };
  // Longer texts are no everyday commands: they are for a model, and time stays bounded.
  if (text.length > MAX_LENGTH)
    return {
      ...empty,
      kind: "unknown",
      reason: "too_long",
      agents: ["general"],
      certainty: "none",
      residue: text.slice(0, 200),
    };
  const s: Scene = { lexicon, options, text };
  const { clauses: raw, whole } = segment(text, lexicon, options);
  if (raw.length === 0) {
    const d = decide(whole, s);
    if (d !== null)
      return {
        ...empty,
        kind: "decision",
        agents: [options.context?.agent ?? "general"],
        writes: d.writes,
        decision: d.decision,
        certainty: "certain",
      };
    return {
      ...empty,
      kind: "unknown",
      agents: ["general"],
      certainty: "none",
      residue: text.trim().slice(0, 200),
    };
  }
  const card = decide(whole, s);
  if (card !== null)
    return {
      ...empty,
      kind: "decision",
      agents: [options.context?.agent ?? "general"],
      writes: card.writes,
      decision: card.decision,
      certainty: "certain",
    };
  const short = whole.words.length <= 12;
  if (options.context?.lastQuestion !== undefined && short && !isQuestion(whole)) {
    const answer = answerTo(whole, s);
    if (answer !== null && answer.reason !== "declined") {
      const u = finish(text, [answer], [], 1);
      if (u !== null) return u;
    }
    if (answer !== null)
      return {
        ...empty,
        kind: "smalltalk",
        smalltalk: "ack",
        agents: [answer.agent],
        certainty: "certain",
      };
  }
  const talk = smallTalk(whole);
  if (talk !== null)
    return {
      ...empty,
      kind: "smalltalk",
      smalltalk: talk,
      agents: ["general"],
      certainty: "certain",
    };
  const again = followUp(whole, s);
  if (again !== null) {
    const u = finish(text, [again], [], 1);
    if (u !== null) return u;
  }
  const late = afterthought(whole, s);
  if (late !== null) {
    const u = finish(text, [late], [], 1);
    if (u !== null) return u;
  }
  const bare = bareMessage(whole, s);
  if (bare !== null) return bare;
  const understood = readAll(raw, whole, s);
  if (understood !== null) return understood;
  const kept = keepThis(whole, s);
  if (kept !== null) {
    const u = finish(text, [kept], [], 1);
    if (u !== null) return u;
  }
  if (isFeeling(whole))
    return {
      ...empty,
      kind: "feelings",
      agents: ["wellbeing"],
      certainty: "likely",
      residue: text.trim(),
    };
  if (isFact(whole)) {
    const content = text.trim().slice(0, 5000);
    const r = asking(
      "memory",
      "content",
      "Quer que eu guarde isso na memória?",
      [{ label: "Sim, guarda", value: content }],
      { tool: "add_knowledge", args: { type: knowledgeType(content) } },
    );
    return {
      ...empty,
      kind: "ask",
      agents: ["memory"],
      ask: r.ask!,
      certainty: "likely",
      residue: "",
    };
  }
  if (negation(whole) >= 0)
    return {
      ...empty,
      kind: "refusal",
      reason: "negated",
      agents: ["general"],
      certainty: "none",
      residue: text.trim(),
    };
  return {
    ...empty,
    kind: "unknown",
    agents: ["general"],
    certainty: "none",
    residue: text.trim(),
  };
}

/** A message that is nothing but an order without content, or a number without anything. */
function bareMessage(whole: Clause, s: Scene): Understanding | null {
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

function readAll(raw: readonly Clause[], whole: Clause, s: Scene): Understanding | null {
  const nights = sleepTimes(whole, s);
  if (nights !== null && !isQuestion(whole) && !hypothetical(whole)) {
    const u = finish(s.text, [nights], [], 1);
    if (u !== null) return u;
  }
  // Memory and reminders take their sentence whole: "e" belongs to what is remembered.
  const single = !raw.some(
    (c) => [".", ";", "!", "\n"].includes(c.tokens.at(-1)?.norm ?? "") && c !== raw.at(-1),
  )
    ? wholeRoom(whole, raw, s)
    : null;
  if (single !== null) {
    const u = finish(s.text, [single], [], 1);
    if (u !== null) return u;
  }
  const clauses = withTopics(attach(raw), s);
  const readings: Reading[] = [];
  const unread: Clause[] = [];
  let supposed = false;
  for (const c of clauses) {
    if (smallTalk(c) !== null) {
      readings.push({ agent: "general", rest: [] });
      continue;
    }
    const r =
      supposed && !isQuestion(c)
        ? { agent: "general" as const, reason: "hypothetical" }
        : readClause(c, s);
    if (r?.reason === "hypothetical") supposed = true;
    if (r === null) unread.push(c);
    else readings.push(r);
  }
  // A condition governs the whole message: nothing beside it is written.
  const kept = supposed
    ? readings.filter((r) => r.writes === undefined || r.writes.length === 0)
    : readings;
  return finish(
    s.text,
    kept.filter(
      (r) =>
        !(
          r.agent === "general" &&
          r.rest?.length === 0 &&
          r.reads === undefined &&
          r.writes === undefined
        ),
    ),
    unread,
    kept.length === 0
      ? 1
      : clauses.length -
          (readings.length - kept.length) -
          readings.filter(
            (r) =>
              r.agent === "general" &&
              r.rest?.length === 0 &&
              r.reads === undefined &&
              r.writes === undefined,
          ).length,
  );
}

function wholeRoom(whole: Clause, raw: readonly Clause[], s: Scene): Reading | null {
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
function keepThis(c: Clause, s: Scene): Reading | null {
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
    c.words[2] === "que"
  );
}

void plainAnswer;

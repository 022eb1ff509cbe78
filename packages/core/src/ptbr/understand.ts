import { aboutBefore } from "./about.ts";
import { afterthought, answerTo } from "./answers.ts";
import { attach } from "./attach.ts";
import { amongPrices, besideExpense, sameThing } from "./beside.ts";
import { type Clause, type Scene, phrase, verb } from "./clause.ts";
import { crisisOf } from "./crisis.ts";
import { decide } from "./decisions.ts";
import { futureTense, habitual, hypothetical, intention, supposes } from "./guards.ts";
import { empty } from "./messages.ts";
import { bareMessage, finish, keepThis, wholeRoom, withTopics } from "./messages.ts";
import { FILLER, type Reading, asking } from "./reading.ts";
import { reportedFrom } from "./reported.ts";
import { isQuestion } from "./rooms/is-question.ts";
import { knowledgeType } from "./rooms/memory.ts";
import { ORDERS, RECORDS, enter } from "./rooms/order.ts";
import { followUp, questionRoom } from "./rooms/questions.ts";
import { sleepTimes } from "./rooms/sleep-times.ts";
import { isFact, isFeeling, smallTalk } from "./rooms/talk.ts";
import { segment } from "./segments.ts";
import { negation } from "./subject.ts";
import type { Lexicon, Options, Understanding } from "./types.ts";
import { oneOf } from "./words.ts";

const MAX_LENGTH = 1_500;

function readClause(c: Clause, s: Scene): Reading | null {
  // "se eu beber 3 litros passo mal?" asks about what has not happened.
  if (isQuestion(c))
    return supposes(c) ? { agent: "general", reason: "hypothetical" } : questionRoom(c, s);
  if (hypothetical(c)) return { agent: "general", reason: "hypothetical" };
  // "consegue somar 45 + 38,90?" asks for a sum; "pode somar 300 ml" orders a record.
  const adds = /\d\s*\+\s*[\dR]/.test(s.text);
  if (adds && phrase(c, "consegue|pode|sabe|poderia somar|calcular|dividir|multiplicar"))
    return { agent: "general", reason: "sum" };
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
  const record = enter(c, s, RECORDS);
  const custom = record?.writes?.some((w) => oneOf("record_transaction record_metric", w.tool));
  return custom === true && habitual(c) ? { agent: record!.agent, reason: "habitual" } : record;
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
  const { clauses: said, whole } = segment(text, lexicon, options);
  const report = reportedFrom(whole);
  const raw =
    report < 0 ? said : said.filter((c) => c.tokens.at(-1)!.end <= whole.tokens[report - 1]!.start);
  if (report >= 0 && raw.length === 0)
    return {
      ...empty,
      kind: "refusal",
      reason: "reported",
      agents: ["general"],
      certainty: "none",
      residue: text.trim().slice(0, 200),
    };
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

function readOn(c: Clause, s: Scene, before: Reading | undefined): Reading | null {
  const r = readClause(c, s);
  return sameThing(r, c, before) ?? r ?? besideExpense(c, s, before);
}

/** Whether a clause is part of what `sleepTimes` reads over the whole message. */
function ofNight(c: Clause): boolean {
  return (
    (["wake", "sleep", "bed"] as const).some((g) => verb(c, g) !== null) ||
    c.words.every((w, i) => c.covered[i] === true || FILLER.has(w) || w === "sono")
  );
}

function readAll(raw: readonly Clause[], whole: Clause, s: Scene): Understanding | null {
  const nights = sleepTimes(whole, s);
  if (nights !== null && !isQuestion(whole) && !hypothetical(whole)) {
    // What was done besides sleeping is read on its own.
    const others = raw.filter((c) => !ofNight(c));
    const readings = others.map((c) => ({ c, r: readClause(c, s) }));
    const u = finish(
      s.text,
      [nights, ...readings.flatMap(({ r }) => (r === null ? [] : [r]))],
      readings.flatMap(({ c, r }) => (r === null ? [c] : [])),
      others.length + 1,
    );
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
  let before: Clause | undefined;
  for (const c of clauses) {
    if (smallTalk(c) !== null) {
      readings.push({ agent: "general", rest: [] });
      continue;
    }
    const r =
      supposed && !isQuestion(c)
        ? { agent: "general" as const, reason: "hypothetical" }
        : (amongPrices(c, s, readings.at(-1)) ?? readOn(c, s, readings.at(-1)));
    if (r?.reason === "hypothetical") supposed = true;
    const about = unread.at(-1) === before ? aboutBefore(r, before, s) : null;
    if (about !== null) unread.pop();
    if (r === null) unread.push(c);
    else readings.push(about ?? r);
    before = c;
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

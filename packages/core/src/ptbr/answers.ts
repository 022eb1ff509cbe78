import { labelOf, otherThing } from "./card-words.ts";
import { capital, type Clause, first, items, type Scene } from "./clause.ts";
import { corrected } from "./correcting.ts";
import { plainAnswer } from "./decisions.ts";
import { expenseCategory } from "./merchants.ts";
import { nameScore } from "./names.ts";
import { wordsOf } from "./normalize.ts";
import { clean, moneyOf, propose, type Reading, round2 } from "./reading.ts";
import { descriptionOf } from "./rooms/description.ts";
import { asMetricType, valueFor } from "./rooms/metric-values.ts";
import { accountFor } from "./rooms/money-words.ts";
import { titleOf } from "./rooms/reminders.ts";
import { whenOf } from "./rooms/when.ts";
import type { AgentName, Ask, Context, Json, Proposal, ToolArgs, WriteTool } from "./types.ts";
import { oneOf, wordSet } from "./words.ts";

/** What each tool cannot go without, and how it is asked for. */
const NEEDS: Readonly<
  Partial<Record<WriteTool, readonly (readonly [slot: string, question: string])[]>>
> = {
  record_metric: [
    ["value", "Qual o valor?"],
    ["day", "Em que dia foi?"],
  ],
  record_transaction: [
    ["amount", "Quanto foi?"],
    ["description", "Com o que foi?"],
    ["day", "Em que dia foi?"],
  ],
  create_bill: [
    ["name", "Qual o nome dessa conta?"],
    ["amount", "Qual o valor?"],
    ["dueDay", "Em que dia do mês vence?"],
  ],
  mark_bill_paid: [["billId", "Qual conta?"]],
  pay_installments: [
    ["debtId", "De qual dívida?"],
    ["quantity", "Quantas parcelas?"],
  ],
  create_reminder: [
    ["title", "Do que devo te lembrar?"],
    ["remindAt", "Quando devo te lembrar?"],
  ],
  plan_expense: [
    ["name", "Com o quê?"],
    ["planned", "Quanto?"],
  ],
  create_debt: [["totalAmount", "Qual o valor total?"]],
  create_goal: [
    ["title", "Qual é a meta?"],
    ["targetValue", "Qual o número a alcançar?"],
    ["endDate", "Até quando?"],
  ],
  create_habit: [["name", "Qual hábito?"]],
  update_metric: [
    ["entryId", "Qual registro?"],
    ["value", "Qual o valor certo?"],
  ],
  update_transaction: [
    ["transactionId", "Qual lançamento?"],
    ["amount", "Qual o valor certo?"],
  ],
  delete_transaction: [["transactionId", "Qual lançamento?"]],
  delete_metric: [["entryId", "Qual registro?"]],
  mark_income_received: [["incomeId", "Qual renda?"]],
  update_goal_progress: [
    ["goalId", "Qual meta?"],
    ["currentValue", "Em quanto está?"],
  ],
  update_investment: [
    ["investmentId", "Qual objetivo?"],
    ["currentAmount", "Qual o valor atual?"],
  ],
  create_account: [["name", "Qual o nome?"]],
  add_knowledge: [["content", "O que você quer que eu guarde?"]],
};

const AGENT: Readonly<Record<string, AgentName>> = {
  record_metric: "tracking",
  update_metric: "tracking",
  delete_metric: "tracking",
  record_habit: "tracking",
  create_habit: "tracking",
  update_habit: "tracking",
  uncomplete_habit: "tracking",
  create_goal: "tracking",
  update_goal_progress: "tracking",
  update_goal: "tracking",
  delete_goal: "tracking",
  manage_custom_metrics: "tracking",
  add_knowledge: "memory",
  forget_knowledge: "memory",
  create_reminder: "general",
  update_reminder: "general",
  delete_reminder: "general",
  undo_last: "general",
};

const MONEY_SLOTS = wordSet(
  "amount planned totalAmount currentAmount expected openingBalance limit installmentAmount",
);
const ORDINALS: Readonly<Record<string, number>> = {
  primeira: 0,
  primeiro: 0,
  segunda: 1,
  segundo: 1,
  terceira: 2,
  terceiro: 2,
  ultima: -1,
  ultimo: -1,
};

function optionOf(c: Clause, ask: Ask): Json | undefined {
  const words = c.words.filter((w) => w.length > 0);
  const scored = ask.options
    .map((o) => ({ o, n: nameScore(words, o.label).score }))
    .filter((x) => x.n > 0)
    .toSorted((a, b) => b.n - a.n);
  if (scored.length > 0 && (scored.length === 1 || scored[0]!.n > scored[1]!.n))
    return scored[0]!.o.value;
  for (const w of words) {
    if (Object.hasOwn(ORDINALS, w)) return ask.options.at(ORDINALS[w]!)?.value;
  }
  const n = items(c, "number")[0]?.value.value;
  if (
    n !== undefined &&
    c.words.length <= 2 &&
    n >= 1 &&
    n <= ask.options.length &&
    ask.slot.endsWith("Id")
  )
    return ask.options[n - 1]!.value;
  const answer = plainAnswer(c);
  return answer === "yes" && ask.options.length === 1 ? ask.options[0]!.value : undefined;
}

function valueOf(
  c: Clause,
  ask: Ask,
  draft: ToolArgs,
  tool: WriteTool,
  s: Scene,
): Json | undefined {
  const slot = ask.slot;
  const option = optionOf(c, ask);
  if (option !== undefined) return option;
  if (slot.endsWith("Id") || slot === "key") return undefined;
  if (MONEY_SLOTS.has(slot)) return moneyOf(c)?.amount;
  if (slot === "value") {
    const type =
      asMetricType(draft["type"]) ??
      s.lexicon.entries?.find((e) => e.id === draft["entryId"])?.type;
    const v = type === undefined ? null : valueFor(type, c);
    if (v !== null && v !== "range") return v.value;
    const n = items(c, "number").find((x) => !x.value.article)?.value.value;
    return type === "exercise" && n !== undefined ? n : undefined;
  }
  if (slot === "day" || slot === "paidOn" || slot === "receivedOn") {
    const d = first(c, "day")?.value.past;
    return d !== undefined && d <= s.options.today ? d : undefined;
  }
  if (slot === "endDate") return first(c, "day")?.value.next ?? first(c, "period")?.value.until;
  if (slot === "remindAt") {
    const w = whenOf(c, s);
    return w === null || w === "past" ? undefined : w.remindAt;
  }
  if (["dueDay", "closingDay"].includes(slot)) {
    const n =
      c.words.map(Number).find((x) => Number.isInteger(x) && x >= 1 && x <= 31) ??
      items(c, "number")[0]?.value.value;
    return n !== undefined && n >= 1 && n <= 31 ? n : undefined;
  }
  if (["quantity", "currentValue", "targetValue"].includes(slot)) {
    const n = items(c, "number")[0]?.value.value ?? items(c, "quantity")[0]?.value.value;
    return n === undefined ? undefined : round2(n);
  }
  if (oneOf("description name title content unit", slot)) {
    if (c.words.length > 12 || plainAnswer(c) !== null) return undefined;
    const text =
      slot === "description"
        ? descriptionOf(c, s).text
        : s.text
            .trim()
            .replace(/^(é|foi|com|para|pra|pro|no|na|o|a|de|do|da)\s+/iu, "")
            .replace(/[.!]+$/u, "");
    void tool;
    return text === "" ? undefined : capital(text);
  }
  return undefined;
}

/** Reads a message as the answer to the last question; null when it is none. */
export function answerTo(c: Clause, s: Scene): Reading | null {
  const ask = s.options.context?.lastQuestion;
  if (ask?.draft === undefined) return null;
  const { tool } = ask.draft;
  const agent = AGENT[tool] ?? "finance";
  const plain = plainAnswer(c);
  if (plain === "no") return { agent, reason: "declined" };
  if (c.words.includes("?")) return null;
  if (tool === "create_reminder" && ask.slot === "title") {
    const when = whenOf(c, s);
    const title = titleOf(c, s, -1);
    if (title !== "" && when !== null && when !== "past")
      return {
        agent,
        writes: [propose(tool, { title, remindAt: when.remindAt, repeat: when.repeat })],
        rest: [],
      };
  }
  const value = valueOf(c, ask, ask.draft.args, tool, s);
  if (value === undefined) return null;
  // A new-entry option ("Registro como novo?") only says yes.
  const args: Record<string, Json | undefined> = {
    ...ask.draft.args,
    ...(value === true ? {} : { [ask.slot]: value }),
  };
  if (value !== true && ask.slot !== "day") {
    const more = corrected(c, tool, clean(args), s);
    if (more !== null && first(c, "day") !== undefined)
      Object.assign(args, more, { [ask.slot]: value });
  }
  if (tool === "record_transaction" && args["kind"] === "expense") {
    const description = typeof args["description"] === "string" ? args["description"] : "";
    args["categoryKey"] ??=
      description === "" ? undefined : (expenseCategory(wordsOf(description)) ?? "other");
    args["accountId"] ??= accountFor(c, s, description, false);
  }
  if (tool === "record_transaction" && args["kind"] === "income")
    args["categoryKey"] ??= "other_income";
  if (
    (tool === "record_transaction" || tool === "record_metric" || tool === "record_habit") &&
    args["day"] === undefined &&
    ask.slot !== "day"
  )
    args["day"] = s.options.today;
  if (
    tool === "create_bill" &&
    args["categoryKey"] === undefined &&
    typeof args["name"] === "string"
  )
    args["categoryKey"] = expenseCategory(wordsOf(args["name"])) ?? "bills";
  for (const [slot, question] of NEEDS[tool] ?? []) {
    if (args[slot] === undefined)
      return {
        agent,
        ask: { slot, text: question, options: [], draft: { tool, args: clean(args) } },
      };
  }
  return { agent, writes: [propose(tool, args)], rest: [] };
}

type LastWrites = NonNullable<Context["lastWrites"]>;

/**
 * The confirmed writes that a correction may mean, newest first: those that it names, or all when it names
 * none; nothing when it speaks of another thing.
 */
function meantBy(c: Clause, writes: LastWrites, s: Scene): LastWrites {
  const actions = writes.map((w, i) => ({ actionId: String(i), tool: w.tool, args: w.args }));
  const said = c.words.filter((_, i) => !c.covered[i]);
  const named = writes.filter((_, i) =>
    wordsOf(labelOf(actions[i]!, s)).some((word) => word.length > 2 && said.includes(word)),
  );
  const other = otherThing(c, { confirmationId: "", actions }, s);
  return named.length > 0 ? named : other ? [] : writes;
}

/** "na verdade foram 3" after a confirmed write: the stored thing gets the new value. */
export function afterthought(c: Clause, s: Scene): Reading | null {
  const writes = s.options.context?.lastWrites ?? [];
  if (writes.length === 0 || c.items.length === 0 || c.words.includes("?")) return null;
  const sign = c.words.some((w) =>
    oneOf(
      "verdade nao era eram corrige corrigindo errei alias ops muda digo troca foram errado",
      w,
    ),
  );
  if (!sign || c.words.length > 12) return null;
  let found: Proposal | undefined;
  for (const w of meantBy(c, writes, s)) {
    const args = corrected(c, w.tool, w.args, s);
    if (args === null || w.id === undefined) continue;
    if (w.tool === "record_metric" || w.tool === "update_metric")
      found = propose("update_metric", {
        entryId: w.id,
        value: args["value"],
        ...(args["day"] !== w.args["day"] ? { day: args["day"] } : {}),
      });
    else if (w.tool === "record_transaction" || w.tool === "update_transaction") {
      const changed = Object.fromEntries(Object.entries(args).filter(([k, v]) => v !== w.args[k]));
      found = propose("update_transaction", { transactionId: w.id, ...changed });
    } else if (w.tool === "create_reminder" || w.tool === "update_reminder")
      found = propose("update_reminder", { reminderId: w.id, remindAt: args["remindAt"] });
    if (found !== undefined) break;
  }
  return found === undefined
    ? null
    : { agent: AGENT[found.tool] ?? "finance", writes: [found], rest: [] };
}

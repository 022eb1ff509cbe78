import { expect, test } from "vitest";

import { TOOLS } from "../../tools.ts";
import { composeAnswer } from "../compose.ts";
import type { Told } from "../compose.ts";
import type { SpeakerContext } from "../speaker.ts";
import { REPLIES } from "./replies.ts";
import { asksWhether, dueInWords, listed, namedIn } from "./shared.ts";

const ID = "0190d000-0000-7000-8000-000000000001";
const AT = "2026-11-01T12:00:00.000Z";

const context = (text: string): SpeakerContext => ({
  understanding: {
    kind: "question",
    agents: [],
    writes: [],
    reads: [],
    certainty: "certain",
    residue: "",
  },
  text,
  name: "Ana",
  today: "2026-11-22",
  targets: { water: 2000, sleep: 8 },
});

const told = (tool: string, data: object, args: Record<string, unknown> = {}): Told => ({
  tool,
  content: { success: true, summary: "resumo", args, data },
});

const answer = (text: string, ...all: Told[]) =>
  composeAnswer(all, context(text)).replaceAll("\u00A0", " ");

const bill = (changes: object = {}) => ({
  id: ID,
  name: "Aluguel",
  categoryKey: "housing",
  categoryName: "Moradia",
  amount: "1500.00",
  currency: "BRL",
  dueDay: 5,
  month: "2026-11",
  dueOn: "2026-11-05",
  daysUntilDue: -17,
  recurring: true,
  inSeries: true,
  status: "overdue",
  paidOn: null,
  paidAmount: null,
  accountId: null,
  transactionId: null,
  createdAt: AT,
  ...changes,
});
const internet = bill({
  name: "Internet",
  amount: "99.90",
  dueOn: "2026-11-25",
  status: "pending",
});
const bills = (...items: object[]) => ({ items, nextCursor: null });

const entry = (changes: object = {}) => ({
  id: ID,
  type: "water",
  metricId: null,
  metricName: null,
  area: "health",
  subArea: "physical",
  value: 1800,
  unit: "ml",
  day: "2026-11-21",
  time: null,
  notes: null,
  quality: null,
  source: "chat",
  createdAt: AT,
  ...changes,
});

test("a question about one bill is answered with yes or no, its amount and its day, once", () => {
  const open = bills(bill(), internet);
  const reads = [
    told("get_bills", open, { month: "2026-11" }),
    told("get_pending_bills", open, { month: "2026-11", status: "open" }),
  ];
  expect(answer("paguei o aluguel?", ...reads)).toBe(
    "Não, Aluguel ainda está pendente: R$ 1.500,00, venceu dia 5.",
  );
  const paid = bill({ status: "paid", paidOn: "2026-11-21", paidAmount: "1480.00" });
  expect(answer("paguei o aluguel?", told("get_bills", bills(paid, internet)))).toBe(
    "Sim, Aluguel foi paga ontem: R$ 1.480,00.",
  );
});

test("all open bills come with their sum", () => {
  expect(
    answer(
      "quais contas faltam?",
      told("get_pending_bills", bills(bill(), internet), { status: "open" }),
    ),
  ).toBe(
    "2 contas em aberto este mês, R$ 1.599,90 no total:\n\n- Aluguel: R$ 1.500,00, venceu dia 5\n- Internet: R$ 99,90, vence dia 25",
  );
});

test("whether a target was reached is said with what is missing", () => {
  const page = { items: [entry()], nextCursor: null };
  expect(answer("bati minha meta de água ontem?", told("get_history", page))).toBe(
    "Ainda não: ontem você bebeu 1.800 ml de água. Faltam 200 ml para o alvo de 2.000 ml.",
  );
  expect(answer("quanto bebi ontem?", told("get_history", page))).toBe(
    "Ontem você bebeu 1.800 ml de água.",
  );
  const two = { items: [entry(), entry({ value: 300 })], nextCursor: null };
  expect(answer("bati a meta?", told("get_history", two))).toMatch(
    /^Sim! Ontem você bebeu 2\.100 ml/,
  );
});

test("nothing found is said plainly, with the period", () => {
  const none = { items: [], nextCursor: null };
  const day = { type: "sleep", from: "2026-11-21", to: "2026-11-21" };
  expect(answer("dormi bem?", told("get_history", none, day))).toBe(
    "Não: não há nenhum registro de sono ontem.",
  );
  expect(answer("quanta hora dormi ontem?", told("get_history", none, day))).toBe(
    "Não há nenhum registro de sono ontem.",
  );
  expect(answer("quais meus lembretes?", told("get_reminders", none))).toMatch(/^Nenhum lembrete/);
  expect(answer("o que você sabe de mim?", told("search_knowledge", none))).toMatch(/ainda não/i);
});

test("what a write already says is not read again", () => {
  const recorded = told("record_metric", entry({ day: "2026-11-22" }), { type: "water" });
  const stale = told("get_history", { items: [entry()], nextCursor: null }, { type: "water" });
  expect(answer("bebi 1800 ml, quanto falta?", stale, recorded)).not.toContain("ontem");
});

test("a form that is not known is left to the tool's summary", () => {
  expect(answer("x", told("get_bills", { odd: true }))).toBe("resumo.");
});

test("helpers read questions, names and days as people mean them", () => {
  expect(["paguei o aluguel?", "quanto gastei?", "paguei o aluguel"].map(asksWhether)).toEqual([
    true,
    false,
    false,
  ]);
  const names = ["Meditação", "Leitura", "Conta de luz"];
  expect(namedIn("já meditei hoje?", names, (name) => name)).toEqual(["Meditação"]);
  expect(namedIn("paguei a luz", names, (name) => name)).toEqual(["Conta de luz"]);
  expect(dueInWords("2026-11-22", "2026-11-22")).toBe("vence hoje");
  expect(dueInWords("2026-12-05", "2026-11-22")).toBe("vence 5 dez.");
  expect(listed("Há:", ["a", "b", "c"], 2)).toBe("Há:\n\n- a\n- b\n- e mais 1");
});

test("every tool of the contract that shows something has words of its own", () => {
  const silent = TOOLS.map(({ name }) => name).filter((name) => REPLIES[name] === undefined);
  expect(silent.toSorted()).toEqual([
    "analyze_context",
    "manage_categories",
    "manage_custom_metrics",
    "undo_last",
  ]);
});

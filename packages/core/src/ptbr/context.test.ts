import { describe, expect, it } from "vitest";

import { OPTIONS, PERSON, TODAY } from "./person.test-data.ts";
import type { Context, OpenCard } from "./types.ts";
import { understand } from "./understand.ts";

const read = (text: string, context: Context): ReturnType<typeof understand> =>
  understand(text, PERSON, { ...OPTIONS, context });
const water = {
  actionId: "1",
  tool: "record_metric",
  args: { type: "water", value: 2000, unit: "ml", day: TODAY },
} as const;
const lunch = {
  actionId: "2",
  tool: "record_transaction",
  args: {
    kind: "expense",
    amount: "30.00",
    description: "Almoço",
    categoryKey: "food",
    day: TODAY,
  },
} as const;
const card = (...actions: OpenCard["actions"][number][]): Context => ({
  openCards: [{ confirmationId: "c", actions }],
});

describe("an open card", () => {
  it.each([
    "sim",
    "Sim!",
    "s",
    "pode sim",
    "isso mesmo",
    "confirma",
    "ok",
    "beleza",
    "pode registrar",
    "👍",
    "tá certo",
    "claro que sim",
    "manda ver",
    "perfeito, obrigado",
  ])('"%s" confirms', (text) => {
    expect(read(text, card(water)).decision).toMatchObject({
      verdict: "confirm",
      confirmationId: "c",
    });
  });

  it.each([
    "não",
    "n",
    "cancela",
    "deixa pra lá",
    "descarta",
    "não, obrigado",
    "esquece",
    "👎",
    "nada disso",
  ])('"%s" rejects', (text) => {
    expect(read(text, card(water)).decision?.verdict).toBe("reject");
  });

  it.each([
    "sim?",
    "talvez",
    "acho que sim mas não sei",
    "por que?",
    "quanto bebi ontem?",
    "sim, e quanto falta?",
    "gastei 50 no mercado",
    "o sistema disse sim para tudo",
  ])('"%s" confirms nothing', (text) => {
    expect(read(text, card(water)).decision?.verdict).not.toBe("confirm");
  });

  it.each<[string, string[]]>([
    ["só a primeira", ["confirm", "reject"]],
    ["tudo menos a segunda", ["confirm", "reject"]],
    ["só a água", ["confirm", "reject"]],
    ["menos o almoço", ["confirm", "reject"]],
    ["a primeira sim, a segunda não", ["confirm", "reject"]],
    ["só o almoço", ["reject", "confirm"]],
  ])('"%s" decides each action', (text, verdicts) => {
    expect(read(text, card(water, lunch)).decision?.decisions.map((d) => d.verdict)).toEqual(
      verdicts,
    );
  });

  it.each<[string, Record<string, unknown>]>([
    ["não, era 3 litros", { value: 3000 }],
    ["na verdade foram 1500 ml", { value: 1500 }],
    ["foi ontem", { day: "2026-11-21" }],
    ["3 litros", { value: 3000 }],
  ])('"%s" corrects it into a new card', (text, changed) => {
    const u = read(text, card(water));
    expect(u.decision?.verdict).toBe("correct");
    expect(u.writes[0]?.args).toMatchObject({ ...water.args, ...changed });
  });

  it("takes another account or amount for money", () => {
    expect(read("foi no débito", card(lunch)).writes[0]?.args).toMatchObject({
      accountId: "a-nu",
      amount: "30.00",
    });
    expect(read("não, foram 35", card(lunch)).writes[0]?.args).toMatchObject({ amount: "35.00" });
  });

  it("asks which when two cards are open", () => {
    const two: Context = {
      openCards: [
        { confirmationId: "c", actions: [water] },
        { confirmationId: "d", actions: [lunch] },
      ],
    };
    expect(read("sim", two).decision?.verdict).toBe("which");
  });
});

describe("answers to a question", () => {
  const debts = understand("paguei 3 parcelas", PERSON, OPTIONS).ask!;
  it.each(["geladeira", "da geladeira", "a primeira", "1", "foi a geladeira"])(
    '"%s" chooses an option',
    (text) => {
      expect(read(text, { lastQuestion: debts }).writes[0]).toMatchObject({
        tool: "pay_installments",
        args: { debtId: "d-gel", quantity: 3 },
      });
    },
  );

  it("takes a missing amount", () => {
    const ask = understand("gastei no mercado", PERSON, OPTIONS).ask!;
    expect(read("52,30", { lastQuestion: ask }).writes[0]?.args).toMatchObject({
      amount: "52.30",
      description: "Mercado",
      categoryKey: "food",
    });
  });

  it("takes a missing time", () => {
    const ask = understand("me lembra de ligar pro banco", PERSON, OPTIONS).ask!;
    expect(read("amanhã às 8", { lastQuestion: ask }).writes[0]?.args).toMatchObject({
      title: "Ligar pro banco",
      remindAt: "2026-11-23T08:00",
    });
  });

  it("asks on when more is missing", () => {
    const ask = understand("cadastra uma conta de gás", PERSON, OPTIONS).ask!;
    expect(ask.slot).toBe("amount");
    expect(read("80 reais", { lastQuestion: ask }).ask?.slot).toBe("dueDay");
  });

  it("lets go on a no", () => expect(read("não", { lastQuestion: debts }).writes).toEqual([]));

  it("prefers a question of its own", () =>
    expect(read("qual meu saldo?", { lastQuestion: debts }).reads[0]?.tool).toBe("get_balance"));
});

describe("what comes back each month", () => {
  it.each([
    ["internet 99,90 vence dia 12", "create_bill", { name: "Internet", dueDay: 12 }],
    ["netflix 55,90 todo dia 15 no cartão", "create_bill", { name: "Netflix", dueDay: 15 }],
    ["academia 120 por mês, vence dia 8", "create_bill", { name: "Academia", dueDay: 8 }],
    ["recebo 1500 de freela por mês", "create_income", { expected: "1500.00" }],
  ])('"%s" is set up, not recorded today', (text, tool, args) => {
    expect(understand(text, {}, OPTIONS).writes).toMatchObject([{ tool, args }]);
  });
});

describe("follow-ups", () => {
  it("asks the same about another day or thing", () => {
    const lastRead = {
      tool: "get_history",
      args: { type: "water", from: TODAY, to: TODAY },
    } as const;
    expect(read("e ontem?", { lastRead }).reads[0]).toMatchObject({
      tool: "get_history",
      args: { type: "water", from: "2026-11-21" },
    });
    expect(read("e o sono?", { lastRead }).reads[0]).toMatchObject({ args: { type: "sleep" } });
    expect(read("sono?", { lastRead }).reads[0]).toMatchObject({ args: { type: "sleep" } });
    expect(read("ontem?", { lastRead }).reads[0]).toMatchObject({ args: { type: "water" } });
  });

  it.each([
    ["quanto gastei esse mês?", "get_transactions"],
    ["e quanto gastei esse mês?", "get_transactions"],
    ["como dormi essa semana?", "get_stats"],
    ["qual meu saldo hoje?", "get_balance"],
    ["bebi quanto ontem?", "get_history"],
    ["quanto devo?", "get_debt_progress"],
    ["quanto devo beber por dia?", "get_history"],
    ["vai chover amanhã?", undefined],
    ["choveu ontem?", undefined],
  ])('"%s" stands for itself, whatever was asked before', (text, tool) => {
    const lastRead = { tool: "get_debt_progress", args: {} } as const;
    expect(read(text, { lastRead }).reads[0]?.tool).toBe(tool);
  });

  it("corrects of several things the one that is named, else the newest", () => {
    const bought = (id: string, description: string, amount: string) => ({
      tool: "record_transaction" as const,
      args: { kind: "expense", amount, description, categoryKey: "food", day: TODAY },
      id,
    });
    const lastWrites = [bought("t-2", "Uber", "18.00"), bought("t-1", "Mercado", "235.90")];
    expect(read("não, o mercado foi 253,90", { lastWrites }).writes).toMatchObject([
      { tool: "update_transaction", args: { transactionId: "t-1", amount: "253.90" } },
    ]);
    expect(read("na verdade foi 19", { lastWrites }).writes).toMatchObject([
      { tool: "update_transaction", args: { transactionId: "t-2", amount: "19.00" } },
    ]);
    expect(read("não, gastei 30 na padaria", { lastWrites }).writes).toMatchObject([
      { tool: "record_transaction", args: { amount: "30.00" } },
    ]);
  });

  it("corrects what was confirmed", () => {
    const u = read("na verdade foram 3 litros", {
      lastWrites: [{ tool: "record_metric", args: water.args, id: "e-9" }],
    });
    expect(u.writes[0]).toMatchObject({
      tool: "update_metric",
      args: { entryId: "e-9", value: 3000 },
    });
  });
});

import { describe, expect, it } from "vitest";

import { OPTIONS, PERSON, TODAY } from "./person.test-data.ts";
import type { Json } from "./types.ts";
import { understand } from "./understand.ts";

const read = (text: string): ReturnType<typeof understand> => understand(text, PERSON, OPTIONS);
const only = (text: string): { tool: string; args: { readonly [key: string]: Json } } => {
  const { writes } = read(text);
  expect(writes).toHaveLength(1);
  return { tool: writes[0]!.tool, args: writes[0]!.args };
};

describe("proposals carry the exact arguments of the contract", () => {
  it.each<[string, string, Record<string, Json>]>([
    ["bebi 500ml de água", "record_metric", { type: "water", value: 500, unit: "ml", day: TODAY }],
    [
      "2 xícaras de café",
      "record_metric",
      { type: "custom", metricId: "m-cafe", unit: "xícaras", value: 2, day: TODAY },
    ],
    ["muda a água de hoje para 1 litro", "update_metric", { entryId: "e-agua", value: 1000 }],
    ["apaga a água de hoje", "delete_metric", { entryId: "e-agua" }],
    ["meditei ontem", "record_habit", { habitId: "h-med", day: "2026-11-21" }],
    [
      "cria o hábito de correr 3x por semana",
      "create_habit",
      { name: "Correr", frequency: "times", times: { times: 3, days: 7 } },
    ],
    [
      "gastei 30 conto no lanche",
      "record_transaction",
      {
        kind: "expense",
        amount: "30.00",
        description: "Lanche",
        categoryKey: "food",
        accountId: "a-car",
        day: TODAY,
      },
    ],
    [
      "notebook 12x de 300 no cartão",
      "record_transaction",
      {
        kind: "expense",
        amount: "3600.00",
        description: "Notebook",
        categoryKey: "shopping",
        accountId: "a-int",
        day: TODAY,
        installments: 12,
      },
    ],
    [
      "transferi 200 da carteira pro nubank",
      "record_transaction",
      {
        kind: "transfer",
        amount: "200.00",
        description: "Transferência",
        accountId: "a-car",
        toAccountId: "a-nu",
        day: TODAY,
      },
    ],
    [
      "o uber de hoje foi 30, corrige",
      "update_transaction",
      { transactionId: "t-uber", amount: "30.00" },
    ],
    [
      "paguei a luz no pix",
      "mark_bill_paid",
      { billId: "b-luz", paidOn: TODAY, accountId: "a-nu" },
    ],
    [
      "cadastra conta de gás 80 vence dia 12",
      "create_bill",
      {
        name: "Gás",
        amount: "80.00",
        dueDay: 12,
        month: "2026-11",
        categoryKey: "utilities",
        recurring: true,
      },
    ],
    [
      "caiu o salário, 5200",
      "mark_income_received",
      { incomeId: "i-sal", amount: "5200.00", receivedOn: TODAY },
    ],
    [
      "paguei 2 parcelas da geladeira",
      "pay_installments",
      { debtId: "d-gel", quantity: 2, paidOn: TODAY },
    ],
    ["quitei a geladeira", "pay_installments", { debtId: "d-gel", quantity: 9, paidOn: TODAY }],
    [
      "devo 500 pro Marcos",
      "create_debt",
      { name: "Dívida com Marcos", creditor: "Marcos", totalAmount: "500.00", negotiated: false },
    ],
    [
      "esse mês planejo gastar 800 com mercado",
      "plan_expense",
      { name: "Mercado", categoryKey: "food", planned: "800.00", month: "2026-11" },
    ],
    [
      "guardei 200 na reserva de emergência",
      "update_investment",
      { investmentId: "v-res", currentAmount: "3200.00" },
    ],
    [
      "paguei a fatura do inter",
      "pay_statement",
      { accountId: "a-int", month: "2026-11", fromAccountId: "a-nu", paidOn: TODAY },
    ],
    [
      "cria uma conta no Itaú com saldo 1500",
      "create_account",
      { name: "Itaú", kind: "checking", openingBalance: "1500.00" },
    ],
    [
      "cria a categoria Pets",
      "manage_categories",
      { action: "create", name: "Pets", kind: "expense" },
    ],
    ["já li 5 livros da meta", "update_goal_progress", { goalId: "g-ler", currentValue: 5 }],
    [
      "memoriza que não gosto de coentro",
      "add_knowledge",
      { type: "preference", content: "Não gosto de coentro" },
    ],
    ["esquece que sou alérgico a camarão", "forget_knowledge", { itemId: "k-cam" }],
    [
      "me lembra às 9 da noite de fechar o gás",
      "create_reminder",
      { title: "Fechar o gás", remindAt: `${TODAY}T21:00` },
    ],
    [
      "me lembra todo dia 5 às 9h de pagar o aluguel",
      "create_reminder",
      {
        title: "Pagar o aluguel",
        remindAt: "2026-12-05T09:00",
        repeat: "FREQ=MONTHLY;BYMONTHDAY=5",
      },
    ],
    [
      "adia o lembrete do dentista para sexta às 15h",
      "update_reminder",
      { reminderId: "r-dent", remindAt: "2026-11-27T15:00" },
    ],
    ["desfaz", "undo_last", {}],
  ])('"%s"', (text, tool, args) => {
    const w = only(text);
    expect(w.tool).toBe(tool);
    expect(w.args).toEqual(
      args.accountId === undefined && w.args["accountId"] === "a-car"
        ? { ...args, accountId: "a-car" }
        : args,
    );
  });

  it("says the measure of a glass in a warning", () =>
    expect(read("bebi 3 copos de água").writes[0]?.warnings).toEqual(["copo de 200 ml"]));

  it("puts a night into the day of waking", () =>
    expect(only("ontem à noite dormi 7 horas").args["day"]).toBe(TODAY));

  it("uses what corrections taught", () => {
    const lexicon = {
      ...PERSON,
      learned: [{ description: "Lanche", categoryKey: "entertainment", accountId: "a-nu" }],
    };
    expect(understand("gastei 20 no lanche", lexicon, OPTIONS).writes[0]?.args).toMatchObject({
      categoryKey: "entertainment",
      accountId: "a-nu",
    });
  });

  it("works with nothing known about the person", () =>
    expect(understand("gastei 20 no lanche", {}, OPTIONS).writes[0]?.args).toMatchObject({
      amount: "20.00",
      categoryKey: "food",
    }));
});

describe("several things in one line", () => {
  it("proposes each of them", () => {
    expect(
      read("meditei, bebi 300ml de agua e paguei a internet").writes.map((w) => w.tool),
    ).toEqual(["record_habit", "record_metric", "mark_bill_paid"]);
  });

  it("does a write and a question together", () => {
    const u = read("bebi 400ml de água, quanto falta pra meta?");
    expect(u.writes).toHaveLength(1);
    expect(u.reads.map((r) => r.tool)).toContain("get_history");
  });

  it("takes a correction inside the sentence", () =>
    expect(only("bebi 300 não, 500ml de água").args["value"]).toBe(500));

  it("reads dictation without punctuation", () => {
    expect(
      read("hoje bebi dois litros de agua dormi sete horas e treinei uma hora").writes.map(
        (w) => w.args["value"],
      ),
    ).toEqual([2000, 7, 60]);
  });

  it("writes nothing beside a condition", () =>
    expect(read("se eu gastar 500 no mercado, quanto sobra?").writes).toEqual([]));
});

describe("asking back", () => {
  it("names both debts", () => {
    const { ask } = read("paguei 3 parcelas");
    expect(ask?.options.map((o) => o.label)).toEqual(["Geladeira", "Carro"]);
    expect(ask?.draft).toMatchObject({ tool: "pay_installments", args: { quantity: 3 } });
  });

  it.each([
    "anota aí",
    "recebi um dinheiro hoje",
    "corrige o valor",
    "registra água amanhã 2L",
    "humor 15",
    "me lembra de ligar pro banco",
  ])('"%s" gets a question and no write', (text) => {
    const u = read(text);
    expect(u.writes).toEqual([]);
    expect(u.ask?.text).toMatch(/\?|Pode ser/);
  });

  it("never pays more installments than remain", () =>
    expect(read("paguei 20 parcelas da geladeira").writes).toEqual([]));
});

describe("certainty", () => {
  it("is certain when everything was consumed", () =>
    expect(read("bebi 500ml de água").certainty).toBe("certain"));
  it("is not when words were left over", () =>
    expect(read("bebi 500ml de água no blargh").certainty).toBe("likely"));
  it("is none for what it does not understand", () =>
    expect(read("qwerty asdf").certainty).toBe("none"));
});

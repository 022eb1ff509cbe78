import type { Lexicon, Options } from "./types.ts";

/** A small person for the tests of the grammar. */
export const TODAY = "2026-11-22";
export const OPTIONS: Options = { today: TODAY, now: `${TODAY}T10:30` };
export const PERSON: Lexicon = {
  habits: [
    { id: "h-med", name: "Meditação" },
    { id: "h-ler", name: "Leitura" },
  ],
  metrics: [{ id: "m-cafe", name: "Café", unit: "xícaras" }],
  bills: [
    {
      id: "b-luz",
      name: "Conta de luz",
      amount: "182.40",
      dueDay: 10,
      month: "2026-11",
      status: "pending",
    },
    {
      id: "b-net",
      name: "Internet",
      amount: "99.90",
      dueDay: 15,
      month: "2026-11",
      status: "pending",
    },
  ],
  incomes: [{ id: "i-sal", name: "Salário", kind: "salary", month: "2026-11", received: false }],
  debts: [
    { id: "d-gel", name: "Geladeira", installments: 12, nextInstallment: 4 },
    { id: "d-car", name: "Carro", installments: 48, nextInstallment: 1 },
  ],
  investments: [{ id: "v-res", name: "Reserva de emergência", currentAmount: "3000.00" }],
  accounts: [
    { id: "a-car", name: "Carteira", kind: "cash", isDefault: true },
    { id: "a-nu", name: "Nubank", kind: "checking", meantBy: ["debit", "pix"] },
    { id: "a-int", name: "Cartão Inter", kind: "card", closingDay: 28, dueDay: 5 },
  ],
  goals: [
    { id: "g-ler", title: "Ler 12 livros", unit: "livros", targetValue: 12, currentValue: 3 },
  ],
  entries: [{ id: "e-agua", type: "water", value: 500, unit: "ml", day: TODAY }],
  transactions: [
    { id: "t-uber", description: "Uber", amount: "23.50", day: TODAY, kind: "expense" },
  ],
  memories: [{ id: "k-cam", content: "Sou alérgico a camarão" }],
  reminders: [{ id: "r-dent", title: "Dentista", remindAt: "2026-11-25T09:00" }],
};

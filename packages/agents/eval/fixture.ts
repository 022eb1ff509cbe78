import type { Lexicon } from "@vida/core/ptbr/types";

import { dayOf, type World } from "./match.ts";

/** The person of the eval sets, as a lexicon; ids are `kind:name`. */
export function fixturePerson(today: string): { lexicon: Lexicon; world: World } {
  const month = today.slice(0, 7);
  const d = (form: string): string => dayOf(form, today);
  const lexicon: Lexicon = {
    habits: ["Meditação", "Leitura", "Alongamento", "Tomar vitamina"].map((name) => ({
      id: `habit:${name}`,
      name,
    })),
    metrics: [{ id: "metric:Café", name: "Café", unit: "xícaras" }],
    bills: [
      ["Conta de luz", "182.40", 10],
      ["Internet", "99.90", 15],
      ["Aluguel", "1500.00", 5],
      ["Netflix", "55.90", 20],
    ].map(([name, amount, dueDay]) => ({
      id: `bill:${name}`,
      name: String(name),
      amount: String(amount),
      dueDay: Number(dueDay),
      month,
      status: "pending",
    })),
    incomes: [
      {
        id: "income:Salário",
        name: "Salário",
        kind: "salary",
        expected: "5000.00",
        month,
        received: false,
      },
      {
        id: "income:Freela do site",
        name: "Freela do site",
        kind: "freelance",
        expected: "800.00",
        month,
        received: false,
      },
    ],
    debts: [
      {
        id: "debt:Geladeira",
        name: "Geladeira",
        installments: 12,
        installmentAmount: "100.00",
        nextInstallment: 1,
      },
      {
        id: "debt:Carro",
        name: "Carro",
        installments: 48,
        installmentAmount: "950.00",
        nextInstallment: 1,
      },
    ],
    investments: [
      {
        id: "investment:Reserva de emergência",
        name: "Reserva de emergência",
        type: "emergency_fund",
        currentAmount: "3000.00",
      },
      {
        id: "investment:Aposentadoria",
        name: "Aposentadoria",
        type: "retirement",
        currentAmount: "12000.00",
      },
    ],
    goals: [
      {
        id: "goal:Ler 12 livros",
        title: "Ler 12 livros",
        unit: "livros",
        targetValue: 12,
        currentValue: 3,
      },
      {
        id: "goal:Correr 100 km",
        title: "Correr 100 km",
        unit: "km",
        targetValue: 100,
        currentValue: 20,
      },
    ],
    accounts: [
      { id: "account:Carteira", name: "Carteira", kind: "cash", isDefault: true },
      { id: "account:Nubank", name: "Nubank", kind: "checking", meantBy: ["debit", "pix"] },
      {
        id: "account:Cartão Inter",
        name: "Cartão Inter",
        kind: "card",
        closingDay: 28,
        dueDay: 5,
        meantBy: ["credit"],
      },
    ],
    entries: [
      { id: "entry:water:D0", type: "water", value: 500, unit: "ml", day: today },
      { id: "entry:weight:D0", type: "weight", value: 82.5, unit: "kg", day: today },
      { id: "entry:water:D-1", type: "water", value: 1800, unit: "ml", day: d("D-1") },
      { id: "entry:sleep:D-1", type: "sleep", value: 6, unit: "hours", day: d("D-1") },
    ],
    transactions: [
      {
        id: "tx:Uber",
        description: "Uber",
        amount: "23.50",
        day: today,
        kind: "expense",
        categoryKey: "transport",
      },
      {
        id: "tx:Mercado",
        description: "Mercado",
        amount: "120.00",
        day: d("D-1"),
        kind: "expense",
        categoryKey: "food",
      },
    ],
    memories: [
      { id: "item:camarao", content: "Sou alérgico a camarão" },
      { id: "item:mae", content: "O aniversário da minha mãe é 12 de maio" },
    ],
    reminders: [],
    categories: [],
  };
  return { lexicon, world: { today, ref: (name) => name } };
}

import { expect, test, type Page } from "@playwright/test";

import { complaints, expectAccessible, expectNoSideScroll, signUp } from "./journey.ts";

/** The parts of Finanças in two halves, so that no journey is long. */
const HALVES = {
  "the month and its rows": ["", "/payables", "/receivables", "/transactions", "/budget"],
  "where money stands": ["/accounts", "/cards", "/debts", "/investments"],
} as const;

async function call(page: Page, procedure: string, data: unknown): Promise<void> {
  const answer = await page.request.post(`/trpc/${procedure}`, {
    data,
    headers: { origin: new URL(page.url()).origin },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

/** One record of each kind, with a long name and a large sum among them. */
async function live(page: Page): Promise<void> {
  const today = new Date().toLocaleDateString("en-CA", { timeZone: "America/Sao_Paulo" });
  const month = today.slice(0, 7);
  await call(page, "accounts.create", {
    name: "Cartão de crédito do banco da esquina, o antigo",
    kind: "card",
    closingDay: 28,
    dueDay: 5,
    limit: "1234567.89",
  });
  await call(page, "bills.create", {
    name: "Aluguel",
    categoryKey: "housing",
    amount: "1850.00",
    dueDay: 5,
    month,
  });
  await call(page, "incomes.create", {
    name: "Salário",
    kind: "salary",
    expected: "6200.00",
    month,
    dueDay: 5,
  });
  await call(page, "expenses.create", {
    name: "Mercado",
    categoryKey: "food",
    planned: "900.00",
    month,
  });
  await call(page, "transactions.record", {
    kind: "expense",
    amount: "1234567.89",
    description: "Reforma inteira da casa, com pintura e telhado 🏠",
    categoryKey: "housing",
  });
  await call(page, "debts.create", {
    name: "Geladeira",
    totalAmount: "1200.00",
    installments: 12,
    installmentAmount: "100.00",
    dueDay: 12,
  });
  await call(page, "investments.create", {
    name: "Reserva de emergência",
    type: "emergency_fund",
    currentAmount: "3000.00",
    goalAmount: "20000.00",
  });
}

async function expectSound(page: Page, parts: readonly string[]): Promise<void> {
  for (const part of parts) {
    await page.goto(`/finance${part}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByText("Carregando…").first()).toBeHidden();
    await expectNoSideScroll(page);
    await expectAccessible(page);
  }
}

for (const [half, parts] of Object.entries(HALVES)) {
  test(`${half}: every page is sound while it is empty`, async ({ page }) => {
    test.slow();
    await signUp(page);
    const heard = complaints(page);
    await expectSound(page, parts);
    expect(heard).toEqual([]);
  });

  test(`${half}: every page is sound with records, long names and large sums`, async ({ page }) => {
    test.slow();
    await signUp(page);
    await live(page);
    const heard = complaints(page);
    await expectSound(page, parts);
    expect(heard).toEqual([]);
  });
}

test("the month goes along between the parts and back with the arrows", async ({ page }) => {
  await signUp(page);
  await page.goto("/finance?month=2026-03");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Março de 2026");
  await page.getByRole("link", { name: "Orçamento" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Março de 2026");
  await page.getByRole("button", { name: "Mês anterior" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Fevereiro de 2026");
});

test("a page that cannot load says so and tries again", async ({ page }) => {
  await signUp(page);
  let failing = true;
  await page.route("**/trpc/**", (route) =>
    failing && route.request().url().includes("debts.list") ? route.abort() : route.continue(),
  );
  await page.goto("/finance/debts");
  const retry = page.getByRole("button", { name: "Tentar de novo" });
  await expect(retry).toBeVisible({ timeout: 20_000 });
  failing = false;
  await retry.click();
  await expect(page.getByText("Nenhuma dívida")).toBeVisible();
});

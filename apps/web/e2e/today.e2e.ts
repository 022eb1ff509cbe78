import { expect, test, type Page } from "@playwright/test";

import { complaints, expectAccessible, expectNoSideScroll, signUp, takeBack } from "./journey.ts";

async function call(page: Page, procedure: string, data: unknown): Promise<void> {
  const answer = await page.request.post(`/trpc/${procedure}`, {
    data,
    headers: { origin: new URL(page.url()).origin },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

function localDay(): string {
  return new Date().toLocaleDateString("en-CA", { timeZone: "America/Sao_Paulo" });
}

test("a blank day says what will stand there", async ({ page }) => {
  const heard = complaints(page);
  await signUp(page);
  await expect(page.getByText("Nada a pagar até o fim da semana que vem.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Escolher um hábito" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Dizer onde está" })).toBeVisible();
  await expectAccessible(page);
  await expectNoSideScroll(page);
  expect(heard).toEqual([]);
});

test("the day's bill is paid and a habit ticked without leaving the page", async ({ page }) => {
  test.slow();
  const heard = complaints(page);
  await signUp(page);
  const today = localDay();
  await call(page, "bills.create", {
    name: "Condomínio do prédio da esquina com a praça",
    categoryKey: "housing",
    amount: "1234567.89",
    dueDay: Number(today.slice(8)),
    month: today.slice(0, 7),
    recurring: false,
  });
  await call(page, "habits.create", {
    name: "Caminhar com a Lúcia depois do almoço",
    frequency: "daily",
  });
  await call(page, "tracking.record", { type: "water", value: 700 });
  await page.reload();

  const due = page.locator("[data-payable]");
  await expect(due).toContainText("R$ 1.234.567,89");
  await expectAccessible(page);
  await expectNoSideScroll(page);
  await due.getByRole("button", { name: /^Já paguei/ }).click();
  const form = page.getByRole("dialog");
  await form.getByRole("button", { name: /1\.234\.567,89/ }).click();
  await expect(due).toHaveCount(0);
  await expect(page.getByText("saiu R$ 1.234.567,89")).toBeVisible();

  const habit = page.getByRole("button", { name: /^Caminhar com a Lúcia/ });
  await habit.click();
  await expect(habit).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByText("Tudo feito por hoje")).toBeVisible();
  await takeBack(page, "Caminhar com a Lúcia depois do almoço: feito");
  await expect(habit).toHaveAttribute("aria-pressed", "false");

  await page.getByText("água 700 ml de 2.000 ml").click();
  await page.getByRole("button", { name: "+ copo" }).click();
  await expect(page.getByRole("button", { name: /900 ml/ })).toBeVisible();
  await expectAccessible(page);
  await expectNoSideScroll(page);
  expect(heard).toEqual([]);
});

test("a home page that cannot be refreshed says so, keeps what it has and tries again", async ({
  page,
}) => {
  await signUp(page);
  await expect(page.getByText("Nada a pagar até o fim da semana que vem.")).toBeVisible();
  await page.route("**/trpc/*dashboard.today*", (route) => route.abort());
  await call(page, "habits.create", { name: "Alongar", frequency: "daily" });
  const retry = page.getByRole("alert").getByRole("button", { name: "Tentar de novo" });
  await expect(retry).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("Nada a pagar até o fim da semana que vem.")).toBeVisible();
  await expectAccessible(page);
  await page.unroute("**/trpc/*dashboard.today*");
  await retry.click();
  await expect(page.getByRole("button", { name: "Alongar" })).toBeVisible();
  await expect(retry).toBeHidden();
});

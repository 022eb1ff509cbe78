import { expect, test, type Page } from "@playwright/test";

import { complaints, expectAccessible, expectNoSideScroll, signUp, takeBack } from "./journey.ts";

/** Makes a habit through the form. */
async function makeHabit(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Novo hábito" }).first().click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Nome").fill(name);
  await form.getByRole("button", { name: "Criar hábito" }).click();
  await expect(form).toBeHidden();
}

const ring = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("a habit begins from an idea, is measured, and is taken back with one tap", async ({
  page,
}) => {
  test.slow();
  const heard = complaints(page);
  await signUp(page);
  await page.goto("/tracking/habits");
  await expect(page.getByText("Nenhum hábito ainda")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Leitura" }).click();
  const form = page.getByRole("dialog");
  await expect(form.getByLabel("Nome")).toHaveValue("Leitura");
  await expectAccessible(page);
  await form.getByRole("button", { name: "Criar hábito" }).click();
  await expect(page.getByText("0 de 1 feitos", { exact: true })).toBeVisible();

  await ring(page, "Leitura").click();
  await page.getByLabel("Quanto, em páginas").fill("4");
  await page.getByRole("button", { name: "Registrar", exact: true }).click();
  await expect(page.getByText("4 de 10 páginas")).toBeVisible();
  await ring(page, "Leitura").click();
  await page.getByLabel("Quanto, em páginas").fill("12");
  await page.getByRole("button", { name: "Registrar", exact: true }).click();
  await expect(ring(page, "Leitura")).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByText("Tudo feito neste dia")).toBeVisible();
  await expect(page.getByText("1 dia seguido")).toBeVisible();

  await ring(page, "Leitura").click();
  await expect(ring(page, "Leitura")).toHaveAttribute("aria-pressed", "false");
  await takeBack(page, "Leitura: desmarcado");
  await expect(ring(page, "Leitura")).toHaveAttribute("aria-pressed", "true");
  await expectAccessible(page);
  await expectNoSideScroll(page);
  expect(heard).toEqual([]);
});

test("a skipped day is neutral, and an archived habit comes back with undo", async ({ page }) => {
  await signUp(page);
  await page.goto("/tracking/habits");
  await makeHabit(page, "Caminhar com a Lúcia depois do almoço de domingo");
  await page.getByRole("button", { name: /^Opções de Caminhar/ }).click();
  await page.getByRole("menuitem", { name: "Pular neste dia" }).click();
  await expect(page.getByText("pulado", { exact: true })).toBeVisible();
  await expectNoSideScroll(page);

  await page.getByRole("button", { name: /^Opções de Caminhar/ }).click();
  await page.getByRole("menuitem", { name: "Arquivar" }).click();
  await expect(page.getByText("Nenhum hábito ainda")).toBeVisible();
  await takeBack(page, "arquivado");
  await expect(ring(page, "Caminhar com a Lúcia depois do almoço de domingo")).toBeVisible();
});

test("habits change places with the arrow keys", async ({ page }) => {
  await signUp(page);
  await page.goto("/tracking/habits");
  await makeHabit(page, "Alongar");
  await makeHabit(page, "Beber chá");
  await page.getByRole("button", { name: "Organizar" }).click();
  await page.getByRole("button", { name: "Mover Beber chá" }).focus();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByText("Beber chá: lugar 1 de 2")).toBeAttached();
  await expect(page.getByRole("button", { name: "Mover Beber chá" })).toBeFocused();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Pronto" }).click();
  await page.reload();
  await expect(page.locator("[data-habit]").first()).toContainText("Beber chá");
});

test("a past day is ticked in the history and counts in the streak", async ({ page }) => {
  await signUp(page);
  await page.goto("/tracking/habits");
  await makeHabit(page, "Meditar");
  await ring(page, "Meditar").click();
  await expect(ring(page, "Meditar")).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("link", { name: "Meditar" }).click();
  await expect(page.getByRole("heading", { name: "Meditar" })).toBeVisible();

  const days = page.getByRole("button", { name: /: (feito|em aberto)$/ });
  const yesterday = days.nth(-2);
  const before = await days.count();
  if (before < 2) await page.getByRole("button", { name: "Mês anterior" }).click();
  const target = before < 2 ? days.last() : yesterday;
  await target.click();
  await expect(target).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByText("2 dias seguidos").first()).toBeVisible();
  await expectAccessible(page);
  await expectNoSideScroll(page);
});

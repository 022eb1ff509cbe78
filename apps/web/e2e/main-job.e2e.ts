import { expect, test } from "@playwright/test";

import {
  answer,
  complaints,
  entries,
  expectAccessible,
  expectNoSideScroll,
  goTo,
  pendingCard,
  say,
  settledCard,
  signUp,
} from "./journey.ts";

test("a new person writes a line, confirms the card and finds the entry in the diary", async ({
  page,
}) => {
  test.slow();
  const heard = complaints(page);
  await signUp(page);
  await goTo(page, "Conversa");
  await say(page, "Registra 2L de água hoje");

  const card = pendingCard(page);
  await expect(card).toContainText("Água");
  await expect(card).toContainText("2.000 ml");
  await expect(card).toContainText("hoje");
  await expect(card.getByRole("button", { name: "Ajustar" })).toBeVisible();
  await expectAccessible(page);
  await expectNoSideScroll(page);

  await card.getByRole("button", { name: "Registrar água" }).click();
  await expect(settledCard(page)).toContainText("registrado");
  await expect(answer(page)).toContainText("água");

  await goTo(page, "Diário");
  await expect(entries(page, "water")).toContainText("2.000 ml");
  await expectAccessible(page);
  await expectNoSideScroll(page);
  expect(heard).toEqual([]);
});

test("a value is adjusted on the card before it is recorded", async ({ page }) => {
  await signUp(page);
  await page.goto("/chat");
  await say(page, "bebi 500 ml de água");
  await pendingCard(page).getByRole("button", { name: "Ajustar" }).click();

  const value = page.getByLabel("Valor (ml)");
  await value.fill("muito");
  await page.getByRole("button", { name: "Registrar água" }).click();
  await expect(page.getByText("Escreva um número, como 2,5.")).toBeVisible();
  await expect(value).toBeFocused();

  await value.fill("750");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Registrar água" }).click();
  await expect(settledCard(page)).toContainText("750 ml");
  await page.goto("/tracking");
  await expect(entries(page, "water")).toHaveCount(1);
  await expect(entries(page, "water")).toContainText("750 ml");
});

test("a discarded card writes nothing", async ({ page }) => {
  await signUp(page);
  await page.goto("/chat");
  await say(page, "dormi 7h30");
  await pendingCard(page).getByRole("button", { name: "Descartar" }).click();
  await expect(settledCard(page)).toContainText("descartado");
  await page.goto("/tracking");
  await expect(page.getByText("Nada escrito neste dia")).toBeVisible();
});

test("of several actions the ticked ones are recorded with one tap", async ({ page }) => {
  await signUp(page);
  await page.goto("/chat");
  await say(page, "bebi 500 ml de água, dormi 8h e humor 7");
  const card = pendingCard(page);
  await card.getByRole("checkbox", { name: "Incluir Sono" }).uncheck();
  await card.getByRole("button", { name: "Registrar as 2" }).click();
  await expect(settledCard(page).getByText("registrado")).toHaveCount(2);
  await expect(settledCard(page).getByText("descartado")).toHaveCount(1);
  await page.goto("/tracking");
  await expect(entries(page, "water")).toHaveCount(1);
  await expect(entries(page, "mood")).toHaveCount(1);
  await expect(entries(page, "sleep")).toHaveCount(0);
});

test("what was recorded is taken back from the card", async ({ page }) => {
  await signUp(page);
  await page.goto("/chat");
  await say(page, "bebi 300 ml de água");
  await pendingCard(page).getByRole("button", { name: "Registrar água" }).click();
  await settledCard(page)
    .getByRole("button", { name: /^Desfazer/ })
    .click();
  await expect(settledCard(page)).toContainText("desfeito");
  await page.goto("/tracking");
  await expect(page.getByText("Nada escrito neste dia")).toBeVisible();
  await page.goto("/activity");
  await expect(page.getByText("desfeito", { exact: true }).first()).toBeVisible();
});

test("a reload in the middle of an answer loses nothing", async ({ page }) => {
  await signUp(page);
  await page.goto("/chat");
  await say(page, "bebi 400 ml de água");
  await page.waitForURL(/\/chat\?c=/);
  await page.reload();
  await expect(page.getByText("bebi 400 ml de água").last()).toBeVisible();
  await expect(pendingCard(page)).toHaveCount(1);
  await page.reload();
  await expect(pendingCard(page)).toHaveCount(1);
  await pendingCard(page).getByRole("button", { name: "Registrar água" }).click();
  await page.reload();
  await expect(settledCard(page)).toContainText("registrado");
});

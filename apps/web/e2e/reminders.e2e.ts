import { expect, test } from "@playwright/test";

import { complaints, expectAccessible, expectNoSideScroll, signUp, takeBack } from "./journey.ts";

test("a reminder is made, put off, ticked and taken back", async ({ page }) => {
  test.slow();
  const heard = complaints(page);
  await signUp(page);
  await page.goto("/reminders");
  await expect(page.getByText("Nenhum lembrete")).toBeVisible();
  await page.getByRole("button", { name: "Novo lembrete" }).first().click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Do que lembrar").fill("Ligar para a mãe");
  await form.getByLabel("Hora").fill("19:30");
  await form.getByText("Toda semana").click();
  await expectAccessible(page);
  await form.getByRole("button", { name: "Criar lembrete" }).click();
  const row = page.locator('[data-reminder="pending"]');
  await expect(row).toContainText("amanhã às 19h30");

  await page.getByRole("button", { name: "Opções de Ligar para a mãe" }).click();
  await page.getByRole("menuitem", { name: "Adiar uma semana" }).click();
  await expect(row).toContainText("às 8h");
  await page.getByRole("button", { name: "Feito: Ligar para a mãe" }).click();
  await expect(page.getByText("Feito: Ligar para a mãe", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Opções de Ligar para a mãe" }).click();
  await page.getByRole("menuitem", { name: "Apagar" }).click();
  await expect(row).toHaveCount(0);
  await takeBack(page, "lembrete apagado");
  await expect(row).toHaveCount(1);
  await expectAccessible(page);
  await expectNoSideScroll(page);

  await page.goto("/notifications");
  await expect(page.getByText("Nenhum aviso")).toBeVisible();
  await expectAccessible(page);
  expect(heard).toEqual([]);
});

test("a person takes everything along and then leaves for good", async ({ page }) => {
  const { email } = await signUp(page);
  await page.goto("/settings");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Baixar tudo" }).click();
  expect((await download).suggestedFilename()).toMatch(/^vida-\d{4}-\d{2}-\d{2}\.json$/);

  await page.getByRole("button", { name: "Apagar a conta" }).click();
  const sheet = page.getByRole("dialog");
  const end = sheet.getByRole("button", { name: "Apagar tudo, para sempre" });
  await expect(end).toBeDisabled();
  await sheet.getByLabel(/para confirmar$/).fill(email);
  await expectAccessible(page);
  await end.click();
  await page.waitForURL("**/login**");
  await page.goto("/settings");
  await page.waitForURL("**/login**");
});

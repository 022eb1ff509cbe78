import { expect, test } from "@playwright/test";

import {
  complaints,
  composer,
  expectAccessible,
  expectNoSideScroll,
  PASSWORD,
  signUp,
} from "./journey.ts";

test("a new person goes through the four steps and lands in the conversation", async ({ page }) => {
  test.slow();
  const heard = complaints(page);
  await page.goto("/sign-up");
  await page.getByLabel("Nome").fill("Ana Conceição");
  await page.getByLabel("E-mail").fill(`pessoa-${crypto.randomUUID()}@exemplo.com`);
  await page.getByLabel("Senha", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Criar conta" }).click();

  await expect(page.getByRole("heading", { name: "Como chamamos você?" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Continuar" }).click();

  await page.getByRole("checkbox", { name: "Água, sono, humor e treino" }).check();
  await page.getByRole("checkbox", { name: "Contas e gastos" }).check();
  await page.getByLabel("Água por dia (ml)").fill("2.500");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Continuar" }).click();

  await page.getByRole("button", { name: "Nubank" }).click();
  await page.getByLabel("Saldo de hoje").fill("1.234,56");
  await page.getByRole("button", { name: "Cartão de crédito" }).click();
  await page.getByRole("button", { name: "Continuar" }).click();
  await expect(page.getByText("De 1 a 31.").first()).toBeVisible();
  await page.getByLabel("Fecha no dia").fill("3");
  await page.getByLabel("Vence no dia").fill("10");
  await expect(page.getByText("“no pix”, é")).toBeVisible();
  await expectAccessible(page);
  await expectNoSideScroll(page);
  await page.getByRole("button", { name: "Continuar" }).click();

  const line = page.getByLabel("Sua primeira linha");
  await line.fill("Almoço 32,50 no débito");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Abrir a conversa" }).click();
  await page.waitForURL("**/chat**");
  await expect(composer(page)).toHaveValue("Almoço 32,50 no débito");

  const accounts = await page.request.get(
    `/trpc/accounts.list?input=${encodeURIComponent(JSON.stringify({}))}`,
  );
  expect(await accounts.text()).toContain('"balance":"1234.56"');
  await page.goto("/start?step=money");
  await expect(page.getByText("Já anotadas: Nubank, Cartão Nubank.")).toBeVisible();
  expect(heard).toEqual([]);
});

test("every step may be passed over and the rest left for later", async ({ page }) => {
  await signUp(page);
  await page.goto("/start");
  for (let step = 1; step < 4; step += 1) {
    await expect(page.getByText(`Passo ${step} de 4`)).toBeVisible();
    await page.getByRole("button", { name: "Pular este passo" }).click();
  }
  await expect(page.getByText("Passo 4 de 4")).toBeVisible();
  await page.getByRole("button", { name: "Deixar para depois" }).click();
  await page.waitForURL("**/dashboard");
});

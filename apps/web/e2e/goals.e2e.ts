import { expect, test } from "@playwright/test";

import { complaints, expectAccessible, expectNoSideScroll, signUp, takeBack } from "./journey.ts";

test("a goal is made, moved on and divided by milestones", async ({ page }) => {
  test.slow();
  const heard = complaints(page);
  await signUp(page);
  await page.goto("/goals");
  await expect(page.getByText("Nenhuma meta ainda")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Nova meta" }).first().click();
  const form = page.getByRole("dialog");
  await form.getByRole("button", { name: "Criar meta" }).click();
  await expect(form.getByText("Falta preencher.").first()).toBeVisible();
  await expect(form.getByLabel("A meta, em poucas palavras")).toBeFocused();
  await form.getByLabel("A meta, em poucas palavras").fill("Ler 12 livros");
  await form.getByLabel("Aonde chegar").fill("12");
  await form.getByLabel("Unidade").fill("livros");
  await form.getByText("Aprendizado").click();
  await expectAccessible(page);
  await form.getByRole("button", { name: "Criar meta" }).click();

  await page.getByRole("link", { name: /Ler 12 livros/ }).click();
  await expect(page.getByRole("heading", { name: "Ler 12 livros" })).toBeVisible();
  await page.getByLabel("Agora, em livros").fill("6");
  await page.getByRole("button", { name: "Registrar progresso" }).click();
  await expect(page.getByText("6 de 12 livros")).toBeVisible();
  await expect(page.getByText("50%").first()).toBeVisible();
  await expect(page.getByText("À frente do plano")).toBeVisible();

  await page.getByLabel("Novo marco").fill("Primeira metade");
  await page.getByLabel("Em que valor (livros)").fill("6");
  await page.getByRole("button", { name: "Acrescentar" }).click();
  const milestone = page.getByRole("checkbox", { name: "Primeira metade" });
  await milestone.check();
  await expect(milestone).toBeChecked();
  await expectAccessible(page);
  await expectNoSideScroll(page);

  await page.getByRole("button", { name: "Opções de Ler 12 livros" }).click();
  await page.getByRole("menuitem", { name: "Apagar meta" }).click();
  await expect(page.getByText("Nenhuma meta ainda")).toBeVisible();
  await takeBack(page, "Ler 12 livros: meta apagada");
  await expect(page.getByRole("link", { name: /Ler 12 livros/ })).toBeVisible();
  expect(heard).toEqual([]);
});

test("a goal that should fall counts from where it began", async ({ page }) => {
  await signUp(page);
  await page.goto("/goals?new=1");
  const form = page.getByRole("dialog");
  await form.getByLabel("A meta, em poucas palavras").fill("Perder 4 kg");
  await form.getByText("diminuir").click();
  await form.getByLabel("De onde parte").fill("82,5");
  await form.getByLabel("Aonde chegar").fill("90");
  await form.getByLabel("Unidade").fill("kg");
  await form.getByRole("button", { name: "Criar meta" }).click();
  await expect(form.getByText(/além do ponto de partida/)).toBeVisible();
  await form.getByLabel("Aonde chegar").fill("78,5");
  await form.getByRole("button", { name: "Criar meta" }).click();
  await expect(page.getByText("82,5 kg, rumo a 78,5")).toBeVisible();
});

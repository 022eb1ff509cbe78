import { expect, test } from "@playwright/test";

import { complaints, expectAccessible, expectNoSideScroll, signUp } from "./journey.ts";

test("what is told is found again, corrected, and forgotten for good", async ({ page }) => {
  test.slow();
  const heard = complaints(page);
  await signUp(page);
  await page.goto("/memory");
  await expect(page.getByText("Nada guardado ainda")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Acrescentar" }).first().click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("O que guardar").fill("Sou alérgica a camarão");
  await sheet.getByText("Saúde").click();
  await expectAccessible(page);
  await sheet.getByRole("button", { name: "Guardar na memória" }).click();
  const item = page.getByRole("button", { name: /Sou alérgica a camarão/ });
  await expect(item).toContainText("você escreveu");

  await page.getByLabel("Procurar na memória").fill("alergia camarao");
  await expect(item).toBeVisible();
  await page.getByText("Trabalho", { exact: true }).click();
  await expect(page.getByText("Nada com essas palavras.")).toBeVisible();
  await page.getByRole("button", { name: "Limpar a busca" }).click();

  await item.click();
  await expect(sheet.getByText("Você escreveu isso aqui hoje.")).toBeVisible();
  await expectAccessible(page);
  await sheet.getByRole("button", { name: "Corrigir" }).click();
  await sheet.getByLabel("O que guardar").fill("Sou alérgica a frutos do mar");
  await sheet.getByRole("button", { name: "Guardar correção" }).click();
  const corrected = page.getByRole("button", { name: /frutos do mar/ });
  await corrected.click();
  await sheet.getByRole("button", { name: "Esquecer" }).click();
  await expect(sheet.getByRole("button", { name: "Manter" })).toBeFocused();
  await sheet.getByRole("button", { name: "Esquecer de vez" }).click();
  await expect(page.getByText("Nada guardado ainda")).toBeVisible();
  await expectNoSideScroll(page);
  expect(heard).toEqual([]);
});

test("the profile is written in place, and two hands on it do not lose a word", async ({
  page,
}) => {
  await signUp(page);
  await page.goto("/memory");
  await page.getByRole("button", { name: "+ Sobre você" }).click();
  await page.getByLabel("Sobre você").fill("Moro em Recife.");
  await page.getByRole("button", { name: "Guardar", exact: true }).click();
  await expect(page.getByText("Moro em Recife.")).toBeVisible();

  await page.getByRole("button", { name: "Mudar sobre você" }).click();
  await page.getByLabel("Sobre você").fill("Moro em Olinda.");
  await page.request.post("/trpc/memory.updateProfile", {
    data: { bio: "Moro no Recife Antigo." },
    headers: { origin: new URL(page.url()).origin },
  });
  await page.getByRole("button", { name: "Guardar", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Recife Antigo" })).toBeVisible();
  await expect(page.getByLabel("Sobre você")).toHaveValue("Moro em Olinda.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Guardar o meu" }).click();
  await expect(page.getByText("Moro em Olinda.")).toBeVisible();
});

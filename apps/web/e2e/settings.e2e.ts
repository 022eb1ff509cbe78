import { expect, test } from "@playwright/test";

import { complaints, expectAccessible, expectNoSideScroll, signUp } from "./journey.ts";

test("currency and what weighs in life are chosen and stay", async ({ page }) => {
  const heard = complaints(page);
  await signUp(page);
  await page.goto("/settings");
  await page.getByLabel("Moeda").selectOption("USD");
  await page.getByRole("button", { name: "Guardar perfil" }).click();
  await expect(page.getByText("Guardado.").first()).toBeVisible();
  const health = page.getByRole("combobox", { name: "Saúde" });
  await expect(health).toHaveValue("even");
  const stored = page.waitForResponse(/account\.updateProfile/);
  await health.selectOption("much");
  await stored;
  await page.reload();
  await expect(page.getByLabel("Moeda")).toHaveValue("USD");
  await expect(health).toHaveValue("much");
  await expectAccessible(page);
  await expectNoSideScroll(page);
  expect(heard).toEqual([]);
});

import { expect, test, type Page } from "@playwright/test";

import {
  answer,
  composer,
  entries,
  expectAccessible,
  expectNoSideScroll,
  openLine,
  pendingCard,
  settledCard,
  signUp,
} from "./journey.ts";

const preview = (page: Page) => page.getByRole("region", { name: "O que seria registrado" });
const shown = (page: Page) => page.locator('[data-preview="records"]');

// Several turns each, with checks of accessibility in between.
test.slow();

test("the card is seen while typing, and Enter is the verdict on it", async ({ page }) => {
  await signUp(page);
  await page.goto("/chat");
  await composer(page).pressSequentially("bebi 500 ml de água");
  await expect(shown(page)).toContainText("500 ml");
  await expectAccessible(page);
  await expectNoSideScroll(page);
  await composer(page).press("Enter");
  await expect(settledCard(page)).toContainText("registrado");
  await expect(preview(page)).toBeHidden();
  await expect(composer(page)).toHaveValue("");
  // It stands in this conversation, like everything that is said here.
  await composer(page).pressSequentially("dormi 7h30");
  await expect(shown(page)).toContainText("7h30");
  await expect(preview(page)).not.toContainText("500 ml");
  await page.getByRole("button", { name: "Registrar", exact: true }).click();
  await expect(settledCard(page)).toHaveCount(2);
  await expect(pendingCard(page)).toHaveCount(0);
  await page.goto("/tracking");
  await expect(entries(page, "water")).toContainText("500 ml");
  await expect(entries(page, "sleep")).toHaveCount(1);
});

test("Tab has it asked with its form open, and Esc just sends it", async ({ page }) => {
  await signUp(page);
  await page.goto("/chat");
  await composer(page).pressSequentially("bebi 500 ml de água");
  await expect(shown(page)).toBeVisible();
  await composer(page).press("Tab");
  const value = page.getByLabel("Valor (ml)");
  await expect(value).toBeFocused();
  await value.fill("600");
  await page.getByRole("button", { name: "Registrar água" }).click();
  await expect(settledCard(page)).toContainText("600 ml");

  await composer(page).pressSequentially("humor 8");
  await expect(shown(page)).toBeVisible();
  await composer(page).press("Escape");
  await expect(preview(page)).toBeHidden();
  await expect(composer(page)).toHaveValue("humor 8");
  await composer(page).press("Enter");
  await expect(pendingCard(page)).toContainText("Humor");
});

test("a question and a yes have no preview: they are just sent", async ({ page }) => {
  await signUp(page);
  await page.goto("/chat");
  await composer(page).pressSequentially("quanta água bebi hoje?");
  await composer(page).press("Enter");
  await expect(answer(page)).toContainText("água");
  await composer(page).pressSequentially("bebi 3 copos de água");
  // The size of a glass is a guess that the card tells: Enter asks first.
  await expect(page.locator('[data-preview="asks"]')).toBeVisible();
  await composer(page).press("Enter");
  await expect(pendingCard(page)).toContainText("600 ml");
  await composer(page).pressSequentially("sim");
  await expect(preview(page)).toBeHidden();
  await composer(page).press("Enter");
  await expect(settledCard(page)).toContainText("registrado");
});

test("what the one line recorded is taken back from its toast", async ({ page, isMobile }) => {
  await signUp(page);
  await openLine(page, isMobile);
  await page.getByRole("combobox").pressSequentially("bebi 500 ml de água");
  await expect(page.getByRole("dialog").getByText("500 ml", { exact: true })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Registrado: Água/)).toBeVisible();
  await page.getByRole("button", { name: "Desfazer", exact: true }).click();
  await expect(page.getByText("Desfeito.")).toBeVisible();
  await page.goto("/tracking");
  await expect(page.getByText("Nada escrito neste dia")).toBeVisible();
});

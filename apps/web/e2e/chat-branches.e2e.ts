import { expect, test, type Page } from "@playwright/test";

import {
  answer,
  complaints,
  composer,
  expectAccessible,
  expectNoSideScroll,
  pendingCard,
  say,
  settledCard,
  signUp,
} from "./journey.ts";

const own = (page: Page) => page.getByRole("article", { name: "Você escreveu" });

// Several turns each, with checks of accessibility in between.
test.slow();

test("an answer is given again, and both versions stay", async ({ page }) => {
  const heard = complaints(page);
  await signUp(page);
  await page.goto("/chat");
  await say(page, "quanta água bebi hoje?");
  await answer(page).hover();
  await answer(page).getByRole("button", { name: "Responder de novo" }).click();
  await expect(answer(page).getByRole("group", { name: "Versão 2 de 2" })).toBeVisible();
  await answer(page).getByRole("button", { name: "Versão anterior" }).click();
  await expect(answer(page).getByRole("group", { name: "Versão 1 de 2" })).toBeVisible();
  await page.reload();
  await expect(answer(page).getByRole("group", { name: "Versão 1 de 2" })).toBeVisible();
  await expect(own(page)).toHaveCount(1);
  await expectAccessible(page);
  await expectNoSideScroll(page);
  expect(heard).toEqual([]);
});

test("one's own message is said otherwise, and its versions switch with all below them", async ({
  page,
}) => {
  await signUp(page);
  await page.goto("/chat");
  await say(page, "bebi 300 ml de água");
  await expect(pendingCard(page)).toContainText("300 ml");
  await own(page).hover();
  await own(page).getByRole("button", { name: "Editar mensagem" }).click();
  const field = page.getByLabel("Sua mensagem", { exact: true });
  await expect(field).toBeFocused();
  await field.fill("bebi 450 ml de água");
  await expectAccessible(page);
  await field.press("Enter");
  await expect(pendingCard(page)).toContainText("450 ml");
  await expect(own(page)).toHaveText(/bebi 450 ml de água/);

  await own(page).getByRole("button", { name: "Versão anterior" }).click();
  await expect(own(page)).toContainText("bebi 300 ml de água");
  // The card of the branch that was left is answered by the new words.
  await expect(settledCard(page)).toContainText("substituído");
  await own(page).getByRole("button", { name: "Próxima versão" }).click();
  await expect(pendingCard(page)).toContainText("450 ml");
  await expect(composer(page)).toBeVisible();
});

test("what was recorded in a branch that is left stays, and is offered back", async ({ page }) => {
  await signUp(page);
  await page.goto("/chat");
  await say(page, "bebi 300 ml de água");
  await pendingCard(page).getByRole("button", { name: "Registrar água" }).click();
  await expect(settledCard(page)).toContainText("registrado");
  await expect(answer(page)).toContainText("água");
  await own(page).hover();
  await own(page).getByRole("button", { name: "Editar mensagem" }).click();
  await page.getByLabel("Sua mensagem", { exact: true }).fill("bebi 350 ml de água");
  await page.getByRole("button", { name: "Enviar assim" }).click();
  await expect(page.getByText("1 registro da versão anterior continua valendo.")).toBeVisible();
  await page.getByRole("button", { name: "Desfazer", exact: true }).click();
  await expect(page.getByText("Desfeito.")).toBeVisible();
  await page.goto("/tracking");
  await expect(page.getByText("Nada escrito neste dia")).toBeVisible();
});

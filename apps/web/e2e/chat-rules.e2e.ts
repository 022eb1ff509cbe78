import { expect, test } from "@playwright/test";

import { entries, expectAccessible, pendingCard, say, settledCard, signUp } from "./journey.ts";

test("after three confirmations a rule is offered; it records, is undone, suspended and ended", async ({
  page,
}) => {
  test.slow();
  await signUp(page);
  await page.goto("/chat");
  for (const value of ["100", "200", "300"]) {
    await say(page, `bebi ${value} ml de água`);
    await pendingCard(page).getByRole("button", { name: "Registrar água" }).click();
    await expect(settledCard(page).last()).toContainText("registrado");
    await expect(pendingCard(page)).toHaveCount(0);
  }
  await expect(page.getByText("quer que eu registre direto")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Registrar direto" }).click();
  await expect(page.getByText("quer que eu registre direto")).toBeHidden();

  await say(page, "bebi 400 ml de água");
  const byRule = settledCard(page).last();
  await expect(byRule).toContainText("registrado pela sua regra");
  // Another kind is asked for as ever.
  await say(page, "dormi 7h30");
  await expect(pendingCard(page)).toContainText("Sono");

  await byRule
    .getByRole("button", { name: /^Desfazer/ })
    .first()
    .click();
  await page.goto("/settings");
  const rule = page.locator("[data-rule]");
  await expect(rule).toHaveAttribute("data-rule", "suspended");
  await expectAccessible(page);
  await rule.getByRole("button", { name: "Ligar de novo" }).click();
  await expect(rule).toHaveAttribute("data-rule", "active");
  await rule.getByRole("button", { name: "Voltar a perguntar" }).click();
  await expect(rule).toHaveCount(0);
  await page.goto("/tracking");
  await expect(entries(page, "water")).toHaveCount(3);
});

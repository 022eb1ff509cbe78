import { expect, test } from "@playwright/test";

import { complaints, expectAccessible, expectNoSideScroll } from "./journey.ts";

test("who only looks around finds two years of a life", async ({ page }) => {
  test.slow();
  const heard = complaints(page);
  const button = page.getByRole("button", { name: "Ver com dados de exemplo" });
  // A fresh installation offers the demo person as soon as her life is written.
  await expect(async () => {
    await page.goto("/login");
    await expect(page.getByRole("button", { name: "Entrar", exact: true })).toBeEnabled();
    await expect(button).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 240_000 });
  await button.click();
  await page.waitForURL("**/dashboard");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page);
  await expectNoSideScroll(page);
  await page.goto("/finance");
  await expect(page.getByText("R$").first()).toBeVisible();
  await expectNoSideScroll(page);
  expect(heard).toEqual([]);
});

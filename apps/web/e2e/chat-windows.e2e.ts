import { expect, test, type Page } from "@playwright/test";

import { answer, pendingCard, say, settledCard, signUp } from "./journey.ts";

/** The streams that a page has open. */
function streams(page: Page): Set<unknown> {
  const open = new Set<unknown>();
  const isStream = (url: string): boolean => url.includes("live.events");
  page.on("request", (request) => {
    if (isStream(request.url())) open.add(request);
  });
  page.on("requestfinished", (request) => open.delete(request));
  page.on("requestfailed", (request) => open.delete(request));
  return open;
}

// Several turns each, with checks of accessibility in between.
test.slow();

test("two windows hold one stream, and the one that is left takes it over", async ({ page }) => {
  const first = streams(page);
  await signUp(page);
  await page.goto("/chat");
  await say(page, "quanta água bebi hoje?");
  await expect(answer(page)).toBeVisible();
  const other = await page.context().newPage();
  const second = streams(other);
  await other.goto(page.url());
  await expect(answer(other)).toBeVisible();
  // Both windows are visible to themselves, as two windows side by side are.
  await say(page, "bebi 300 ml de água");
  await expect(pendingCard(other)).toContainText("300 ml");
  expect(first.size + second.size).toBe(1);
  await pendingCard(other).getByRole("button", { name: "Registrar água" }).click();
  await expect(settledCard(page)).toContainText("registrado");
  expect(first.size + second.size).toBe(1);

  await page.close();
  await say(other, "dormi 7h30");
  await expect(pendingCard(other)).toContainText("7h30");
  expect(second.size).toBe(1);
});

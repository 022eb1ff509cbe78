import { expect, test, type Page } from "@playwright/test";

import { expectAccessible, expectNoSideScroll, signUp } from "./journey.ts";

/** The journeys' installation has no key; the page is told that it has one. */
async function withGemini(page: Page): Promise<void> {
  await page.route(/account\.instance/, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('"brain":"local"', '"brain":"google"');
    await route.fulfill({ response, body });
  });
}

// Several turns each, with checks of accessibility in between.
test.slow();

test("nothing goes to Google before the person agrees, and they may take it back", async ({
  page,
}) => {
  await signUp(page);
  await withGemini(page);
  await page.goto("/chat");
  const question = page.getByRole("region", { name: "Posso usar o Gemini?" });
  await expect(question).toBeVisible();
  await expect(page.getByRole("button", { name: "Quem responde: Neste computador" })).toBeVisible();
  await expectAccessible(page);
  await expectNoSideScroll(page);
  await question.getByRole("button", { name: "Pode usar" }).click();
  await expect(question).toBeHidden();
  await expect(page.getByRole("button", { name: "Quem responde: Gemini" })).toBeVisible();

  await page.goto("/settings");
  await expect(page.getByRole("radio", { name: "Gemini, da Google" })).toBeChecked();
  await expect(page.getByText("Custo de hoje")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("radio", { name: "Só neste computador" }).check();
  await page.goto("/chat");
  await expect(page.getByRole("button", { name: "Quem responde: Neste computador" })).toBeVisible();
  await expect(question).toBeHidden();
});

test("an installation without a key asks nothing", async ({ page }) => {
  await signUp(page);
  await page.goto("/chat");
  await expect(page.getByRole("button", { name: "Quem responde: Neste computador" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Posso usar o Gemini?" })).toHaveCount(0);
});

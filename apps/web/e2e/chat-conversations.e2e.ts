import { readFile } from "node:fs/promises";

import { expect, test, type Page } from "@playwright/test";

import { onDatabase } from "./database.ts";
import {
  answer,
  entries,
  expectAccessible,
  expectNoSideScroll,
  pendingCard,
  say,
  settledCard,
  signUp,
} from "./journey.ts";

async function openList(page: Page, isMobile: boolean): Promise<void> {
  if (isMobile) await page.getByRole("button", { name: "Ver conversas" }).click();
}

// Several turns each, with checks of accessibility in between.
test.slow();

test("a conversation is taken along as text and as JSON", async ({ page }) => {
  await signUp(page);
  await page.goto("/chat");
  await say(page, "quanta água bebi hoje?");
  await expect(answer(page)).toContainText("água");
  for (const [item, part] of [
    ["Baixar como texto", "**Vida**"],
    ["Baixar como JSON", '"role": "assistant"'],
  ] as const) {
    await page
      .locator("header")
      .getByRole("button", { name: /^Opções de/ })
      .click();
    const saved = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: item }).click();
    const text = await readFile(await (await saved).path(), "utf8");
    expect(text).toContain("quanta água bebi hoje?");
    expect(text).toContain(part);
  }
});

test("conversations are found by what was said in them", async ({ page, isMobile }) => {
  await signUp(page);
  await page.goto("/chat");
  await say(page, "quanta água bebi hoje?");
  await expect(answer(page)).toBeVisible();
  await page.goto("/chat");
  await say(page, "oi, tudo bem?");
  await expect(answer(page)).toBeVisible();
  await openList(page, isMobile);
  const list = isMobile ? page.getByRole("dialog") : page.getByRole("complementary");
  await expect(list.getByRole("link", { name: /quanta água/ })).toBeVisible();
  await list.getByRole("searchbox").fill("AGUA BEBI");
  await expect(list.getByRole("link", { name: /tudo bem/ })).toBeHidden();
  await list.getByRole("link", { name: /quanta água/ }).click();
  await expect(page.getByText("quanta água bebi hoje?").last()).toBeVisible();
  await expectNoSideScroll(page);
});

test("a temporary conversation says so, before and after its first message", async ({ page }) => {
  await signUp(page);
  await page.goto("/chat");
  await page.getByLabel("Conversa temporária").check();
  await expectAccessible(page);
  const made = page.waitForRequest("**/trpc/chat.create*");
  await say(page, "moro em Recife");
  expect((await made).postDataJSON()).toMatchObject({ temporary: true });
  await expect(page.getByText("temporária", { exact: true })).toBeVisible();
  await page.goto("/chat");
  await expect(page.getByLabel("Conversa temporária")).not.toBeChecked();
});

test("a card that went by unanswered is kept, and opened again with its day", async ({
  page,
  isMobile,
}) => {
  const { email } = await signUp(page);
  await page.goto("/chat");
  await say(page, "bebi 300 ml de água");
  await expect(pendingCard(page)).toHaveCount(1);
  // A day goes by.
  await onDatabase(
    `update confirmations set status = 'expired', expires_at = now() - interval '1 hour', closed_at = now()
      where user_id = (select id from users where email = $1)`,
    [email],
  );
  await page.goto("/chat");
  await openList(page, isMobile);
  await page.getByRole("button", { name: /Não confirmados/ }).click();
  const sheet = page.getByRole("dialog", { name: "Não confirmados" });
  await expect(sheet).toContainText("300 ml");
  await expectAccessible(page);
  await sheet.getByRole("button", { name: "Conferir agora" }).click();
  await pendingCard(page).getByRole("button", { name: "Registrar água" }).click();
  await expect(settledCard(page).last()).toContainText("registrado");
  await page.goto("/tracking");
  await expect(entries(page, "water")).toContainText("300 ml");
});

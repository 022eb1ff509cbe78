import { expect, test } from "@playwright/test";

import {
  PASSWORD,
  answer,
  composer,
  expectAccessible,
  openLine,
  pendingCard,
  say,
  signUp,
} from "./journey.ts";

const STREAM = "**/trpc/live.events*";

test("a running answer is stopped", async ({ page }) => {
  await signUp(page);
  // Neither the stream nor the stored messages answer, so the page goes on waiting.
  await page.route(/\/trpc\/[^?]*(live\.events|chat\.messages)/, () => {});
  await page.goto("/chat");
  await say(page, "bebi 300 ml de água");
  const stopped = page.waitForRequest("**/trpc/chat.stop*");
  await page.getByRole("button", { name: "Parar a resposta" }).click();
  await stopped;
  await expect(page.getByText("parando")).toBeVisible();
});

test("a lost connection is told, and what happened meanwhile is shown afterwards", async ({
  page,
}) => {
  await signUp(page);
  await page.goto("/chat");
  await say(page, "bebi 300 ml de água");
  await expect(pendingCard(page)).toHaveCount(1);
  await page.route(STREAM, (route) => route.abort());
  // A hidden tab lets go of its stream; shown again it asks for a new one, which does not come.
  await page.evaluate(() => {
    for (const state of ["hidden", "visible"]) {
      Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }
  });
  await expect(page.getByText(/Reconectando; nada do que/)).toBeVisible();
  await pendingCard(page).getByRole("button", { name: "Registrar água" }).click();
  await page.unroute(STREAM);
  await expect(answer(page)).toContainText("água", { timeout: 30_000 });
  await expect(page.getByText(/Reconectando; nada do que/)).toBeHidden();
});

test("suggestions fill the line and send nothing", async ({ page }) => {
  await signUp(page);
  await page.goto("/chat");
  await page.getByRole("button", { name: "Bebi 500 ml de água" }).click();
  await expect(composer(page)).toHaveValue("Bebi 500 ml de água");
  await expect(composer(page)).toBeFocused();
  await expect(page).toHaveURL(/\/chat$/);
});

test("a draft survives a reload and the end of the session", async ({ page }) => {
  const { email } = await signUp(page);
  await page.goto("/chat");
  await composer(page).fill("uma coisa que eu ainda não terminei");
  await page.reload();
  await expect(composer(page)).toHaveValue("uma coisa que eu ainda não terminei");

  await page.context().clearCookies();
  await composer(page).press("Enter");
  await expect(page.getByRole("heading", { name: "Sua sessão terminou" })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Senha", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Entrar" }).click();
  await page.waitForURL(/\/chat/);
  await expect(composer(page)).toHaveValue("uma coisa que eu ainda não terminei");
});

test("conversations are renamed and removed", async ({ page, isMobile }) => {
  await signUp(page);
  await page.goto("/chat");
  await say(page, "bebi 300 ml de água");
  await expect(pendingCard(page)).toHaveCount(1);
  if (isMobile) await page.getByRole("button", { name: "Ver conversas" }).click();

  // The one of the list; the open conversation has the same above its messages.
  const options = page.getByRole("listitem").getByRole("button", { name: /^Opções de/ });
  await options.click();
  await page.getByRole("menuitem", { name: "Renomear" }).click();
  await page.getByLabel("Nome da conversa").fill("Água de domingo");
  await page.getByRole("button", { name: "Guardar o nome" }).click();
  await expect(page.getByRole("link", { name: "Água de domingo" })).toBeVisible();

  await options.click();
  await page.getByRole("menuitem", { name: "Apagar" }).click();
  await page.getByRole("button", { name: "Apagar conversa" }).click();
  await expect(page.getByRole("link", { name: "Água de domingo" })).toBeHidden();
  await expect(page).toHaveURL(/\/chat$/);
});

test("one line records from anywhere, and Enter is the verdict", async ({ page, isMobile }) => {
  await signUp(page);
  await openLine(page, isMobile);
  await page.keyboard.type("bebi 500 ml de água e dormi 7h30");
  const line = page.getByRole("dialog");
  await expect(line.getByText("7h30", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(line).toBeHidden();
  await expect(page.getByText("água 500 ml de 2.000 ml · sono 7h30 de 8h")).toBeVisible();
});

import AxeBuilder from "@axe-core/playwright";
import { expect, type Locator, type Page } from "@playwright/test";

export const PASSWORD = "café com pão na padaria";

/** Signs a new person up through the page, leaves the start for later and waits for their home page. */
export async function signUp(page: Page): Promise<{ email: string }> {
  const email = `pessoa-${crypto.randomUUID()}@exemplo.com`;
  await page.goto("/sign-up");
  await page.getByLabel("Nome").fill("Ana Conceição");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Senha", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Criar conta" }).click();
  await page.getByRole("button", { name: "Deixar para depois" }).click();
  await page.waitForURL("**/dashboard");
  return { email };
}

/** Opens a page by its link, which on a phone may stand under "Mais". */
export async function goTo(page: Page, name: string): Promise<void> {
  const link = page.getByRole("link", { name, exact: true });
  if (!(await link.isVisible())) await page.getByRole("button", { name: "Mais" }).click();
  await link.click();
}

/** Opens the one line for everything, by key or on a phone by its button. */
export async function openLine(page: Page, isMobile: boolean): Promise<void> {
  const field = page.getByRole("combobox");
  // A key that is pressed before the page listens is nobody's.
  await expect(async () => {
    if (await field.isVisible()) return;
    if (isMobile) await page.getByRole("button", { name: "Anotar" }).click();
    else await page.keyboard.press("Control+k");
    await expect(field).toBeFocused({ timeout: 3_000 });
  }).toPass();
}

export function composer(page: Page): Locator {
  return page.getByRole("textbox", { name: "Mensagem para a Vida" });
}

/** Writes a message in the open conversation and just sends it: Esc leaves the preview, Enter sends. */
export async function say(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await composer(page).press("Escape");
  await composer(page).press("Enter");
  await expect(composer(page)).toHaveValue("");
}

/** What the assistant said last. */
export function answer(page: Page): Locator {
  return page.getByRole("article", { name: "Vida respondeu" }).last();
}

/** The card that waits for a verdict. */
export function pendingCard(page: Page): Locator {
  return page.getByRole("region", { name: "Para você conferir" });
}

export function settledCard(page: Page): Locator {
  return page.getByRole("region", { name: "Conferido" });
}

/** The rows of the Diário that hold a value of one kind. */
export function entries(page: Page, type: string): Locator {
  return page.locator(`[data-entry="${type}"]`);
}

/** Takes back what a notice at the page's edge says was done. */
export async function takeBack(page: Page, what: string): Promise<void> {
  await page
    .getByRole("listitem")
    .filter({ hasText: what })
    .getByRole("button", { name: "Desfazer" })
    .click();
}

/** No serious finding of axe on the page as it stands, light and dark. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expect(page.locator("html")).toHaveClass(colorScheme === "dark" ? /dark/ : /light/);
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
      .analyze();
    const serious = violations.filter(
      ({ impact }) => impact === "serious" || impact === "critical",
    );
    expect(
      serious.map(
        ({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map((node) => node.html).join(" | ")}`,
      ),
    ).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "light", reducedMotion: null });
}

/** Nothing stands out of the page to the right. */
export async function expectNoSideScroll(page: Page): Promise<void> {
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect(beyond).toBeLessThanOrEqual(0);
}

/** Collects what the browser complains about; the list is empty on a sound page. */
export function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") heard.push(message.text());
  });
  page.on("pageerror", (error) => heard.push(error.message));
  return heard;
}

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

test("an answer is rated and copied, and who gave it is known after a reload", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signUp(page);
  await page.goto("/chat");
  await say(page, "quanta água bebi hoje?");
  await expect(answer(page).getByText("Diário", { exact: true })).toBeVisible();
  await answer(page).hover();
  const useful = answer(page).getByRole("button", { name: "Boa resposta" });
  await useful.click();
  await expect(useful).toHaveAttribute("aria-pressed", "true");
  await answer(page).getByRole("button", { name: "Copiar resposta" }).click();
  await expect(page.getByText("Resposta copiada.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/água/);
  await page.reload();
  await expect(useful).toHaveAttribute("aria-pressed", "true");
  await expect(answer(page).getByText("Diário", { exact: true })).toBeVisible();
});

test("the line of a look-up opens onto the records behind it", async ({ page }) => {
  await signUp(page);
  await page.goto("/chat");
  await say(page, "bebi 300 ml de água");
  await pendingCard(page).getByRole("button", { name: "Registrar água" }).click();
  await expect(settledCard(page)).toContainText("registrado");
  await say(page, "mostra meus registros de água de hoje");
  const line = answer(page).locator("summary");
  await expect(line).toContainText("consultei");
  await page.reload();
  await line.click();
  await expect(answer(page).locator("details")).toContainText("Água");
  await expect(answer(page).locator("details")).toContainText("300 ml");
  await expectAccessible(page);
});

test("a message of 10,000 characters is sent, shown in short and opened whole", async ({
  page,
}) => {
  await signUp(page);
  await page.goto("/chat");
  const text = `${"um dia comprido de se contar ".repeat(400).slice(0, 9_990).trim()} fim.`;
  await say(page, text);
  await expect(own(page).getByRole("button", { name: "Ver tudo" })).toBeVisible();
  await expectNoSideScroll(page);
  await own(page).getByRole("button", { name: "Ver tudo" }).click();
  await expect(own(page)).toContainText("fim.");
  await expectNoSideScroll(page);
  await composer(page).fill("x".repeat(10_001));
  await expect(page.getByRole("button", { name: "Enviar" })).toBeDisabled();
  await expect(page.getByText("10.001 de 10.000 letras")).toBeVisible();
});

const MARKDOWN = `Veja o resumo:

| Dia | Gasto | Onde |
|---|---:|---|
| 12 nov. | R$ 32,50 | Padaria da esquina com nome comprido |
| 13 nov. | R$ 1.234.567,89 | Mercado |

![recibo](https://fora.example/recibo.png) e [o site](https://fora.example/pagina).
<img src="https://fora.example/pixel.gif"> <script src="https://fora.example/x.js"></script>`;

test("tables are tables, and nothing is loaded from elsewhere without a click", async ({
  page,
}) => {
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).hostname === "fora.example") elsewhere.push(request.url());
  });
  await signUp(page);
  await page.goto("/chat");
  await say(page, "quanta água bebi hoje?");
  await expect(answer(page)).toBeVisible();
  // A model could say anything; the page is given such words in place of its own.
  await page.route(/chat\.messages/, async (route) => {
    const response = await route.fetch();
    const said = JSON.stringify({ type: "text", text: MARKDOWN });
    const body = (await response.text()).replace(
      /("role":"assistant".*?)\{"type":"text","text":"(?:[^"\\]|\\.)*"\}/,
      (_whole, before: string) => `${before}${said}`,
    );
    await route.fulfill({ response, body });
  });
  await page.reload();
  await expect(answer(page).getByRole("table")).toBeVisible();
  await expect(answer(page).getByRole("cell", { name: "R$ 1.234.567,89" })).toBeVisible();
  await expect(answer(page).getByRole("link", { name: "ver imagem recibo" })).toHaveAttribute(
    "rel",
    /noreferrer/,
  );
  await expect(answer(page).getByRole("link", { name: "o site" })).toBeVisible();
  await expectNoSideScroll(page);
  await expectAccessible(page);
  expect(elsewhere).toEqual([]);
});

test("what is sent while an answer is on its way waits in the queue", async ({ page }) => {
  const heard = complaints(page);
  await signUp(page);
  await page.goto("/chat");
  await say(page, "oi");
  await expect(answer(page)).toBeVisible();
  // The first of the two is held on its way, so that the second is written meanwhile.
  const { promise: goesOn, resolve: goOn } = Promise.withResolvers<undefined>();
  await page.route(
    "**/trpc/chat.send*",
    async (route) => {
      await goesOn;
      await route.continue();
    },
    { times: 1 },
  );
  await say(page, "quanta água bebi hoje?");
  await say(page, "e ontem?");
  await expect(page.getByText("na fila, respondo em seguida")).toBeVisible();
  goOn(undefined);
  await expect(page.getByText("na fila, respondo em seguida")).toBeHidden();
  await expect(page.getByRole("article", { name: "Vida respondeu" })).toHaveCount(3);
  await expect(own(page)).toHaveCount(3);
  await page.reload();
  await expect(page.getByRole("article")).toHaveText([
    /oi/,
    /./,
    /quanta água/,
    /./,
    /e ontem/,
    /./,
  ]);
  expect(heard).toEqual([]);
});

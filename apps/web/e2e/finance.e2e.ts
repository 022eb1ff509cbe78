import { expect, test, type Locator, type Page } from "@playwright/test";

import { expectAccessible, expectNoSideScroll, signUp, takeBack } from "./journey.ts";

/** Opens the form that writes in the ledger. */
async function openRecord(page: Page): Promise<Locator> {
  await page
    .getByRole("button", { name: "Lançar", exact: true })
    .filter({ visible: true })
    .first()
    .click();
  const form = page.getByRole("dialog", { name: "Lançar" });
  await expect(form.getByLabel("Valor")).toBeVisible();
  return form;
}

function rows(page: Page, kind: string): Locator {
  return page.locator(`[data-transaction="${kind}"]`);
}

test("an expense is written with a decimal comma, set right in place, deleted and brought back", async ({
  page,
}) => {
  await signUp(page);
  await page.goto("/finance");
  await expect(page.getByText("ainda está em branco")).toBeVisible();

  const form = await openRecord(page);
  await form.getByLabel("Valor").fill("trinta");
  await form.getByRole("button", { name: "Lançar gasto" }).click();
  await expect(form.getByText("Escreva um valor, como 32,50.")).toBeVisible();
  await form.getByLabel("Valor").fill("1.234.567,89");
  await form.getByLabel("Descrição").fill("Almoço com a equipe inteira da obra do prédio");
  await form.getByLabel("Categoria").selectOption({ label: "Alimentação" });
  await expectAccessible(page);
  await form.getByRole("button", { name: "Lançar gasto" }).click();
  await expect(
    page.getByRole("link", { name: /1\.234\.567,89.*ver os gastos do mês/ }),
  ).toBeVisible();
  await expectNoSideScroll(page);

  await page.getByRole("link", { name: /ver os gastos do mês/ }).click();
  await expect(rows(page, "expense")).toContainText("R$ 1.234.567,89");
  await page.getByRole("button", { name: /^Ajustar Almoço/ }).click();
  await page.getByLabel("Valor").fill("32,50");
  await page.getByLabel("Descrição").fill("Almoço");
  await page.getByRole("button", { name: "Guardar ajuste" }).click();
  await expect(rows(page, "expense")).toContainText("R$ 32,50");

  await page.getByRole("button", { name: "Opções de Almoço" }).click();
  await page.getByRole("menuitem", { name: "Apagar" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Apagar" }).click();
  await expect(rows(page, "expense")).toHaveCount(0);
  await takeBack(page, "Almoço: apagado");
  await expect(rows(page, "expense")).toContainText("R$ 32,50");
});

test("a house bill is kept, paid from the timeline and the payment taken back", async ({
  page,
}) => {
  await signUp(page);
  await page.goto("/finance/payables");
  await page.getByRole("button", { name: "Nova conta da casa" }).first().click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Nome").fill("Conta de luz");
  await form.getByLabel("Valor").fill("182,4");
  await form.getByLabel("Dia do vencimento").fill("31");
  await form.getByRole("button", { name: "Guardar conta" }).click();
  const due = page.locator('[data-payable="bill"]');
  await expect(due.first()).toContainText("R$ 182,40");

  await due.first().getByRole("button", { name: "Já paguei: Conta de luz" }).click();
  await page.getByRole("dialog").getByLabel("Quanto você pagou").fill("180,15");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Já paguei R$ 180,15" }).click();
  await expect(page.getByText("Conta de luz: paga")).toBeVisible();
  await expect(page.locator('[data-bill="paid"]')).toContainText("R$ 180,15");

  await page.goto("/finance/transactions");
  await expect(rows(page, "expense")).toContainText("R$ 180,15");
  await page.goto("/finance/payables");
  await page
    .locator('[data-bill="paid"]')
    .getByRole("button", { name: "Opções de Conta de luz" })
    .click();
  await page.getByRole("menuitem", { name: "Desfazer pagamento" }).click();
  await expect(page.locator('[data-bill="paid"]')).toHaveCount(0);
});

test("a purchase in parts lands on the card's statements", async ({ page }) => {
  await signUp(page);
  await page.goto("/finance/cards");
  await page.getByRole("button", { name: "Novo cartão" }).first().click();
  const card = page.getByRole("dialog");
  await card.getByLabel("Nome").fill("Cartão Inter");
  await card.getByLabel("Dia do fechamento").fill("28");
  await card.getByLabel("Dia do vencimento").fill("5");
  await card.getByLabel("Limite").fill("6.000");
  await card.getByRole("button", { name: "Criar cartão" }).click();
  await expect(page.getByRole("heading", { name: "Cartão Inter" })).toBeVisible();

  const form = await openRecord(page);
  await form.getByLabel("Valor").fill("1.000");
  await form.getByLabel("Descrição").fill("Celular");
  await form.getByLabel("Pago com").selectOption({ label: "Cartão Inter" });
  await form.getByLabel("Parcelas").fill("3");
  await expect(form.getByText("3 parcelas de R$ 333,33")).toBeVisible();
  await form.getByRole("button", { name: "Lançar gasto" }).click();
  await expect(page.getByText("Celular: 3 parcelas lançadas")).toBeVisible();
  await expect(page.getByText("1 de 3")).toBeVisible();
  await expect(page.getByText("R$ 1.000,00")).toBeVisible();
  await expectNoSideScroll(page);
});

test("an income is expected, received and shows in the month", async ({ page }) => {
  await signUp(page);
  await page.goto("/finance/receivables");
  await page.getByRole("button", { name: "Nova receita" }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Nome").fill("Salário");
  await form.getByLabel("Valor esperado").fill("6.200");
  await form.getByRole("button", { name: "Guardar receita" }).click();
  await page.getByRole("button", { name: "Recebi: Salário" }).click();
  await page.getByRole("button", { name: "Recebi R$ 6.200,00" }).click();
  await expect(page.locator('[data-income="received"]')).toContainText("R$ 6.200,00");
  await page.goto("/finance");
  await expect(page.getByRole("link", { name: /6\.200,00.*ver as entradas do mês/ })).toBeVisible();
});

test("a refused payment is put back and says why", async ({ page }) => {
  await signUp(page);
  await page.goto("/finance/debts");
  await page.getByRole("button", { name: "Nova dívida" }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Nome").fill("Geladeira");
  await form.getByLabel("Valor total").fill("360");
  await form.getByLabel("Número de parcelas").fill("3");
  await form.getByLabel("Valor da parcela").fill("120");
  await form.getByLabel("Dia do vencimento").fill("28");
  await form.getByRole("button", { name: "Guardar dívida" }).click();
  await expect(page.getByText("0 de 3 parcelas pagas")).toBeVisible();

  await page.goto("/finance/payables");
  const installment = page.locator('[data-payable="installment"]').first();
  await installment.getByRole("button", { name: "Já paguei: Geladeira" }).click();
  await page.route("**/trpc/debts.payInstallments**", (route) => route.abort());
  await page.getByRole("button", { name: "Já paguei R$ 120,00" }).click();
  await expect(page.getByRole("dialog").getByText("Sem conexão com a Vida agora.")).toBeVisible();
  await page.unroute("**/trpc/debts.payInstallments**");
  await page.getByRole("button", { name: "Já paguei R$ 120,00" }).click();
  await expect(page.getByText("Geladeira: parcela paga")).toBeVisible();
  await page.goto("/finance/debts");
  await expect(page.getByText("1 de 3 parcelas pagas")).toBeVisible();

  await page.route("**/trpc/debts.remove**", (route) => route.abort());
  await page.getByRole("button", { name: "Opções de Geladeira" }).click();
  await page.getByRole("menuitem", { name: "Apagar" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Apagar" }).click();
  await expect(page.getByText("Sem conexão com a Vida agora.")).toBeVisible();
  await expect(page.getByText("1 de 3 parcelas pagas")).toBeVisible();
});

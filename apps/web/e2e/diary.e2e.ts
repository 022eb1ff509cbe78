import { expect, test } from "@playwright/test";

import {
  complaints,
  entries,
  expectAccessible,
  expectNoSideScroll,
  signUp,
  takeBack,
} from "./journey.ts";

test("a value is recorded by form, adjusted, deleted and brought back", async ({ page }) => {
  await signUp(page);
  await page.goto("/tracking");
  await page.getByRole("button", { name: "Registrar", exact: true }).first().click();
  const form = page.getByRole("dialog");
  await form.getByText("Peso", { exact: true }).click();
  await form.getByLabel("Peso (kg)").fill("72,5");
  await expectAccessible(page);
  await form.getByRole("button", { name: "Registrar peso" }).click();
  await expect(entries(page, "weight")).toContainText("72,5 kg");

  await page.getByRole("button", { name: /^Opções de Peso/ }).click();
  await page.getByRole("menuitem", { name: "Ajustar" }).click();
  await page.getByRole("dialog").getByLabel("Peso (kg)").fill("72,1");
  await page.getByRole("button", { name: "Guardar ajuste" }).click();
  await expect(entries(page, "weight")).toContainText("72,1 kg");

  await page.getByRole("button", { name: /^Opções de Peso/ }).click();
  await page.getByRole("menuitem", { name: "Apagar" }).click();
  await expect(entries(page, "weight")).toHaveCount(0);
  await takeBack(page, "apagado");
  await expect(entries(page, "weight")).toContainText("72,1 kg");
});

test("a measure of one's own is made in the form and gets its own history", async ({ page }) => {
  await signUp(page);
  await page.goto("/tracking");
  await page.getByRole("button", { name: "Registrar", exact: true }).first().click();
  const form = page.getByRole("dialog");
  await form.getByRole("button", { name: "Nova métrica" }).click();
  await form.getByLabel("O que medir").fill("Xícaras de café");
  await form.getByLabel("Unidade").fill("xícaras");
  await form.getByRole("button", { name: "Criar métrica" }).click();
  await form.getByLabel("Xícaras de café (xícaras)").fill("3");
  await form.getByRole("button", { name: "Registrar xícaras de café" }).click();
  await expect(entries(page, "custom")).toContainText("3 xícaras");

  await page.goto("/tracking/metrics");
  await page.getByRole("link", { name: /Xícaras de café/ }).click();
  await expect(page.getByRole("heading", { name: "Xícaras de café" })).toBeVisible();
  await expect(entries(page, "custom")).toHaveCount(1);
});

test("every page of a person is sound, light and dark", async ({ page }) => {
  test.slow();
  await signUp(page);
  const heard = complaints(page);
  await page.request.post("/trpc/tracking.record", {
    data: { type: "mood", value: 8 },
    headers: { origin: new URL(page.url()).origin },
  });
  await page.request.post("/trpc/tracking.record", {
    data: { type: "water", value: 700 },
    headers: { origin: new URL(page.url()).origin },
  });
  for (const path of [
    "/dashboard",
    "/chat",
    "/tracking",
    "/tracking/metrics",
    "/tracking/metrics?m=water",
    "/tracking/calendar",
    "/activity",
    "/settings",
  ]) {
    await page.goto(path);
    await expect(page.getByText("Carregando…").first()).toBeHidden();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNoSideScroll(page);
    await expectAccessible(page);
  }
  expect(heard).toEqual([]);
});

test("the doors are sound, light and dark", async ({ page }) => {
  test.slow();
  for (const path of ["/login", "/sign-up", "/forgot-password", "/reset-password?token=x"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNoSideScroll(page);
    await expectAccessible(page);
  }
});

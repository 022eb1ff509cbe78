import { expect, test } from "vitest";

import { newId } from "../context.ts";
import { undoAction } from "../dashboard/undo.ts";
import { testServices } from "../testing.ts";
import { listTransactions } from "../transactions/list.ts";
import { recordTransaction } from "../transactions/record.ts";
import { createCategory } from "./create.ts";
import { listCategories } from "./list.ts";
import { removeCategory } from "./remove.ts";
import { updateCategory } from "./update.ts";

const services = await testServices();

test("everybody starts with the usual categories, named in Portuguese", async () => {
  const ana = await services.person();
  const keys = async (kind: "expense" | "income") =>
    (await ana.run(listCategories, { kind })).items
      .filter(({ parentKey }) => parentKey === null)
      .map(({ key }) => key)
      .toSorted();
  expect(await keys("expense")).toEqual(
    "food transport housing health education entertainment shopping bills subscriptions travel gifts investments other utilities insurance debts"
      .split(" ")
      .toSorted(),
  );
  expect(await keys("income")).toEqual(
    "salary freelance bonus passive investment gift other_income".split(" ").toSorted(),
  );
  const { items } = await ana.run(listCategories, {});
  expect(items).toContainEqual(
    expect.objectContaining({ key: "utilities", name: "Água, luz e gás" }),
  );
  expect(items).toContainEqual(
    expect.objectContaining({ key: "groceries", name: "Mercado", parentKey: "food" }),
  );
});

test("a new category gets a key from its name, unique within its kind", async () => {
  const ana = await services.person();
  const made = await ana.run(createCategory, {
    name: "Café da manhã",
    kind: "expense",
    parentKey: "food",
  });
  expect(made).toMatchObject({ key: "cafe_da_manha", parentKey: "food" });
  expect(await ana.run(createCategory, { name: "Other", kind: "expense" })).toMatchObject({
    key: "other_2",
  });
  expect(await ana.refusal(createCategory, { name: "CAFE DA MANHA", kind: "expense" })).toBe(
    "conflict categories.nameTaken",
  );
  expect(await ana.run(createCategory, { name: "Café da manhã", kind: "income" })).toMatchObject({
    kind: "income",
  });
  expect(
    await ana.refusal(createCategory, { name: "Fundo", kind: "expense", parentKey: made.key }),
  ).toBe("invalid categories.tooDeep");
  expect(
    await ana.refusal(createCategory, { name: "Fundo", kind: "expense", parentKey: "salary" }),
  ).toBe("not_found categories.notFound");
  const row = { kind: "expense", amount: "5", description: "Pão na chapa" } as const;
  expect(await ana.run(recordTransaction, { ...row, categoryKey: "CAFÉ da manha" })).toMatchObject({
    categoryKey: "cafe_da_manha",
  });
});

test("a category is renamed and moved, two levels deep at most", async () => {
  const ana = await services.person();
  const change = { kind: "expense", key: "pets" } as const;
  expect(
    await ana.run(updateCategory, { ...change, name: "Bichos", parentKey: null, color: "#112233" }),
  ).toMatchObject({ key: "pets", name: "Bichos", parentKey: null });
  expect(await ana.refusal(updateCategory, { ...change, name: "saude" })).toBe(
    "conflict categories.nameTaken",
  );
  expect(await ana.refusal(updateCategory, { ...change, parentKey: "pets" })).toBe(
    "invalid categories.ownParent",
  );
  expect(await ana.refusal(updateCategory, { ...change, parentKey: "groceries" })).toBe(
    "invalid categories.tooDeep",
  );
  expect(
    await ana.refusal(updateCategory, { kind: "expense", key: "food", parentKey: "other" }),
  ).toBe("invalid categories.tooDeep");
  expect(await ana.refusal(updateCategory, { kind: "expense", key: "nope" })).toBe(
    "not_found categories.notFound",
  );
});

test("removing a category moves its rows and children, and undo brings everything back", async () => {
  const ana = await services.person();
  const put = (description: string, categoryKey: string) =>
    ana.run(recordTransaction, { kind: "expense", amount: "5", description, categoryKey });
  await put("Feira", "food");
  await put("Atacado", "groceries");
  const before = [await ana.run(listCategories, {}), await ana.run(listTransactions, {})];
  const actionId = newId();
  const removed = await ana.run(
    removeCategory,
    { kind: "expense", key: "food", moveToKey: "groceries" },
    actionId,
  );
  expect(removed).toMatchObject({
    category: { key: "food" },
    movedTo: { key: "groceries", parentKey: null },
    moved: 1,
  });
  const { items } = await ana.run(listCategories, { kind: "expense" });
  expect(items.find(({ key }) => key === "restaurants")).toMatchObject({ parentKey: "groceries" });
  expect((await ana.run(listTransactions, {})).items.map(({ categoryKey }) => categoryKey)).toEqual(
    ["groceries", "groceries"],
  );
  await ana.run(undoAction, { actionId });
  expect([await ana.run(listCategories, {}), await ana.run(listTransactions, {})]).toEqual(before);
});

test("says which rule a removal breaks", async () => {
  const ana = await services.person();
  const refusal = (key: string, moveToKey: string, kind = "expense") =>
    ana.refusal(removeCategory, { kind, key, moveToKey });
  expect(await refusal("food", "food")).toBe("invalid categories.sameTarget");
  expect(await refusal("other", "food")).toBe("conflict categories.needed");
  expect(await refusal("other_income", "salary", "income")).toBe("conflict categories.needed");
  expect(await refusal("food", "salary")).toBe("not_found categories.notFound");
  expect(await refusal("nope", "food")).toBe("not_found categories.notFound");
});

test("another person has categories of their own", async () => {
  const [ana, bia] = [await services.person(), await services.person()];
  await ana.run(createCategory, { name: "Vinil", kind: "expense" });
  expect(await bia.refusal(updateCategory, { kind: "expense", key: "vinil", name: "X" })).toBe(
    "not_found categories.notFound",
  );
  expect(
    await bia.refusal(removeCategory, { kind: "expense", key: "vinil", moveToKey: "other" }),
  ).toBe("not_found categories.notFound");
  expect(await bia.run(createCategory, { name: "Vinil", kind: "expense" })).toMatchObject({
    key: "vinil",
  });
});

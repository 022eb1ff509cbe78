import { testDb } from "@vida/db/testing";
import { expect, test } from "vitest";
import { z } from "zod";

import { listAccounts } from "../accounts/list.ts";
import { finishRun } from "../chat/answer.ts";
import { listMessages } from "../chat/messages.ts";
import { claim, liveWorker, pause, say, startConversation, waterAction } from "../chat/testing.ts";
import { newId } from "../context.ts";
import { DomainError } from "../errors.ts";
import { createGoal } from "../goals/create.ts";
import { createHabit } from "../habits/create.ts";
import { completeHabit } from "../habits/mark.ts";
import { createMetric } from "../metrics/create.ts";
import { testServices } from "../testing.ts";
import { recordEntry } from "../tracking/record.ts";
import { recordTransaction } from "../transactions/record.ts";
import { deleteAccount } from "./delete-account.ts";
import { exportData } from "./export-data.ts";
import { importData } from "./import-data.ts";
import type { ExportFile } from "./schemas.ts";

const services = await testServices();
const { superPool } = await testDb();
type Person = Awaited<ReturnType<typeof services.person>>;

async function live(person: Person): Promise<void> {
  const metric = await person.run(createMetric, { name: "Café", unit: "xícaras" });
  await person.run(recordEntry, { type: "custom", value: 2, metricId: metric.id });
  await person.run(recordEntry, { type: "water", value: 500, notes: "com gás 🫧" });
  const habit = await person.run(createHabit, {
    name: "Treino",
    frequency: "custom",
    frequencyDays: [1, 3],
  });
  await person.run(completeHabit, { habitId: habit.id });
  await person.run(createGoal, {
    title: "Ler",
    area: "learning",
    targetValue: 12,
    unit: "livros",
    endDate: "2027-01-01",
    milestones: [{ title: "Um" }],
  });
  await person.run(recordTransaction, {
    kind: "expense",
    amount: "32.50",
    description: "Almoço",
    categoryKey: "food",
  });
  const conversationId = await startConversation(services, person.userId);
  await say(services, person.userId, conversationId, "bebi 500 ml");
  const { lease } = await claim(
    services,
    person.userId,
    conversationId,
    await liveWorker(services),
  );
  await pause(services, lease, [waterAction(500)]);
  await say(services, person.userId, conversationId, "obrigada");
  const thanks = await claim(services, person.userId, conversationId, await liveWorker(services));
  await finishRun(services, thanks.lease, {
    status: "completed",
    answer: { messageId: newId(), parts: [{ type: "text", text: "De nada!" }] },
  });
}

/** An export with every id replaced by the order in which it first stands in it. */
function withoutIds(file: ExportFile): unknown {
  const order = new Map<string, string>();
  const tables = Object.fromEntries(
    Object.entries(file.tables).map(([name, rows]) => [
      name,
      rows.toSorted((a, b) =>
        JSON.stringify({ ...a, id: "" })
          .replace(/[0-9a-f-]{36}/g, "")
          .localeCompare(JSON.stringify({ ...b, id: "" }).replace(/[0-9a-f-]{36}/g, "")),
      ),
    ]),
  );
  const text = JSON.stringify({
    ...file,
    exportedAt: "",
    profile: { ...file.profile, email: "" },
    tables,
  }).replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
    order.set(id, order.get(id) ?? `id ${order.size}`);
    return order.get(id) ?? "";
  });
  return JSON.parse(text);
}

test("an export imported into an empty account exports the same again, apart from ids", async () => {
  const [ana, bia] = [
    await services.person({ name: "Ana" }),
    await services.person({ name: "Bia" }),
  ];
  await live(ana);
  const file = await ana.run(exportData, {});
  // A card that still waits cannot be decided elsewhere: it arrives expired.
  for (const card of file.tables["confirmations"] ?? [])
    Object.assign(card, { status: "expired", closed_at: "2026-11-22T15:00:00+00:00" });
  await bia.run(importData, { file });
  expect(withoutIds(await bia.run(exportData, {}))).toEqual(withoutIds(file));
  const ids = new Set(
    Object.values(file.tables)
      .flat()
      .map(({ id }) => id),
  );
  const arrived = Object.values((await bia.run(exportData, {})).tables).flat();
  expect(arrived.filter(({ id }) => ids.has(id))).toEqual([]);
  const conversationId = z
    .uuid()
    .parse((await bia.run(exportData, {})).tables["conversations"]?.[0]?.["id"]);
  expect((await bia.run(listMessages, { conversationId })).items).toHaveLength(4);
  expect((await bia.run(listAccounts, {})).items).toMatchObject([{ balance: "-32.50" }]);
});

test("an account that holds something is not imported into, and a broken file leaves nothing", async () => {
  const [ana, bia, caio] = [
    await services.person(),
    await services.person(),
    await services.person(),
  ];
  await live(ana);
  const file = await ana.run(exportData, {});
  await bia.run(recordEntry, { type: "water", value: 100 });
  expect(await bia.refusal(importData, { file })).toBe("conflict account.notEmpty");
  const before = await caio.run(exportData, {});
  const [entry] = file.tables["tracking_entries"] ?? [];
  for (const change of [
    { type: "voodoo" },
    { value: "muito" },
    { metric_id: newId(), type: "custom" },
    { day: "2026-02-31" },
  ]) {
    const tables = { ...file.tables, tracking_entries: [{ ...entry, ...change }] };
    expect(await caio.refusal(importData, { file: { ...file, tables } })).toBe(
      "invalid account.badImport",
    );
  }
  expect((await caio.run(exportData, {})).tables).toEqual(before.tables);
});

test("a row that names somebody else's id is given an id of its own", async () => {
  const [ana, bia] = [await services.person(), await services.person()];
  const entry = await ana.run(recordEntry, { type: "water", value: 500 });
  await bia.run(importData, { file: await ana.run(exportData, {}) });
  const { rows } = await superPool.query("select id from tracking_entries where user_id = $1", [
    bia.userId,
  ]);
  expect(rows).toHaveLength(1);
  expect(rows).not.toContainEqual({ id: entry.id });
});

test("a deleted account leaves no row in any table", async () => {
  const ana = await services.person();
  await live(ana);
  await expect(
    deleteAccount(services, ana.userId, { confirmEmail: "outra@pessoa.br" }),
  ).rejects.toMatchObject({ reason: "account.emailMismatch" });
  const { profile } = await ana.run(exportData, {});
  expect(
    await deleteAccount(services, ana.userId, { confirmEmail: profile.email.toUpperCase() }),
  ).toEqual({ deleted: true });
  const { rows: tables } = await superPool.query<{ name: string; owner: string }>(
    `select format('%I.%I', table_schema, table_name) as name, column_name as owner from information_schema.columns
      where table_schema in ('public', 'login') and column_name in ('user_id', 'invited_by')
     union all select 'public.users', 'id' union all select 'login."user"', 'id'`,
  );
  for (const { name, owner } of tables) {
    const { rows } = await superPool.query<{ n: number }>(
      `select count(*)::int as n from ${name} where ${owner} = $1`,
      [ana.userId],
    );
    expect([name, rows[0]?.n]).toEqual([name, 0]);
  }
  const { rows: jobs } = await superPool.query(
    "select 1 from graphile_worker._private_jobs where payload ->> 'userId' = $1",
    [ana.userId],
  );
  expect(jobs).toEqual([]);
  await expect(ana.run(exportData, {})).rejects.toSatisfy(
    (error) => error instanceof DomainError && error.reason === "account.gone",
  );
});

import { expect, test } from "vitest";

import { dismissNotification, listNotifications, markRead } from "../notifications/inbox.ts";
import { testServices } from "../testing.ts";
import { completeReminder, removeReminder, snoozeReminder, updateReminder } from "./change.ts";
import { createReminder } from "./create.ts";
import { fireReminder } from "./fire.ts";
import { listReminders } from "./list.ts";

const services = await testServices();
type Person = Awaited<ReturnType<typeof services.person>>;

async function titles(person: Person): Promise<string[]> {
  return (await person.run(listNotifications, {})).items.map(({ title }) => title);
}

test("a reminder fires once at its wall time, even when two workers try", async () => {
  const ana = await services.person({ timezone: "America/Sao_Paulo" });
  const { id: reminderId } = await ana.run(createReminder, {
    title: "Fechar o gás",
    remindAt: "2026-11-22T21:00",
  });
  const job = { userId: ana.userId, reminderId };
  expect(await fireReminder(services, job)).toEqual({ fired: false });
  services.at("2026-11-23T00:00:30Z");
  expect(
    await Promise.all([fireReminder(services, job), fireReminder(services, job)]),
  ).toContainEqual({ fired: true });
  expect(await fireReminder(services, job)).toEqual({ fired: false });
  expect(await titles(ana)).toEqual(["Fechar o gás"]);
  expect((await ana.run(listReminders, {})).items).toMatchObject([
    { status: "done", nextAt: null },
  ]);
  services.at("2026-11-22T15:00:00Z");
});

test("a repeated reminder keeps its wall time across a change of offset and tells an outage once", async () => {
  const ana = await services.person({ timezone: "Europe/Lisbon" });
  services.at("2026-10-24T06:00:00Z");
  const { id: reminderId } = await ana.run(createReminder, {
    title: "Remédio",
    remindAt: "2026-10-24T09:00",
    repeat: "FREQ=DAILY",
  });
  const job = { userId: ana.userId, reminderId };
  services.at("2026-10-24T08:00:00Z"); // 9:00, still summer time
  expect(await fireReminder(services, job)).toEqual({ fired: true });
  services.at("2026-10-25T08:30:00Z"); // 8:30, winter time began this night
  expect(await fireReminder(services, job)).toEqual({ fired: false });
  services.at("2026-10-25T09:00:00Z");
  expect(await fireReminder(services, job)).toEqual({ fired: true });
  services.at("2026-10-29T12:00:00Z");
  expect(await fireReminder(services, job)).toEqual({ fired: true });
  expect((await ana.run(listReminders, {})).items).toMatchObject([
    { nextAt: "2026-10-30T09:00:00" },
  ]);
  services.at("2026-11-22T15:00:00Z");
});

test("snooze moves one firing and the rule goes on", async () => {
  const ana = await services.person();
  const { id: reminderId } = await ana.run(createReminder, {
    title: "Treino",
    remindAt: "2026-11-23T07:00",
    repeat: "FREQ=WEEKLY;BYDAY=MO",
  });
  expect(await ana.run(snoozeReminder, { reminderId, until: "2026-11-23T08:00" })).toMatchObject({
    nextAt: "2026-11-23T08:00:00",
  });
  expect(await ana.run(completeReminder, { reminderId })).toMatchObject({
    nextAt: "2026-11-30T07:00:00",
    status: "pending",
  });
});

test("past times and rules that are none are refused; a change starts it again", async () => {
  const ana = await services.person();
  expect(await ana.refusal(createReminder, { title: "x", remindAt: "2026-11-22T11:59" })).toBe(
    "invalid reminders.past",
  );
  expect(await ana.refusal(createReminder, { title: "x", remindAt: "2026-02-31T11:00" })).toBe(
    "invalid input.invalid",
  );
  expect(
    await ana.refusal(createReminder, {
      title: "x",
      remindAt: "2026-11-23T11:00",
      repeat: "FREQ=SECONDLY",
    }),
  ).toBe("invalid reminders.badRepeat");
  const { id: reminderId } = await ana.run(createReminder, {
    title: "Reunião",
    remindAt: "2026-11-23T14:30",
  });
  await ana.run(completeReminder, { reminderId });
  expect(await ana.run(updateReminder, { reminderId, remindAt: "2026-11-24T15:00" })).toMatchObject(
    { status: "pending", nextAt: "2026-11-24T15:00:00" },
  );
});

test("notices are read, dismissed and nobody else's", async () => {
  const [ana, bia] = [await services.person(), await services.person()];
  const { id: reminderId } = await ana.run(createReminder, {
    title: "Água",
    remindAt: "2026-11-22T12:00",
  });
  await fireReminder(services, { userId: ana.userId, reminderId });
  const [notice] = (await ana.run(listNotifications, {})).items;
  const notificationId = notice?.id ?? "";
  expect((await bia.run(listNotifications, {})).items).toEqual([]);
  expect(await bia.refusal(dismissNotification, { notificationId })).toBe(
    "not_found notifications.notFound",
  );
  for (const operation of [updateReminder, completeReminder, removeReminder])
    expect(await bia.refusal(operation, { reminderId })).toBe("not_found reminders.notFound");
  expect(await bia.refusal(snoozeReminder, { reminderId, until: "2026-11-25T10:00" })).toBe(
    "not_found reminders.notFound",
  );
  await ana.run(markRead, {});
  expect(await ana.run(listNotifications, {})).toMatchObject({
    unread: 0,
    items: [{ id: notificationId }],
  });
  await ana.run(dismissNotification, { notificationId });
  expect(await titles(ana)).toEqual([]);
});

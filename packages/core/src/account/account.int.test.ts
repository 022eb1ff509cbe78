import { expect, test } from "vitest";

import { listAccounts } from "../accounts/list.ts";
import { testServices } from "../testing.ts";
import { readMe } from "./me.ts";
import { completeOnboardingStep, finishOnboarding, readOnboarding } from "./onboarding.ts";
import { updateProfile } from "./update-profile.ts";

const services = await testServices();

test("today follows the person's zone", async () => {
  services.at("2026-11-22T02:30:00Z");
  const [ana, kai] = [
    await services.person({ timezone: "America/Sao_Paulo" }),
    await services.person({ timezone: "Asia/Tokyo" }),
  ];
  expect([(await ana.run(readMe, {})).today, (await kai.run(readMe, {})).today]).toEqual([
    "2026-11-21",
    "2026-11-22",
  ]);
  services.at("2026-11-22T15:00:00Z");
});

test("a profile takes any zone there is and keeps what it does not name", async () => {
  const ana = await services.person({ name: "Ana" });
  const preferences = {
    tracking: { waterGoal: 3000 },
    notifications: { quietHoursStart: "23:00" },
  };
  expect(
    await ana.run(updateProfile, { timezone: "America/Argentina/Buenos_Aires", preferences }),
  ).toMatchObject({
    name: "Ana",
    timezone: "America/Argentina/Buenos_Aires",
    preferences: {
      tracking: { waterGoal: 3000, sleepGoal: 8 },
      notifications: { quietHoursStart: "23:00", quietHoursEnd: "07:00" },
    },
  });
  expect(await ana.refusal(updateProfile, { timezone: "Marte/Olympus" })).toBe(
    "invalid account.badTimezone",
  );
  expect(await ana.refusal(updateProfile, { preferences: { tracking: { waterGoal: -1 } } })).toBe(
    "invalid account.badPreferences",
  );
  expect((await ana.run(readMe, {})).preferences.tracking.waterGoal).toBe(3000);
});

test("the start is walked in four steps, can skip any and ends once", async () => {
  const ana = await services.person();
  expect(await ana.run(readOnboarding, {})).toMatchObject({
    currentStep: "profile",
    completedSteps: [],
    isComplete: false,
  });
  await ana.run(completeOnboardingStep, {
    step: "profile",
    data: { name: "Ana Clara", timezone: "America/Manaus" },
  });
  expect(
    await ana.refusal(completeOnboardingStep, { step: "profile", data: { timezone: "x" } }),
  ).toBe("invalid account.badTimezone");
  await ana.run(completeOnboardingStep, {
    step: "focus",
    data: { keep: ["tracking", "finance"], waterGoal: 2500 },
  });
  const accounts = [
    { name: "Nubank", kind: "checking", openingBalance: "1200.50", meantBy: ["debit", "pix"] },
    { name: "Cartão Inter", kind: "card", closingDay: 28, dueDay: 5, meantBy: ["credit"] },
  ];
  expect(
    await ana.run(completeOnboardingStep, { step: "money", data: { accounts } }),
  ).toMatchObject({ currentStep: "message" });
  const { items } = await ana.run(listAccounts, {});
  expect(items.map(({ name }) => name).toSorted()).toEqual(["Carteira", "Cartão Inter", "Nubank"]);
  const nubank = items.find(({ name }) => name === "Nubank")?.id;
  expect((await ana.run(readMe, {})).preferences.finance).toMatchObject({
    meantByDebit: nubank,
    meantByPix: nubank,
  });
  expect(await ana.run(finishOnboarding, {})).toMatchObject({ isComplete: true });
  expect(await ana.run(readMe, {})).toMatchObject({
    name: "Ana Clara",
    status: "active",
    preferences: { tracking: { waterGoal: 2500 } },
  });
});

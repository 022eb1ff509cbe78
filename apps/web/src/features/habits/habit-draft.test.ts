import { expect, test } from "vitest";

import { draftOf, EMPTY_DRAFT, readDraft } from "./habit-draft.ts";
import { PRESETS } from "./presets.ts";

test("every idea for a habit is a habit that can be created", () => {
  for (const preset of PRESETS) {
    const { input } = readDraft(draftOf(preset));
    expect(input).toMatchObject({ name: preset.name, frequency: preset.frequency });
    expect(input?.target ?? undefined).toEqual(preset.target);
  }
});

test("a form without name, unit or number says so at each field", () => {
  const { errors } = readDraft({ ...EMPTY_DRAFT, measured: true });
  expect(Object.keys(errors ?? {}).toSorted()).toEqual(["name", "targetUnit", "targetValue"]);
});

test("five times in three days is refused, three in seven is not", () => {
  const base = { ...EMPTY_DRAFT, name: "Treino", frequency: "times" as const };
  expect(readDraft({ ...base, times: "5", timesDays: "3" }).errors).toHaveProperty("times");
  expect(readDraft(base).input?.times).toEqual({ times: 3, days: 7 });
});

test("what does not belong to the chosen frequency is left out", () => {
  const { input } = readDraft({
    ...EMPTY_DRAFT,
    name: "Água",
    measured: true,
    targetValue: "2,5",
    targetUnit: "L",
  });
  expect(input).toMatchObject({
    frequencyDays: [],
    times: null,
    target: { value: 2.5, unit: "L" },
  });
});

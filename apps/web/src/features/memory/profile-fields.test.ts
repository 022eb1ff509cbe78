import { expect, test } from "vitest";

import { changeOf, textOf, type Profile } from "./profile-fields.ts";

const profile: Profile = {
  bio: "Mora em São Paulo.",
  occupation: null,
  familyContext: null,
  communicationStyle: null,
  feedbackPreferences: null,
  goals: [
    { text: "Dormir melhor", source: "person", at: "2026-01-01", messageId: null, seen: true },
    { text: "Ler 24 livros", source: "learned", at: "2026-01-02", messageId: null, seen: false },
  ],
  challenges: [],
  topOfMind: [],
  values: [],
  patterns: [],
  version: 4,
};

test("a list is edited as one line each and comes back without empty or repeated ones", () => {
  expect(textOf(profile, "goals")).toBe("Dormir melhor\nLer 24 livros");
  expect(changeOf("goals", " Dormir melhor \n\nCorrer\nCorrer", 4)).toEqual({
    goals: ["Dormir melhor", "Correr"],
    version: 4,
  });
});

test("an emptied text is taken away", () => {
  expect(changeOf("bio", "  ", 4)).toEqual({ bio: null, version: 4 });
  expect(textOf(profile, "occupation")).toBe("");
});

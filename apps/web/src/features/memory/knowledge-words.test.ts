import { expect, test } from "vitest";

import { briefly, heldWords, sureness, type Item } from "./knowledge-words.ts";

const item: Item = {
  id: "019aa000-0000-7000-8000-000000000000",
  type: "fact",
  area: "health",
  subArea: null,
  title: null,
  content: "Sou alérgica a camarão",
  tags: [],
  source: "conversation",
  confidence: 0.9,
  validated: false,
  unseen: false,
  validFrom: "2026-05-03",
  validTo: null,
  supersededById: null,
  recordedAt: "2026-05-03T10:00:00.000Z",
};

test("confidence is said in words", () => {
  expect(sureness(item)).toBe("você disse");
  expect(sureness({ ...item, source: "user_input" })).toBe("você escreveu");
  expect(sureness({ ...item, source: "ai_inference" })).toBe("percebi");
  expect(sureness({ ...item, source: "ai_inference", confidence: 0.7 })).toBe("acho que sim");
  expect(sureness({ ...item, source: "ai_inference", confidence: 0.5 })).toBe("não tenho certeza");
  expect(sureness({ ...item, source: "ai_inference", validated: true })).toBe("você confirmou");
});

test("what no longer holds says from when to when it did", () => {
  expect(heldWords(item, "2026-11-22")).toBeNull();
  expect(heldWords({ ...item, validTo: "2026-11-12" }, "2026-11-22")).toBe(
    "valeu de 3 mai. a 12 nov.",
  );
});

test("a long sentence is cut for a toast", () => {
  expect(briefly({ title: null, content: "a".repeat(90) })).toHaveLength(58);
});

import { expect, test } from "vitest";

import {
  clockTime,
  longDay,
  money,
  monthName,
  parseNumber,
  relativeDay,
  shortDay,
} from "./format.ts";

test("days read as people say them", () => {
  expect(longDay("2026-11-22")).toBe("domingo, 22 de novembro");
  expect(relativeDay("2026-11-22", "2026-11-22")).toBe("hoje");
  expect(relativeDay("2026-11-21", "2026-11-22")).toBe("ontem");
  expect(relativeDay("2026-11-18", "2026-11-22")).toBe("quarta-feira");
  expect(shortDay("2026-11-12", "2026-11-22")).toBe("12 nov.");
  expect(shortDay("2025-11-12", "2026-11-22")).toBe("12 nov. 2025");
  expect(monthName("2026-03")).toBe("Março de 2026");
});

test("times and money take their Brazilian form", () => {
  expect(clockTime("2026-11-22T12:10:00Z", "America/Sao_Paulo")).toBe("9h10");
  expect(clockTime("2026-11-22T12:10:00Z", "Nowhere/Land")).toBe("9h10");
  expect(money("1234567.89").replace(/\u00a0/g, " ")).toBe("R$ 1.234.567,89");
});

test("numbers are read in both notations", () => {
  expect(parseNumber("2,5")).toBe(2.5);
  expect(parseNumber("1.200")).toBe(1200);
  expect(parseNumber("1.200,75")).toBe(1200.75);
  expect(parseNumber("72.5")).toBe(72.5);
  expect(parseNumber("dois")).toBeNull();
  expect(parseNumber("")).toBeNull();
});

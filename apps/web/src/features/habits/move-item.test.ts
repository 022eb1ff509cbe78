import { expect, test } from "vitest";

import { moveItem } from "./move-item.ts";

test("an item moves down and up and the others close the gap", () => {
  expect(moveItem(["a", "b", "c"], 0, 2)).toEqual(["b", "c", "a"]);
  expect(moveItem(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
});

test("a place beyond the list is its end", () => {
  expect(moveItem(["a", "b"], 0, 9)).toEqual(["b", "a"]);
  expect(moveItem(["a", "b"], 1, -3)).toEqual(["b", "a"]);
});

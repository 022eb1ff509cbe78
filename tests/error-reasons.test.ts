import { describe, expect, it } from "vitest";

import messages from "../apps/web/src/messages/pt-BR.json" with { type: "json" };
import { readFiles } from "./repo/files.ts";
import { reasonsThrown, withoutSentence } from "./repo/reasons.ts";

/** No procedure throws these: the chat says how a run ended, and push and mail refuse to jobs alone. */
const saidElsewhere = /^(model|push|mail)\.|^chat\.timeout$/;

const sources = [...readFiles("packages", [".ts"]), ...readFiles("apps/server", [".ts"])].filter(
  ({ path }) => /^(packages\/[^/]+|apps\/server)\/src\//.test(path),
);
const reasons = reasonsThrown(sources).filter((reason) => !saidElsewhere.test(reason));

describe("the reasons of refusals", () => {
  it("have a sentence each in the catalogue", () => {
    expect(reasons.length).toBeGreaterThan(100);
    expect(withoutSentence(reasons, messages.reason)).toEqual([]);
  });

  it("are found over line breaks, in choices and in both ways of refusing", () => {
    const text = [
      'fail("not_found", "pets.notFound", { petId });',
      'fail(\n  "conflict",\n  "pets.asleep",\n  input,\n);',
      'fail("conflict", old.status === "gone" ? "pets.gone" : "pets.moved", input);',
      'throw new DomainError("invalid", "pets.tooLoud", {}, { cause });',
    ].join("\n");
    const file = (path: string) => reasonsThrown([{ path, text }]);
    expect(file("packages/core/src/pets/feed.ts")).toEqual([
      "pets.asleep",
      "pets.gone",
      "pets.moved",
      "pets.notFound",
      "pets.tooLoud",
    ]);
    expect(file("packages/core/src/pets/feed.int.test.ts")).toEqual([]);
  });

  it("are named when the catalogue is silent about them", () => {
    const catalogue = { pets: { notFound: "Esse bicho não existe mais.", asleep: "" } };
    const silent = ["pets.asleep", "pets.gone", "birds.gone", "pets"];
    expect(withoutSentence([...silent, "pets.notFound"], catalogue)).toEqual(silent);
  });
});

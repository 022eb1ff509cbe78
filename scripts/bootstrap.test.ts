import { describe, expect, it } from "vitest";

import {
  chooseNode,
  explainInstallFailure,
  installStamp,
  missingPackages,
  runsTypeScript,
} from "./bootstrap.mjs";

describe("choosing a Node", () => {
  it.each([
    ["v20.20.2", false],
    ["v22.17.9", false],
    ["v22.18.0", true],
    ["v23.0.0", true],
    ["24.21.0", true],
    ["v100.0.0", true],
  ])("knows whether %s runs TypeScript: %s", (version, answer) => {
    expect(runsTypeScript(version)).toBe(answer);
  });

  it("keeps the one that runs when it is new enough", () => {
    const node = chooseNode({ version: "v24.0.0", execPath: process.execPath, root: "/vida" });
    expect(node).toBe(process.execPath);
  });

  it("takes the installed one when the machine's is too old", () => {
    const node = chooseNode({ version: "v20.20.2", execPath: process.execPath, root: "/vida" });
    expect(node).toBe("/vida/node_modules/node/bin/node");
  });

  it("takes the installed one when the one that runs has been replaced", () => {
    const node = chooseNode({ version: "v24.0.0", execPath: "/gone/node", root: "/vida" });
    expect(node).toBe("/vida/node_modules/node/bin/node");
  });
});

describe("telling what is not installed", () => {
  const zod = { version: "4.6.7", integrity: "sha512-a" };

  it("is content when everything is there, other platforms' binaries and workspaces aside", () => {
    const wanted = {
      "": {},
      "packages/core": { version: "0.1.0" },
      "node_modules/@vida/core": { link: true },
      "node_modules/zod": zod,
      "node_modules/@oxfmt/darwin": { version: "1.0.0", optional: true },
    };
    expect(missingPackages(wanted, { "node_modules/zod": zod })).toEqual([]);
  });

  it.each([
    ["is missing", {}],
    ["has another version", { "node_modules/zod": { ...zod, version: "4.6.6" } }],
    ["has other content", { "node_modules/zod": { ...zod, integrity: "sha512-b" } }],
  ])("names a package that %s", (_, installed) => {
    expect(missingPackages({ "node_modules/zod": zod }, installed)).toEqual(["node_modules/zod"]);
  });

  it("gives another lock file another stamp", () => {
    expect(installStamp("{}")).toBe(installStamp("{}"));
    expect(installStamp("{}")).not.toBe(installStamp("{ }"));
  });
});

describe("a failed install", () => {
  it.each([
    ["npm error code ENOSPC", /espaço em disco/],
    ["npm error EACCES: permission denied, mkdir", /permissões/],
    ["npm error network request to https://… failed, reason: ENOTFOUND", /rede/],
    ["npm error code ELIFECYCLE", /linhas acima/],
  ])("turns %s into a sentence", (output, sentence) => {
    expect(explainInstallFailure(output)).toMatch(sentence);
  });
});

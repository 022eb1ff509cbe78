import { readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";
import { z } from "zod";

const root = join(import.meta.dirname, "..");

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      license: z.unknown().optional(),
      dev: z.boolean().optional(),
      link: z.boolean().optional(),
      hasInstallScript: z.boolean().optional(),
      integrity: z.string().optional(),
    }),
  ),
});
const Manifest = z.object({ allowScripts: z.record(z.string(), z.boolean()) });

const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), "utf8"));
const { packages } = Lock.parse(read("package-lock.json"));
const { allowScripts } = Manifest.parse(read("package.json"));

type Installed = { name: string; license: string; dev: boolean; script: boolean; sealed: boolean };
const installed: Installed[] = Object.entries(packages)
  .filter(([path, { link }]) => path.includes("node_modules/") && link !== true)
  .map(([path, one]) => ({
    name: path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
    license: typeof one.license === "string" ? one.license : "",
    dev: one.dev === true,
    script: one.hasInstallScript === true,
    sealed: one.integrity !== undefined,
  }));

/** Licences that ask for no more than their text. */
const FREE =
  /^(MIT|MIT-0|0BSD|ISC|Apache-2\.0|BSD-[23]-Clause|BlueOak-1\.0\.0|Unlicense|Python-2\.0)$/;

/** What else may stand in production, and why. */
const REASONED: readonly (readonly [name: RegExp, license: string, why: string])[] = [
  [/^@fontsource-variable\//, "OFL-1.1", "fonts, served as they are"],
  [/^@img\/sharp-/, "LGPL-3.0-or-later", "libvips as a library of its own; Next's, for images"],
  [/^caniuse-lite$/, "CC-BY-4.0", "data of the build, none of it shipped"],
  [/^lightningcss/, "MPL-2.0", "a tool of the build, unchanged"],
  [/^elkjs$/, "EPL-2.0", "of Prisma's studio, which nothing here starts"],
];

/** Whether a licence is allowed: each of several that all hold, one of several to choose from. */
function isAllowed({ name, license }: Pick<Installed, "name" | "license">): boolean {
  const options = license.replaceAll(/[()]/g, "").split(/ or /i);
  return options.some((option) =>
    option
      .split(/ and /i)
      .every(
        (one) =>
          FREE.test(one.trim()) ||
          REASONED.some(([who, reasoned]) => who.test(name) && reasoned === one.trim()),
      ),
  );
}

describe("what the project is built from", () => {
  it("is under licences that allow it, each exception with its reason", () => {
    const production = installed.filter(({ dev }) => !dev);
    expect(production.length).toBeGreaterThan(300);
    const wrong = production.filter((one) => !isAllowed(one));
    expect(wrong.map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
  });

  it("has no exception that nothing needs any more", () => {
    const idle = REASONED.filter(([who]) => !installed.some(({ name }) => who.test(name)));
    expect(idle).toEqual([]);
  });

  it("would notice a licence that asks for more", () => {
    for (const license of ["GPL-3.0", "AGPL-3.0-only", "", "SEE LICENSE IN X", "MIT AND GPL-2.0"])
      expect(isAllowed({ name: "x", license })).toBe(false);
    expect(isAllowed({ name: "x", license: "(GPL-2.0 OR MIT)" })).toBe(true);
    expect(isAllowed({ name: "x", license: "MPL-2.0" })).toBe(false);
  });

  it("runs no install script that was not decided on, and decides on none that is gone", () => {
    const scripts = [...new Set(installed.filter(({ script }) => script).map(({ name }) => name))];
    expect(Object.keys(allowScripts).toSorted()).toEqual(scripts.toSorted());
    const allowed = Object.entries(allowScripts).filter(([, may]) => may);
    expect(allowed.map(([name]) => name)).toEqual(["node"]);
  });

  it("is what the lock says, to the byte", () => {
    expect(installed.filter(({ sealed }) => !sealed).map(({ name }) => name)).toEqual([]);
  });
});

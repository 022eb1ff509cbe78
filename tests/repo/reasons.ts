import { isTest, type SourceFile } from "./files.ts";

type Catalogue = string | { readonly [key: string]: Catalogue };

/** The second argument of a refusal: a reason, or a choice between reasons. */
const refusal = /\b(?:fail|new DomainError)\(\s*"[a-z_]+",\s*([^,)]*)/g;

/** Every reason that the sources write out, `feature.rule`, sorted and without tests. */
export function reasonsThrown(files: readonly SourceFile[]): string[] {
  const reasons = files
    .filter(({ path }) => !isTest(path))
    .flatMap(({ text }) => [...text.matchAll(refusal)])
    .flatMap(([, argument = ""]) => [...argument.matchAll(/"([a-z]\w*\.\w+)"/gi)])
    .map(([, reason = ""]) => reason);
  return [...new Set(reasons)].toSorted();
}

/** The reasons for which the catalogue has no sentence. */
export function withoutSentence(reasons: readonly string[], catalogue: Catalogue): string[] {
  return reasons.filter((reason) => {
    let node: Catalogue | undefined = catalogue;
    for (const part of reason.split(".")) node = typeof node === "object" ? node[part] : undefined;
    return typeof node !== "string" || node.trim() === "";
  });
}

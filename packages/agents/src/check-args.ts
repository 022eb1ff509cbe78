import { fail } from "@vida/core/errors";
import { parseInput } from "@vida/core/operation";
import { z } from "zod";

import { registryOf } from "./tools.ts";

const registry = registryOf();
const Args = z.record(z.string(), z.unknown());

/** Checks the complete arguments that a person gave to a write tool, as the tool's own would be. */
export function checkToolArgs(
  name: string,
  args: Record<string, unknown>,
): Record<string, unknown> {
  const spec = registry.find(name);
  if (spec?.kind !== "write") fail("invalid", "chat.unknownTool", { tool: name });
  return Args.parse(parseInput(spec.input, args));
}

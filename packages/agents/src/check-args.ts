import { fail } from "@vida/core/errors";
import { parseInput } from "@vida/core/operation";
import { z } from "zod";

import { coerceArgs } from "./coerce.ts";
import type { Args } from "./ports.ts";
import { shapeOf } from "./shape.ts";
import { registryOf } from "./tools.ts";

const registry = registryOf();
const Checked = z.record(z.string(), z.unknown());

/**
 * Checks the complete new arguments of an edited action like the tool's own input and gives them back in
 * wire types. An unknown tool is `invalid` (`chat.unknownTool`).
 */
export function checkToolArgs(tool: string, args: Args): Args {
  const spec = registry.find(tool);
  if (spec === undefined) return fail("invalid", "chat.unknownTool", { tool });
  return Checked.parse(parseInput(spec.input, coerceArgs(shapeOf(spec.input), args)));
}

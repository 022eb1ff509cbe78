import { monthOf } from "@vida/core/dates";

import type { Args } from "../ports.ts";
import type { ToolEnv } from "../tool-spec.ts";

/** This month unless one was named. */
export function fillMonth(args: Args, { today }: ToolEnv): Args {
  return { ...args, month: args["month"] ?? monthOf(today) };
}

import { monthOf } from "@vida/core/dates";

import type { Args } from "../ports.ts";
import type { ToolEnv } from "../tool-spec.ts";

/** This month unless one was named. */
export function fillMonth(args: Args, { today }: ToolEnv): Args {
  return { ...args, month: args["month"] ?? monthOf(today) };
}

/** The day that a card shows, and the amount when it is known, so that it means them on any later day. */
export function fillPayment(
  dayField: string,
  amountOf: (args: Args, env: ToolEnv) => string | null | undefined,
): (args: Args, env: ToolEnv) => Args {
  return (args, env) => {
    const amount = args["amount"] ?? amountOf(args, env) ?? undefined;
    const day = args[dayField] ?? env.today;
    return { ...args, [dayField]: day, ...(amount === undefined ? {} : { amount }) };
  };
}

import { statementOf } from "@vida/core/accounts/rules";
import { addMonths } from "@vida/core/dates";

import type { Args } from "../ports.ts";
import type { ToolEnv } from "../tool-spec.ts";

/** The day goes onto the card; account and category are completed by the operation. A transfer has no category. */
export function fillTransaction(args: Args, { today }: ToolEnv): Args {
  const { categoryKey, ...rest } = args;
  const category = args["kind"] === "transfer" || categoryKey === undefined ? {} : { categoryKey };
  return { ...rest, ...category, day: args["day"] ?? today };
}

/** The only card when none was named, and the statement that takes purchases today. */
export function fillOpenStatement(args: Args, env: ToolEnv): Args {
  return fillStatement(args, env, 0);
}

/** As `fillOpenStatement`, with the statement that closed last: the one that people pay. */
export function fillClosedStatement(args: Args, env: ToolEnv): Args {
  return { ...fillStatement(args, env, -1), paidOn: args["paidOn"] ?? env.today };
}

function fillStatement(args: Args, { today, lexicon }: ToolEnv, later: number): Args {
  const cards = (lexicon.accounts ?? []).filter(({ kind }) => kind === "card");
  const accountId = args["accountId"] ?? (cards.length === 1 ? cards[0]?.id : undefined);
  const { closingDay, dueDay } = cards.find(({ id }) => id === accountId) ?? {};
  const filled = accountId === undefined ? args : { ...args, accountId };
  if (args["month"] !== undefined || closingDay == null || dueDay == null) return filled;
  const open = statementOf({ closingDay, dueDay, moved: new Map() }, today);
  return { ...filled, month: addMonths(open, later) };
}

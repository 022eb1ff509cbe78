import type { CardAction } from "../live/message.ts";

/** Tools whose records a standing rule may let through. Nothing else ever is: no money, change or delete. */
export const RULE_TOOLS = ["record_metric", "record_habit", "create_reminder"] as const;

/** How many confirmations of one kind, unedited and in a row, let a rule be offered. */
export const OFFERED_AFTER = 3;
/** How long a rule holds. */
export const RULE_DAYS = 90;

/** What a tool records with these arguments, as rules tell kinds apart; null where no rule may be. */
export function kindOf(tool: string, args: Readonly<Record<string, unknown>>): string | null {
  if (tool === "create_reminder") return "reminder";
  const kind =
    tool === "record_metric"
      ? (args["metricId"] ?? args["type"])
      : tool === "record_habit"
        ? args["habitId"]
        : undefined;
  return typeof kind === "string" && kind.length <= 80 ? kind : null;
}

/** Whether an action is one that a rule may decide, given that the person has one for its kind. */
export function mayGoByRule(action: CardAction): boolean {
  return (
    kindOf(action.tool, action.args) !== null &&
    action.weight === "line" &&
    action.warnings.length === 0
  );
}

import type { ToolSpec } from "../tool-spec.ts";
import { DEBT_TOOLS } from "./plan-debts.ts";
import { MONTH_TOOLS } from "./plan-months.ts";
import { OVERVIEW_TOOLS } from "./plan-overview.ts";

/** The tools of the plan: what should happen with money. */
export const PLAN_TOOLS: readonly ToolSpec[] = [...MONTH_TOOLS, ...DEBT_TOOLS, ...OVERVIEW_TOOLS];

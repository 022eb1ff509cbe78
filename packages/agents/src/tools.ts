import type { AgentName } from "@vida/core/ptbr/types";

import { toolSchema } from "./tool-schema.ts";
import type { ModelSchema } from "./tool-schema.ts";
import type { ToolSpec } from "./tool-spec.ts";
import { GENERAL_TOOLS } from "./tools/general.ts";
import { GOAL_TOOLS } from "./tools/goals.ts";
import { HABIT_TOOLS } from "./tools/habits.ts";
import { LEDGER_TOOLS } from "./tools/ledger.ts";
import { MEMORY_TOOLS } from "./tools/memory.ts";
import { METRIC_TOOLS } from "./tools/metrics.ts";
import { PLAN_TOOLS } from "./tools/plan.ts";
import { REMINDER_TOOLS } from "./tools/reminders.ts";
import { TRACKING_TOOLS } from "./tools/tracking.ts";

/** Every tool there is, by name and by agent. */
export type Registry = {
  find(name: string): ToolSpec | undefined;
  /** The tools of several agents together, each once. */
  of(agents: readonly AgentName[]): ToolSpec[];
};

export const TOOLS: readonly ToolSpec[] = [
  ...TRACKING_TOOLS,
  ...METRIC_TOOLS,
  ...HABIT_TOOLS,
  ...GOAL_TOOLS,
  ...LEDGER_TOOLS,
  ...PLAN_TOOLS,
  ...MEMORY_TOOLS,
  ...GENERAL_TOOLS,
  ...REMINDER_TOOLS,
];

export function registryOf(tools: readonly ToolSpec[] = TOOLS): Registry {
  const byName = new Map(tools.map((tool) => [tool.name, tool]));
  return {
    find: (name) => byName.get(name),
    of: (agents) => tools.filter((tool) => tool.agents.some((agent) => agents.includes(agent))),
  };
}

/** The form in which chat models of any maker take a tool. */
export type BindableTool = {
  type: "function";
  function: { name: string; description: string; parameters: ModelSchema };
};

const schemas = new WeakMap<ToolSpec, ModelSchema>();

export function bindable(tools: readonly ToolSpec[]): BindableTool[] {
  return tools.map((tool) => {
    const parameters = schemas.get(tool) ?? toolSchema(tool.input);
    schemas.set(tool, parameters);
    return {
      type: "function",
      function: { name: tool.name, description: tool.description, parameters },
    };
  });
}

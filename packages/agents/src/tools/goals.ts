import { createGoal } from "@vida/core/goals/create";
import { listGoals } from "@vida/core/goals/list";
import { recordProgress } from "@vida/core/goals/progress";
import { removeGoal } from "@vida/core/goals/remove";
import { updateGoal } from "@vida/core/goals/update";

import { tool } from "../tool-spec.ts";
import type { ToolSpec } from "../tool-spec.ts";

const agents = ["tracking", "general"] as const;
const number = new Intl.NumberFormat("pt-BR", { maximumFractionDigits: 2 });

export const GOAL_TOOLS: readonly ToolSpec[] = [
  tool({
    name: "create_goal",
    agents,
    description:
      "Cria uma meta com alvo, unidade, área da vida e prazo; baseline é de onde se parte.",
    operation: createGoal,
    fill: (args, { today }) => ({ ...args, startDate: args["startDate"] ?? today }),
    summary: ({ title }) => `Meta ${title} criada`,
  }),
  tool({
    name: "update_goal_progress",
    agents,
    description: "Diz em quanto uma meta está agora, na unidade dela.",
    operation: recordProgress,
    references: { goalId: "goal" },
    summary: (goal) =>
      `${goal.title}: ${number.format(goal.currentValue)} de ${number.format(goal.targetValue)} ${goal.unit} (${number.format(goal.progress)}%)`,
  }),
  tool({
    name: "update_goal",
    agents,
    description: "Muda título, alvo, prazo ou área de uma meta.",
    operation: updateGoal,
    references: { goalId: "goal" },
    summary: ({ title }) => `Meta ${title} alterada`,
  }),
  tool({
    name: "delete_goal",
    agents,
    description: "Remove uma meta.",
    operation: removeGoal,
    references: { goalId: "goal" },
    summary: ({ title }) => `Meta ${title} removida`,
  }),
  tool({
    name: "get_goals",
    agents,
    description: "Lista as metas com progresso, prazo e as que estão em risco.",
    operation: listGoals,
    summary: ({ items }) => (items.length === 1 ? "1 meta" : `${items.length} metas`),
  }),
];

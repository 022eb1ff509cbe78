import { UndoInput } from "@vida/core/dashboard/schemas";
import { undoAction } from "@vida/core/dashboard/undo";
import { fail } from "@vida/core/errors";
import { Id } from "@vida/core/fields";
import { z } from "zod";

import type { Args } from "../ports.ts";
import type { ToolEnv, ToolSpec } from "../tool-spec.ts";

export const GENERAL_TOOLS: readonly ToolSpec[] = [
  {
    name: "undo_last",
    kind: "write",
    agents: ["general", "tracking", "finance", "memory", "wellbeing"],
    description: "Desfaz a última ação feita nesta conversa. Não precisa de argumentos.",
    input: z.object({ actionId: Id.optional().describe("deixe vazio para a última") }),
    references: {},
    fill: (args, env) => {
      const actionId = args["actionId"] ?? env.done[0]?.actionId;
      return actionId === undefined ? fail("not_found", "undo.nothing") : { actionId };
    },
    call: (args) => ({ operation: undoAction, input: UndoInput.parse(args) }),
    card: (args, env) => ({
      title: "Desfazer",
      details: [{ label: "Ação", value: whatWasDone(args, env) }],
      warnings: [],
      weight: "heavy",
    }),
    summary: (_output, args, env) => `Desfeito: ${whatWasDone(args, env)}`,
  },
];

function whatWasDone(args: Args, { done }: ToolEnv): string {
  return done.find(({ actionId }) => actionId === args["actionId"])?.summary ?? "a última ação";
}

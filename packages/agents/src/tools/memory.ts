import { addItem } from "@vida/core/memory/add";
import { analyzeContext } from "@vida/core/memory/analyze";
import { forgetItem } from "@vida/core/memory/forget";
import { searchItems } from "@vida/core/memory/search";

import { tool } from "../tool-spec.ts";
import type { ToolSpec } from "../tool-spec.ts";

const everybody = ["memory", "tracking", "finance", "wellbeing", "general"] as const;

export const MEMORY_TOOLS: readonly ToolSpec[] = [
  tool({
    name: "add_knowledge",
    agents: ["memory", "wellbeing", "general"],
    description:
      "Guarda o que a pessoa pediu para lembrar sobre ela ou sobre alguém próximo, em uma frase fiel às palavras dela.",
    operation: addItem,
    fill: (args, { today }) => ({ ...args, validFrom: args["validFrom"] ?? today }),
    summary: ({ content }) => `Guardei: ${content}`,
  }),
  tool({
    name: "forget_knowledge",
    agents: ["memory", "general"],
    description: "Esquece de vez algo que estava guardado, a pedido da pessoa.",
    operation: forgetItem,
    references: { itemId: "memory" },
    summary: ({ title }) => title,
  }),
  tool({
    name: "search_knowledge",
    agents: everybody,
    description: "Procura no que se sabe da pessoa. Sem query traz o mais recente.",
    operation: searchItems,
    summary: ({ items }) =>
      items.length === 1 ? "1 coisa que sei de você" : `${items.length} coisas que sei de você`,
  }),
  tool({
    name: "analyze_context",
    agents: everybody,
    description:
      "Junta o que se sabe de um assunto antes de responder sobre relações, trabalho, saúde, dinheiro ou decisões.",
    operation: analyzeContext,
    summary: ({ facts }) => (facts.length === 1 ? "1 fato" : `${facts.length} fatos`),
  }),
];

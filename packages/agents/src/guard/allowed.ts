import { HumanMessage } from "@langchain/core/messages";

import type { TurnState } from "../state.ts";
import type { Turn } from "../turn.ts";
import { knownFrom } from "./known.ts";

/** Said where a model insists on figures and no tool has told any. */
export const NO_FIGURE =
  "Prefiro não dizer números que não saíram dos seus registros. Quer que eu consulte? Me diz o que e de quando.";

/** The numbers that a model may say in this step: tool results, the person's own words, dates, targets. */
export function knownOf(turn: Turn, state: TurnState): Set<number> {
  const results = state.messages.flatMap((message) =>
    message.role === "tool" ? [message.content] : [],
  );
  const words = turn.history
    .filter((message) => HumanMessage.isInstance(message))
    .map(({ text }) => text);
  return knownFrom([...results, state.card, turn.text, ...words, ...(turn.given ?? [])]);
}

/** Whether a turn is about no data of the person's: a chat, a feeling, a question of general knowledge. */
export function isLoose({ agents, messages }: TurnState): boolean {
  const talk = agents.every((agent) => agent === "general" || agent === "wellbeing");
  return talk && messages.every(({ role }) => role !== "tool");
}

/** Asks a model to say it again with what it knows. */
export function correction(figures: readonly string[]): string {
  return `[sistema] Sua resposta trazia números sem apoio (${[...new Set(figures)].join(", ")}): não estão em nenhum resultado de ferramenta deste turno. Consulte uma ferramenta ou responda de novo só com números dos resultados. Não comente este aviso.`;
}

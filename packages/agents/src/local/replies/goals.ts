import { GoalPage, GoalView } from "@vida/core/goals/schemas";
import { countsMoney, goalValue } from "@vida/core/goals/words";
import { dateInWords } from "@vida/core/tracking/words";
import { z } from "zod";

import type { Reply } from "../compose.ts";
import { pick } from "../pick.ts";
import { asksWhether, count, decimal, listed, namedIn, reply } from "./shared.ts";

/** "3 de 12 livros" names the unit once; money is written whole. */
function soFar({ currentValue, unit }: GoalView): string {
  return countsMoney(unit) ? goalValue(currentValue, unit) : decimal(currentValue);
}

const figures = (goal: GoalView): string =>
  `${soFar(goal)} de ${goalValue(goal.targetValue, goal.unit)} (${decimal(goal.progress)}%)`;

function standing(goal: GoalView): string {
  if (goal.status === "completed") return "concluída";
  if (goal.status === "failed") return "prazo encerrado";
  const left =
    goal.daysRemaining === 0
      ? "termina hoje"
      : `${goal.daysRemaining === 1 ? "falta" : "faltam"} ${count(goal.daysRemaining, "dia", "dias")}`;
  return goal.atRisk ? `${left}, em risco` : left;
}

const created = reply(
  GoalView,
  (goal, { text, today }) =>
    `${pick(text, ["Meta criada", "Combinado, meta nova", "Meta anotada"])}: ${goal.title}, até ${dateInWords(goal.endDate, today)} Vou torcer por você.`,
);

const progressed = reply(GoalView, (goal, { text }) => {
  if (goal.status === "completed")
    return `Meta cumprida! ${goal.title}: ${figures(goal)}. Parabéns!`;
  return `${pick(text, ["Atualizei", "Boa", "Progresso anotado"])}: ${goal.title} está em ${figures(goal)}, ${standing(goal)}.`;
});

const goals = reply(GoalPage, ({ items }, { text }) => {
  const named = namedIn(text, items, ({ title }) => title);
  const [first] = named.length > 0 ? named : items;
  if (first === undefined)
    return 'Você ainda não tem metas. Pode dizer, por exemplo, "meta de ler 12 livros até dezembro".';
  if (named.length === 1 || items.length === 1) {
    const line = `${first.title}: ${figures(first)}, ${standing(first)}.`;
    if (!asksWhether(text)) return line;
    return first.status === "completed" ? `Sim! ${line}` : `Ainda não. ${line}`;
  }
  const shown = named.length > 0 ? named : items;
  return listed(
    `Suas ${count(shown.length, "meta", "metas")}:`,
    shown.map((goal) => `${goal.title}: ${figures(goal)}, ${standing(goal)}`),
  );
});

export const GOAL_REPLIES: Readonly<Record<string, Reply>> = {
  create_goal: created,
  update_goal_progress: progressed,
  update_goal: reply(GoalView, (goal) => `Meta ajustada: ${goal.title}, ${figures(goal)}.`),
  delete_goal: reply(
    z.object({ title: z.string() }),
    ({ title }) => `Meta removida: ${title}. Se foi engano, é só dizer "desfaz".`,
  ),
  get_goals: goals,
};

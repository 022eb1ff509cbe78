import { createHabit } from "@vida/core/habits/create";
import { listHabits } from "@vida/core/habits/list";
import { completeHabit, uncompleteHabit } from "@vida/core/habits/mark";
import { updateHabit } from "@vida/core/habits/update";
import { dayInWords } from "@vida/core/tracking/words";

import { tool } from "../tool-spec.ts";
import type { ToolSpec } from "../tool-spec.ts";

const agents = ["tracking"] as const;

export const HABIT_TOOLS: readonly ToolSpec[] = [
  tool({
    name: "record_habit",
    agents,
    description:
      "Marca um hábito que já existe como feito num dia, com o valor quando ele é medido. Nunca cria hábitos.",
    operation: completeHabit,
    references: { habitId: "habit" },
    fill: (args, { today }) => ({ ...args, day: args["day"] ?? today }),
    summary: ({ habitName, day, currentStreak }, _args, env) =>
      `${habitName} marcado ${dayInWords(day, env.today)}${currentStreak > 1 ? `, ${currentStreak} seguidos` : ""}`,
  }),
  tool({
    name: "uncomplete_habit",
    agents,
    description: "Desmarca um hábito num dia.",
    operation: uncompleteHabit,
    references: { habitId: "habit" },
    fill: (args, { today }) => ({ ...args, day: args["day"] ?? today }),
    summary: ({ habitName, day }, _args, env) =>
      `${habitName} desmarcado ${dayInWords(day, env.today)}`,
  }),
  tool({
    name: "create_habit",
    agents,
    description:
      "Cria um hábito: todo dia, dias úteis, fins de semana, dias da semana ou n vezes em m dias.",
    operation: createHabit,
    summary: ({ name }) => `Hábito ${name} criado`,
  }),
  tool({
    name: "update_habit",
    agents,
    description: "Muda o nome, a frequência, o alvo ou o lembrete de um hábito.",
    operation: updateHabit,
    references: { habitId: "habit" },
    summary: ({ name }) => `Hábito ${name} alterado`,
  }),
  tool({
    name: "get_habits",
    agents,
    description: "Lista os hábitos com o que foi feito num dia, sequência e nota.",
    operation: listHabits,
    fill: (args, { today }) => ({ ...args, day: args["day"] ?? today }),
    summary: ({ items }) => {
      const due = items.filter(({ expected, status }) => expected || status === "done");
      const done = due.filter(({ status }) => status === "done");
      return items.length === 0
        ? "nenhum hábito ainda"
        : `${done.length} de ${due.length} hábitos feitos`;
    },
  }),
];

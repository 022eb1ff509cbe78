import { HabitDayView, HabitPage, HabitView } from "@vida/core/habits/schemas";
import type { HabitOnDay } from "@vida/core/habits/schemas";
import { frequencyInWords } from "@vida/core/habits/words";
import { dayInWords } from "@vida/core/tracking/words";

import type { Reply } from "../compose.ts";
import { pick } from "../pick.ts";
import { asksWhether, count, decimal, ended, listed, namedIn, reply } from "./shared.ts";

const done = reply(HabitDayView, (mark, context) => {
  const { habitName, day, value, currentStreak } = mark;
  const measured = value === null ? "" : ` (${decimal(value)})`;
  const what = `${habitName}${measured} feito ${dayInWords(day, context.today)}`;
  const streak = currentStreak > 1 ? ` Já são ${currentStreak} seguidos.` : "";
  if (context.many) return `${ended(what)}${streak}`;
  const cheer =
    currentStreak >= 7
      ? "Que constância!"
      : pick(context.text, ["Boa!", "Muito bem!", "Aí sim!", "Feito!"]);
  return `${cheer} ${ended(what)}${streak}`;
});

const undone = reply(
  HabitDayView.pick({ habitName: true, day: true }),
  ({ habitName, day }, { today }) => ended(`Desmarquei ${habitName} ${dayInWords(day, today)}`),
);

const created = reply(HabitView, (habit, context) =>
  context.many
    ? `Hábito ${habit.name}, ${frequencyInWords(habit)}.`
    : `${pick(context.text, ["Hábito criado", "Combinado, hábito novo", "Pronto"])}: ${habit.name}, ${frequencyInWords(habit)}. Quando fizer, é só me contar.`,
);

const changed = reply(
  HabitView,
  (habit) => `Hábito ajustado: ${habit.name}, ${frequencyInWords(habit)}.`,
);

const habits = reply(HabitPage, ({ items }, context, args) => {
  if (items.length === 0)
    return 'Você ainda não tem hábitos. Se quiser, diga algo como "cria o hábito de ler todo dia".';
  const day = typeof args["day"] === "string" ? args["day"] : context.today;
  const when = dayInWords(day, context.today);
  const named = namedIn(context.text, items, ({ name }) => name);
  if (named.length > 0 && (named.length < items.length || items.length === 1))
    return named.map((habit) => one(habit, when, context.text)).join("\n");
  const due = items.filter(({ expected, status }) => expected || status === "done");
  const made = due.filter(({ status }) => status === "done");
  const open = due.filter(({ status }) => status === "open");
  const heading =
    made.length === due.length && due.length > 0
      ? `${when === "hoje" ? "Hoje" : when} você fez ${due.length === 1 ? "o seu hábito" : `todos os ${due.length} hábitos`}:`
      : `${made.length} de ${count(due.length, "hábito feito", "hábitos feitos")} ${when}${open.length > 0 ? `. ${open.length === 1 ? "Falta" : "Faltam"} ${names(open)}` : ""}:`;
  return listed(
    heading,
    due.map((habit) => `${habit.name}: ${status(habit)}`),
  );
});

function one(habit: HabitOnDay, when: string, text: string): string {
  const streak = `sequência de ${habit.currentStreak}`;
  const yes = habit.status === "done";
  if (asksWhether(text))
    return yes
      ? `Sim, ${habit.name} está feito ${when}, ${streak}.`
      : `Ainda não: ${habit.name} está em aberto ${when}.`;
  return `${habit.name}: ${status(habit)} ${when}, ${streak}.`;
}

function status({ status: is, currentStreak }: HabitOnDay): string {
  const words = is === "done" ? "feito" : is === "skipped" ? "pulado" : "em aberto";
  return currentStreak > 1 ? `${words}, ${currentStreak} seguidos` : words;
}

function names(habits: readonly HabitOnDay[]): string {
  return habits.map(({ name }) => name).join(", ");
}

export const HABIT_REPLIES: Readonly<Record<string, Reply>> = {
  record_habit: done,
  uncomplete_habit: undone,
  create_habit: created,
  update_habit: changed,
  get_habits: habits,
};

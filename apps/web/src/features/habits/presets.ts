import type { CreateHabitInput } from "@vida/core/habits/schemas";

export type Preset = Pick<CreateHabitInput, "name" | "frequency"> & { icon: string } & Partial<
    Pick<CreateHabitInput, "frequencyDays" | "times" | "target" | "periodOfDay">
  >;

const atLeast = (value: number, unit: string) => ({ value, unit, direction: "atLeast" as const });

/** Habits that many people begin with. */
export const PRESETS: readonly Preset[] = [
  {
    name: "Leitura",
    icon: "📖",
    frequency: "daily",
    periodOfDay: "evening",
    target: atLeast(10, "páginas"),
  },
  { name: "Treino", icon: "💪", frequency: "times", times: { times: 3, days: 7 } },
  { name: "Caminhada", icon: "🚶", frequency: "daily", target: atLeast(20, "min") },
  { name: "Meditação", icon: "🧘", frequency: "daily", periodOfDay: "morning" },
  { name: "Alongamento", icon: "🤸", frequency: "daily", periodOfDay: "morning" },
  { name: "Escrever no diário", icon: "✍️", frequency: "daily", periodOfDay: "evening" },
  { name: "Gratidão", icon: "🌻", frequency: "daily", periodOfDay: "evening" },
  { name: "Estudo", icon: "🎓", frequency: "weekdays", target: atLeast(30, "min") },
  { name: "Podcast", icon: "🎧", frequency: "times", times: { times: 2, days: 7 } },
  { name: "Oração", icon: "🙏", frequency: "daily", periodOfDay: "morning" },
  { name: "Devocional", icon: "🕯️", frequency: "daily", periodOfDay: "morning" },
  { name: "Planejar o dia", icon: "🗒️", frequency: "weekdays", periodOfDay: "morning" },
  {
    name: "Revisão da semana",
    icon: "🔁",
    frequency: "custom",
    frequencyDays: [0],
    periodOfDay: "evening",
  },
];

import { z } from "zod";

import { Clock, Day, Id, Instant, name, page, text } from "../fields.ts";

export const Frequency = z.enum(["daily", "weekdays", "weekends", "custom", "times"]);
export type Frequency = z.infer<typeof Frequency>;
export const Target = z.object({
  value: z.number().min(0).max(99_999_999),
  unit: name(20),
  direction: z.enum(["atLeast", "atMost"]),
});
export type Target = z.infer<typeof Target>;
export const Times = z
  .object({ times: z.int().min(1).max(366), days: z.int().min(1).max(366) })
  .describe("tantas vezes em tantos dias");
export const PeriodOfDay = z.enum(["morning", "afternoon", "evening", "anytime"]);

const fields = {
  name: name(100).describe("nome do hábito"),
  description: text(500).nullable().optional(),
  frequency: Frequency.describe(
    "daily todo dia, weekdays dias úteis, weekends fins de semana, custom dias da semana, times n vezes em m dias",
  ),
  frequencyDays: z
    .array(z.int().min(0).max(6))
    .max(7)
    .optional()
    .describe("só para custom: 0 domingo … 6 sábado"),
  times: Times.nullable().optional().describe("só para times"),
  target: Target.nullable().optional().describe("meta medida, por exemplo pelo menos 20 páginas"),
  periodOfDay: PeriodOfDay.optional(),
  reminderAt: Clock.nullable().optional(),
  icon: text(50).min(1).optional(),
  color: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, "cor inválida: use #RRGGBB")
    .nullable()
    .optional(),
};

export const CreateHabitInput = z.object(fields);
export type CreateHabitInput = z.infer<typeof CreateHabitInput>;
export const UpdateHabitInput = z.object(fields).partial().extend({ habitId: Id });
export type UpdateHabitInput = z.infer<typeof UpdateHabitInput>;
export const HabitInput = z.object({ habitId: Id });
export const ReorderInput = z.object({ habitIds: z.array(Id).min(1).max(200) });

export const CompleteInput = z.object({
  habitId: Id.describe("hábito"),
  day: Day.optional().describe("dia local; padrão hoje"),
  value: z.number().min(0).max(99_999_999).optional().describe("valor, para hábito medido"),
  notes: text(2000).optional(),
});
export type CompleteInput = z.infer<typeof CompleteInput>;
export const UncompleteInput = z.object({ habitId: Id, day: Day.optional() });
export const SkipInput = z.object({ habitId: Id, day: Day.optional() });

export const HabitView = z.object({
  id: Id,
  name: z.string(),
  description: z.string().nullable(),
  icon: z.string(),
  color: z.string().nullable(),
  frequency: Frequency,
  frequencyDays: z.array(z.int()),
  times: Times.nullable(),
  target: Target.nullable(),
  periodOfDay: PeriodOfDay,
  reminderAt: Clock.nullable(),
  startDay: Day,
  createdAt: Instant,
});
export type HabitView = z.infer<typeof HabitView>;

export const DayStatus = z.enum(["done", "skipped", "open"]);
export const HabitOnDay = HabitView.extend({
  /** Whether the habit is expected on the day. */
  expected: z.boolean(),
  status: DayStatus,
  value: z.number().nullable(),
  currentStreak: z.int(),
  score: z.number(),
});
export type HabitOnDay = z.infer<typeof HabitOnDay>;
export const ListHabitsInput = z.object({ day: Day.optional() });
export const HabitPage = page(HabitOnDay);

export const HabitDayView = z.object({
  id: Id,
  habitId: Id,
  habitName: z.string(),
  day: Day,
  status: z.enum(["done", "skipped"]),
  met: z.boolean(),
  value: z.number().nullable(),
  notes: z.string().nullable(),
  currentStreak: z.int(),
});
export type HabitDayView = z.infer<typeof HabitDayView>;

export const HistoryInput = z.object({ habitId: Id, from: Day.optional(), to: Day.optional() });
export const HistoryView = z.object({
  habit: HabitView,
  completions: z.array(
    z.object({
      day: Day,
      status: z.enum(["done", "skipped"]),
      met: z.boolean(),
      value: z.number().nullable(),
      notes: z.string().nullable(),
    }),
  ),
  currentStreak: z.int(),
  longestStreak: z.int(),
  /** 0 to 1: decays and recovers slowly. */
  score: z.number(),
  /** Done ÷ expected days of the range, 0 to 1. */
  rate: z.number(),
});
export type HistoryView = z.infer<typeof HistoryView>;

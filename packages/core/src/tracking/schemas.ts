import { z } from "zod";

import {
  Area,
  Clock,
  Cursor,
  Day,
  Id,
  Instant,
  Limit,
  Month,
  SubArea,
  page,
  text,
} from "../fields.ts";

export const MetricType = z.enum([
  "weight",
  "water",
  "sleep",
  "exercise",
  "mood",
  "energy",
  "custom",
]);
export type MetricType = z.infer<typeof MetricType>;

const Value = z.number().min(-99_999_999).max(99_999_999);

export const RecordEntryInput = z.object({
  type: MetricType.describe("o que se mede"),
  value: Value.describe("valor na unidade canônica: ml, kg, horas, min ou nota de 1 a 10"),
  unit: text(20)
    .min(1)
    .optional()
    .describe("ml, kg, hours, min, score, ou a unidade da métrica personalizada"),
  day: Day.optional().describe(
    "dia local AAAA-MM-DD; o sono pertence ao dia em que se acorda; padrão hoje",
  ),
  time: Clock.optional().describe("hora local HH:MM"),
  metricId: Id.optional().describe("métrica personalizada, só com type custom"),
  notes: text(2000).optional(),
  quality: z.int().min(1).max(10).optional().describe("qualidade do sono, 1 a 10"),
});
export type RecordEntryInput = z.infer<typeof RecordEntryInput>;

export const UpdateEntryInput = z.object({
  entryId: Id.describe("registro a corrigir"),
  value: Value.optional(),
  unit: text(20).min(1).optional(),
  day: Day.optional(),
  time: Clock.nullable().optional(),
  notes: text(2000).nullable().optional(),
  quality: z.int().min(1).max(10).nullable().optional(),
});
export type UpdateEntryInput = z.infer<typeof UpdateEntryInput>;

export const RemoveEntryInput = z.object({ entryId: Id.describe("registro a apagar") });
export type RemoveEntryInput = z.infer<typeof RemoveEntryInput>;

export const EntryView = z.object({
  id: Id,
  type: MetricType,
  metricId: Id.nullable(),
  metricName: z.string().nullable(),
  area: Area,
  subArea: SubArea.nullable(),
  value: z.number(),
  unit: z.string(),
  day: Day,
  time: Clock.nullable(),
  notes: z.string().nullable(),
  quality: z.int().nullable(),
  source: z.enum(["form", "chat", "job", "import"]),
  createdAt: Instant,
});
export type EntryView = z.infer<typeof EntryView>;

export const ListEntriesInput = z.object({
  type: MetricType.optional(),
  metricId: Id.optional(),
  from: Day.optional().describe("primeiro dia"),
  to: Day.optional().describe("último dia"),
  limit: Limit,
  cursor: Cursor.optional(),
});
export type ListEntriesInput = z.infer<typeof ListEntriesInput>;
export const EntryPage = page(EntryView);

export const SummaryInput = z.object({
  type: MetricType,
  metricId: Id.optional(),
  from: Day.describe("primeiro dia"),
  to: Day.describe("último dia"),
});
export type SummaryInput = z.infer<typeof SummaryInput>;

export const Trend = z.object({
  /** `unclear`: fewer than three days, or no line fits better than chance. */
  direction: z.enum(["rising", "falling", "stable", "unclear"]),
  /** Change per day along the regression line, in the metric's unit. */
  perDay: z.number(),
  days: z.int(),
});
export type Trend = z.infer<typeof Trend>;

export const SummaryView = z.object({
  type: MetricType,
  metricId: Id.nullable(),
  metricName: z.string().nullable(),
  unit: z.string(),
  from: Day,
  to: Day,
  /** Entries. */
  count: z.int(),
  /** Distinct days with an entry, and that number over all days of the period. */
  days: z.int(),
  consistency: z.number(),
  sum: z.number().nullable(),
  /** Over daily sums for water and exercise, over entries for the rest. */
  average: z.number().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  latest: z.object({ value: z.number(), day: Day }).nullable(),
  previous: z.object({ value: z.number(), day: Day }).nullable(),
  /** (latest − previous) ÷ previous × 100. */
  variation: z.number().nullable(),
  trend: Trend,
  /** The person's target: per day for water and sleep, per week for exercise. */
  goal: z.number().nullable(),
  daily: z.array(z.object({ day: Day, value: z.number(), count: z.int() })),
});
export type SummaryView = z.infer<typeof SummaryView>;

export const CalendarInput = z.object({ month: Month });
export const CalendarView = z.object({
  month: Month,
  days: z.array(
    z.object({
      day: Day,
      /** Mean of the day's moods. */
      moodScore: z.number().nullable(),
      moodColor: z.enum(["green", "yellow", "red", "none"]),
      entries: z.int(),
      habitsCompleted: z.int(),
      habitsTotal: z.int(),
      hasData: z.boolean(),
    }),
  ),
});
export type CalendarView = z.infer<typeof CalendarView>;

export const DayInput = z.object({ day: Day });
export const DayView = z.object({
  day: Day,
  entries: z.array(EntryView),
  totals: z.array(
    z.object({
      type: MetricType,
      metricId: Id.nullable(),
      metricName: z.string().nullable(),
      value: z.number(),
      unit: z.string(),
      goal: z.number().nullable(),
    }),
  ),
});
export type DayView = z.infer<typeof DayView>;

import { z } from "zod";

import { Area, Day, Id, Instant, SubArea, name, page, text } from "../fields.ts";

const Value = z
  .number()
  .min(0)
  .max(9_999_999_999)
  .refine((value) => Math.round(value * 100) / 100 === value, "use no máximo duas casas decimais");

export const CreateGoalInput = z.object({
  title: name(255).describe("a meta em poucas palavras"),
  description: text(2000).optional(),
  area: Area,
  subArea: SubArea.optional(),
  targetValue: Value.describe("aonde se quer chegar"),
  unit: name(50).describe("unidade, por exemplo km, livros, kg"),
  startDate: Day.optional(),
  endDate: Day.describe("prazo"),
  direction: z
    .enum(["increase", "decrease"])
    .optional()
    .describe("decrease para diminuir, como perder peso"),
  baseline: Value.optional().describe("de onde se parte"),
  milestones: z
    .array(z.object({ title: name(255), targetValue: Value.optional() }))
    .max(50)
    .optional(),
});
export type CreateGoalInput = z.infer<typeof CreateGoalInput>;

export const UpdateGoalInput = z.object({
  goalId: Id,
  title: name(255).optional(),
  description: text(2000).nullable().optional(),
  area: Area.optional(),
  subArea: SubArea.nullable().optional(),
  targetValue: Value.optional(),
  unit: name(50).optional(),
  startDate: Day.optional(),
  endDate: Day.optional(),
  direction: z.enum(["increase", "decrease"]).optional(),
  baseline: Value.optional(),
});
export type UpdateGoalInput = z.infer<typeof UpdateGoalInput>;

export const GoalInput = z.object({ goalId: Id });
export const ProgressInput = z.object({
  goalId: Id.describe("meta"),
  currentValue: Value.describe("valor atual, na unidade da meta"),
});
export const AddMilestoneInput = z.object({
  goalId: Id,
  title: name(255),
  targetValue: Value.optional(),
});
export const MilestoneInput = z.object({ milestoneId: Id });
export const CompleteMilestoneInput = MilestoneInput.extend({
  completed: z.boolean().default(true),
});

export const MilestoneView = z.object({
  id: Id,
  goalId: Id,
  title: z.string(),
  targetValue: z.number().nullable(),
  completedAt: Instant.nullable(),
});
export type MilestoneView = z.infer<typeof MilestoneView>;

export const GoalStatus = z.enum(["not_started", "in_progress", "completed", "failed"]);
export type GoalStatus = z.infer<typeof GoalStatus>;
export const GoalView = z.object({
  id: Id,
  title: z.string(),
  description: z.string().nullable(),
  area: Area,
  subArea: SubArea.nullable(),
  unit: z.string(),
  direction: z.enum(["increase", "decrease"]),
  baseline: z.number(),
  targetValue: z.number(),
  currentValue: z.number(),
  startDate: Day,
  endDate: Day,
  status: GoalStatus,
  /** 0 to 100. */
  progress: z.number(),
  /** Share of its time that has passed, 0 to 100. */
  elapsed: z.number(),
  daysRemaining: z.int(),
  atRisk: z.boolean(),
  milestones: z.array(MilestoneView),
  createdAt: Instant,
});
export type GoalView = z.infer<typeof GoalView>;
export const ListGoalsInput = z.object({ status: GoalStatus.optional(), area: Area.optional() });
export const GoalPage = page(GoalView);

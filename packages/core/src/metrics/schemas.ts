import { z } from "zod";

import { Area, Id, Instant, SubArea, name, page, text } from "../fields.ts";

const bound = z.number().min(-99_999_999).max(99_999_999);
const color = z.string().regex(/^#[0-9a-fA-F]{6}$/, "cor inválida: use #RRGGBB");

export const CreateMetricInput = z.object({
  name: name(100).describe("nome da métrica"),
  unit: name(20).describe("unidade, por exemplo xícaras"),
  description: text(500).optional(),
  icon: text(50).min(1).optional(),
  color: color.optional(),
  minValue: bound.nullable().optional(),
  maxValue: bound.nullable().optional(),
  area: Area.optional(),
  subArea: SubArea.optional(),
});
export type CreateMetricInput = z.infer<typeof CreateMetricInput>;

export const UpdateMetricInput = CreateMetricInput.partial().extend({ metricId: Id });
export type UpdateMetricInput = z.infer<typeof UpdateMetricInput>;

export const RemoveMetricInput = z.object({ metricId: Id });

export const MetricView = z.object({
  id: Id,
  name: z.string(),
  unit: z.string(),
  description: z.string().nullable(),
  icon: z.string(),
  color: z.string().nullable(),
  minValue: z.number().nullable(),
  maxValue: z.number().nullable(),
  area: Area,
  subArea: SubArea.nullable(),
  createdAt: Instant,
});
export type MetricView = z.infer<typeof MetricView>;

export const ListMetricsInput = z.object({});
export const MetricPage = page(MetricView);

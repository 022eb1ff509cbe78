import { z } from "zod";

import { Area, Cursor, Day, Id, Instant, Limit, SubArea, name, page, text } from "../fields.ts";

export const KnowledgeType = z.enum(["fact", "preference", "memory", "insight", "person"]);
export type KnowledgeType = z.infer<typeof KnowledgeType>;
const Content = name(5000);
const Tags = z.array(name(60)).max(20);

export const AddItemInput = z.object({
  type: KnowledgeType.describe(
    "fact fato, preference gosto, memory acontecimento, insight padrão, person pessoa",
  ),
  content: Content.describe("o que guardar, em uma frase"),
  title: name(255).optional(),
  area: Area.nullish(),
  subArea: SubArea.nullish(),
  tags: Tags.optional(),
  confidence: z.number().min(0).max(1).optional(),
  validFrom: Day.optional().describe("desde quando vale; padrão hoje"),
});
export type AddItemInput = z.infer<typeof AddItemInput>;

export const UpdateItemInput = z.object({
  itemId: Id,
  title: name(255).nullable().optional(),
  content: Content.optional(),
  tags: Tags.optional(),
});
export const ItemInput = z.object({ itemId: Id.describe("o que a assistente sabe") });

export const ItemView = z.object({
  id: Id,
  type: KnowledgeType,
  area: Area.nullable(),
  subArea: SubArea.nullable(),
  title: z.string().nullable(),
  content: z.string(),
  tags: z.array(z.string()),
  source: z.enum(["conversation", "user_input", "ai_inference"]),
  confidence: z.number(),
  validated: z.boolean(),
  /** Inferred and not yet seen by the person: not used for advice. */
  unseen: z.boolean(),
  validFrom: Day,
  validTo: Day.nullable(),
  supersededById: Id.nullable(),
  recordedAt: Instant,
});
export type ItemView = z.infer<typeof ItemView>;

export const AddedView = ItemView.extend({ supersedes: z.array(Id) });

export const SearchInput = z.object({
  query: text(200).optional().describe("palavras do que se procura; vazio traz o mais recente"),
  type: KnowledgeType.optional(),
  area: Area.optional(),
  includeSuperseded: z.boolean().optional(),
  asOf: Day.optional().describe("o que valia nesse dia"),
  limit: Limit,
  cursor: Cursor.optional(),
});
export type SearchInput = z.infer<typeof SearchInput>;
export const ItemPage = page(ItemView);

export const HistoryView = z.object({ items: z.array(ItemView) });
export const WhyView = z.object({
  itemId: Id,
  /** The sentence it came from, when it was said in a conversation. */
  message: z
    .object({ messageId: Id, conversationId: Id, text: z.string(), at: Instant })
    .nullable(),
  evidence: z.string().nullable(),
  source: ItemView.shape.source,
});

const Line = z.object({
  text: name(500),
  source: z.enum(["person", "learned"]),
  at: Day,
  messageId: Id.nullable().default(null),
  /** A learnt line is used for advice only after the person has seen it. */
  seen: z.boolean().default(true),
});
export const PROFILE_LISTS = ["goals", "challenges", "topOfMind", "values", "patterns"] as const;
export const ProfileLists = z.object({
  goals: z.array(Line).max(50).default([]),
  challenges: z.array(Line).max(50).default([]),
  topOfMind: z.array(Line).max(50).default([]),
  values: z.array(Line).max(50).default([]),
  patterns: z.array(Line).max(50).default([]),
});
export type ProfileLists = z.infer<typeof ProfileLists>;

export const ProfileView = z.object({
  bio: z.string().nullable(),
  occupation: z.string().nullable(),
  familyContext: z.string().nullable(),
  communicationStyle: z.string().nullable(),
  feedbackPreferences: z.string().nullable(),
  ...ProfileLists.shape,
  version: z.int(),
});
export type ProfileView = z.infer<typeof ProfileView>;

const texts = z.array(name(500)).max(50).optional();
export const UpdateMemoryProfileInput = z.object({
  bio: text(2000).nullable().optional(),
  occupation: text(255).nullable().optional(),
  familyContext: text(2000).nullable().optional(),
  communicationStyle: text(255).nullable().optional(),
  feedbackPreferences: text(2000).nullable().optional(),
  goals: texts,
  challenges: texts,
  topOfMind: texts,
  values: texts,
  patterns: texts,
  /** The version that was edited; another one meanwhile is a conflict. */
  version: z.int().optional(),
});
export type UpdateMemoryProfileInput = z.infer<typeof UpdateMemoryProfileInput>;
export const NoInput = z.object({});
export const ForgottenView = z.object({ id: Id, title: z.string() });

export const QuestionsView = z.object({
  items: z.array(
    z.object({ id: Id, itemId: Id, known: z.string(), claim: z.string(), askedAt: Instant }),
  ),
});
export type QuestionsView = z.infer<typeof QuestionsView>;
export const AnswerInput = z.object({
  questionId: Id,
  verdict: z.enum(["changed", "same", "both"]),
});
export const AnsweredView = z.object({
  questionId: Id,
  verdict: AnswerInput.shape.verdict,
  item: ItemView,
});

export const NightView = z.object({
  items: z.array(ItemView),
  lines: z.array(z.object({ list: z.enum(PROFILE_LISTS), text: z.string() })),
  /** The newest nights: what each read, what came of it, who read and for how much. */
  nights: z.array(
    z.object({
      day: Day.nullable(),
      at: Instant,
      messages: z.int(),
      learnt: z.int(),
      superseded: z.int(),
      questions: z.int(),
      lines: z.int(),
      provider: z.enum(["google", "local"]),
      failure: z.string().nullable(),
      costUsd: z.number(),
    }),
  ),
});
export const SeenView = z.object({ count: z.int() });
export const UnlearnInput = z.union([
  z.object({ itemId: Id }),
  z.object({ list: z.enum(PROFILE_LISTS), text: z.string().max(500) }),
]);
export const UnlearntView = z.object({ text: z.string() });

import { z } from "zod";

import { Area, text } from "../fields.ts";
import { read } from "../operation.ts";
import { profileOf } from "./profile.ts";
import { ITEM_COLUMNS, toItemView } from "./rows.ts";
import { ItemView, ProfileLists } from "./schemas.ts";
import { carriedWords } from "./words.ts";

export const AnalyzeInput = z.object({
  topic: text(200).min(1).describe("assunto da conversa em poucas palavras"),
  areas: z.array(Area).min(1).max(4).describe("áreas da vida que o assunto toca"),
});

export const AnalyzeView = z.object({
  /** What is known of the areas, what shares words with the topic first. */
  facts: z.array(ItemView),
  patterns: ProfileLists.shape.patterns,
  /** Facts that share words with the topic. */
  connections: z.array(z.object({ itemId: z.uuid(), words: z.array(z.string()) })),
});

/**
 * Gathers what bears on a topic, for an answer that connects. Nothing is stored; what was inferred and not
 * yet seen by the person is left out.
 */
export const analyzeContext = read({
  name: "memory.analyze",
  input: AnalyzeInput,
  output: AnalyzeView,
  async run(ctx, { topic, areas }) {
    const rows = await ctx.tx.knowledgeItem.findMany({
      where: { userId: ctx.userId, validTo: null, OR: [{ area: { in: areas } }, { area: null }] },
      orderBy: { recordedAt: "desc" },
      select: ITEM_COLUMNS,
      take: 100,
    });
    const asked = carriedWords(topic);
    const known = rows
      .map(toItemView)
      .filter(({ unseen }) => !unseen)
      .map((item) => ({
        item,
        words: [...carriedWords(item.content)].filter((word) => asked.has(word)),
      }))
      .toSorted((a, b) => b.words.length - a.words.length || b.item.confidence - a.item.confidence);
    const { patterns } = await profileOf(ctx);
    return {
      facts: known.slice(0, 15).map(({ item }) => item),
      patterns: patterns.filter(({ seen }) => seen),
      connections: known
        .filter(({ words }) => words.length > 0)
        .slice(0, 5)
        .map(({ item, words }) => ({ itemId: item.id, words })),
    };
  },
});

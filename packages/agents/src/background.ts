import type { Ctx } from "@vida/core/context";
import { profileOf } from "@vida/core/memory/profile";
import { openQuestions } from "@vida/core/memory/questions";
import { searchItems } from "@vida/core/memory/search";
import { parseInput } from "@vida/core/operation";

/** What a model is told of a person besides the conversation; empty parts are left out. */
export type Background = Readonly<Record<string, unknown>>;

/** Memories that bear on a message, at most. */
const MEMORIES = 8;
const LINES = 5;

/**
 * Reads the profile and the memories that share words with a message.
 *
 * What was inferred and not yet seen by the person is left out; doubtful memories carry their doubt.
 */
export async function readBackground(ctx: Ctx, text: string): Promise<Background> {
  const profile = await profileOf(ctx);
  const query = parseInput(searchItems.input, { query: text.slice(0, 200), limit: MEMORIES });
  const found = searchItems.output.parse(await searchItems.run(ctx.tx, query, ctx.userId));
  const lines = (list: readonly { text: string; seen: boolean }[]) =>
    list
      .filter(({ seen }) => seen)
      .slice(0, LINES)
      .map((line) => line.text);
  const parts: Record<string, unknown> = {
    sobre: [profile.bio, profile.occupation, profile.familyContext].filter((part) => part !== null),
    valores: lines(profile.values),
    objetivos: lines(profile.goals),
    desafios: lines(profile.challenges),
    emMente: lines(profile.topOfMind),
    padroes: lines(profile.patterns),
    jeitoDeConversar: [profile.communicationStyle, profile.feedbackPreferences].filter(
      (part) => part !== null,
    ),
    // To be asked gently when it fits: only the person can tell which of the two holds.
    perguntasAbertas: (await openQuestions(ctx))
      .slice(0, LINES)
      .map(({ known, claim }) => `guardado: ${known} · disse depois: ${claim}`),
    memorias: found.items
      .filter(({ unseen }) => !unseen)
      .map(({ content, confidence, validated }) =>
        validated || confidence >= 0.8 ? content : `${content} (sem certeza)`,
      ),
  };
  return Object.fromEntries(
    Object.entries(parts).filter(([, value]) => Array.isArray(value) && value.length > 0),
  );
}

import { z } from "zod";

import { Area } from "../fields.ts";
import { fold } from "../ptbr/normalize.ts";
import { statesOf } from "./contradictions.ts";
import { KnowledgeType } from "./schemas.ts";
import type { ProfileLists } from "./schemas.ts";
import { clausesOf } from "./states/clauses.ts";
import type { State } from "./states/state.ts";

/** What a night has to read. */
export type Night = {
  readonly today: string;
  readonly messages: readonly { readonly id: string; readonly text: string }[];
  /** What is known and in force. */
  readonly known: readonly { readonly id: string; readonly content: string }[];
  readonly profile: ProfileLists;
};

/** Something said that is worth knowing, as rules or a model found it; checked again before it is stored. */
export const Learnt = z.object({
  type: KnowledgeType,
  area: Area.nullable(),
  content: z.string().min(3).max(500),
  confidence: z.number().min(0).max(1),
  messageId: z.uuid(),
  /** The words of the message that it rests on. */
  evidence: z.string().min(1).max(500),
  /** Known items that it takes the place of. */
  replaces: z.array(z.uuid()),
});
export type Learnt = z.infer<typeof Learnt>;

export const LearntLine = z.object({
  list: z.enum(["goals", "challenges", "topOfMind", "values", "patterns"]),
  text: z.string().min(3).max(500),
  messageId: z.uuid(),
  evidence: z.string().min(1).max(500),
});
export type LearntLine = z.infer<typeof LearntLine>;

export type Extraction = {
  readonly items: readonly Learnt[];
  readonly lines: readonly LearntLine[];
};

/** A model that reads a night; it throws a typed failure when it cannot. */
export type Extractor = (
  night: Night,
  signal: AbortSignal,
) => Promise<{
  extraction: Extraction;
  usage: { inputTokens: number; outputTokens: number; costUsd: number };
}>;

const SENTENCE_END = /(?<=[.!?;\n])\s+|\n+/;
const PARTING = /,\s+(?:e\s+)?|\s+e\s+/;
const LONGEST_SENTENCE = 300;

/** Kinds of states worth remembering by themselves; others only matter when they end something known. */
const WORTH =
  /^(?:city|lives with|job|employer|contract|workplace|marital|religion|team|attribute |favourite |age|count |pay|shoe|wakes at|sleeps at|dose |likes |prefers |has allergy |degree|does (?:smoking|drinking|meat|veganism))/;

/** What of somebody close is worth as much. */
const OF_OTHERS = /^(?:city|job|employer|marital|religion|has allergy)$/;

/** Whether a state is worth knowing by itself; what one does not do ("não fumo") as much as what one does. */
function lasts({ subject, kind, holds }: State, content: string): boolean {
  if (subject !== "eu") return subject !== "" && holds && OF_OTHERS.test(kind);
  const never = kind.startsWith("does ") && !PASSING.test(fold(content));
  return (holds || never) && WORTH.test(kind);
}

/** Lasting tastes and names of close people that no state stands for, in plain words. */
const TASTE =
  /^(?:sempre )?prefiro (?!(?:nao|isso|esse|essa|assim|que|se|nem|falar|deixar|esperar|ver|ficar|ir|fazer|pensar|responder)\b)[a-z]{3}|^(?:nao gosto|nao suporto|odeio|detesto) (?:de |d[ao]s? )?(?!(?:isso|esse|essa|disso|dele|dela|ele|ela|voce|mim)\b)[a-z]{3}/;
const NAMED = /^(?:me )?chama [a-z]{2,}$/;
const PASSING = /\b(?:hoje|agora|dess[ae]|nest[ae]|ness[ae]|amanha|ontem)\b/;

/** What kind of thing a sentence tells that lasts, by its clauses; nothing for what passes. */
function lastingKind(content: string): "preference" | "person" | undefined {
  for (const { subject, text } of clausesOf(content)) {
    if (PASSING.test(text)) continue;
    if (subject === "eu" && TASTE.test(text)) return "preference";
    if (subject !== "eu" && subject !== "" && NAMED.test(text)) return "person";
  }
  return undefined;
}

/**
 * The facts of a sentence one by one, so that the end of one leaves the others in force. A sentence stays
 * whole unless each part tells something lasting of its own and parting them loses no state.
 */
function factsOf(sentence: string): string[] {
  const parts = sentence.split(PARTING).map((part) => part.trim());
  const said = (text: string) => statesOf(text).map((state) => JSON.stringify(state));
  const tells = (part: string) => statesOf(part).length > 0 || lastingKind(part) !== undefined;
  const apart = new Set(parts.flatMap(said));
  const kept = said(sentence).every((state) => apart.has(state));
  return kept && parts.every(tells) ? parts : [sentence];
}

/** Reads a night by rule: states that replace each other, tastes and names, in the person's own words. */
export function extractByRule({ messages, known }: Pick<Night, "messages" | "known">): Extraction {
  const heldKinds = new Set(
    known.flatMap(({ content }) => statesOf(content).map(({ subject, kind }) => subject + kind)),
  );
  const items = messages.flatMap((message) =>
    message.text
      .split(SENTENCE_END)
      .map((sentence) => sentence.trim())
      .filter((sentence) => sentence.length > 0 && sentence.length <= LONGEST_SENTENCE)
      .flatMap(factsOf)
      .flatMap((content): Learnt[] => {
        const states = statesOf(content);
        const worth = states.some(
          (state) => lasts(state, content) || heldKinds.has(state.subject + state.kind),
        );
        const lasting = lastingKind(content);
        if (!worth && lasting === undefined) return [];
        const tastes = states.some(({ kind }) => /^(?:likes|prefers|favourite) /.test(kind));
        const type = tastes ? "preference" : (lasting ?? "fact");
        const evidence = content;
        return [
          {
            type,
            area: null,
            content,
            confidence: 0.8,
            messageId: message.id,
            evidence,
            replaces: [],
          },
        ];
      }),
  );
  return { items, lines: [] };
}

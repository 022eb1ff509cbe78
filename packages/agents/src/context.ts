import type { BaseMessage } from "@langchain/core/messages";
import type { Preferences } from "@vida/core/account/preferences";
import { spentToday } from "@vida/core/chat/spending";
import { readTurn } from "@vida/core/chat/turn-context";
import type { ReadTurn, StoredMessage, TurnStorage } from "@vida/core/chat/turn-context";
import type { Ctx } from "@vida/core/context";
import { fail } from "@vida/core/errors";
import type { CardAction } from "@vida/core/live/message";
import type {
  AgentName,
  Context,
  Lexicon,
  OpenCard,
  Understanding,
  WriteTool,
} from "@vida/core/ptbr/types";
import { understand } from "@vida/core/ptbr/understand";
import { z } from "zod";

import { openQuestion } from "./ask-thread.ts";
import { readBackground } from "./background.ts";
import type { Background } from "./background.ts";
import { agentsOf, doneActions, recentTools, withinBudget } from "./history.ts";
import { systemPrompt } from "./prompt.ts";
import { summaryOf } from "./summary.ts";
import type { ToolEnv } from "./tool-spec.ts";
import type { Registry } from "./tools.ts";

/** What of a conversation a model is given, in tokens. */
const HISTORY_TOKENS = 6000;
/** How many messages the grammar looks back on. */
export const NEWEST = 20;
/** How many messages are looked at for a cloud; what the budget leaves of them is summed up. */
const MESSAGES = 120;

export type TurnContext = {
  text: string;
  name: string;
  conversationKind: "general" | "counselor";
  preferences: Preferences;
  env: ToolEnv;
  understanding: Understanding;
  previousAgents: AgentName[];
  history: BaseMessage[];
  /** What a model was told of the person. */
  background: Background;
  openCards: TurnStorage["openCards"];
  hasRules: boolean;
  /** What the person's runs have cost today, where a cloud may cost more. */
  spentToday: number;
  prompt: (agents: readonly AgentName[]) => string;
};

type Asked = {
  conversationId: string;
  /** The message to answer, or the message of the card whose turn goes on. */
  upTo: string | null;
  /** Whether what the grammar leaves may go to a cloud. */
  mayUseCloud: (preferences: Preferences) => boolean;
  /** Whether the grammar reads the message; a turn that goes on after its card needs it no more. */
  reads: boolean;
};

const NOTHING_NEW: Understanding = {
  kind: "unknown",
  agents: [],
  writes: [],
  reads: [],
  certainty: "none",
  residue: "",
};

/** What a turn starts from, as the database holds it. */
export type TurnRows = {
  storage: TurnStorage;
  lexicon: Lexicon | undefined;
  background: Background;
  spent: number;
  person: Ctx["person"];
  preferences: Preferences;
  today: string;
  now: string;
};

/**
 * Reads everything that a turn knows before a model speaks.
 *
 * Read anew when a thread resumes: what the person changed meanwhile counts.
 */
export async function readRows(ctx: Ctx, asked: Asked): Promise<TurnRows> {
  const cloud = asked.mayUseCloud(ctx.preferences);
  const { conversationId, upTo } = asked;
  const turn = await readTurn(ctx, conversationId, {
    upTo,
    limit: cloud ? MESSAGES : NEWEST,
    lexicon: asked.reads || cloud,
  });
  const rows = rowsOf(ctx, turn);
  if (!cloud) return rows;
  const background = await readBackground(ctx, placeOf(turn.history).text);
  return { ...rows, background, spent: await spentToday(ctx) };
}

/** What a turn starts from that stays here: what was read of it, and whose it is. */
export function rowsOf(ctx: Ctx, { lexicon, ...storage }: ReadTurn): TurnRows {
  return {
    storage,
    lexicon,
    background: {},
    spent: 0,
    person: ctx.person,
    preferences: ctx.preferences,
    today: ctx.today,
    now: ctx.wallTime,
  };
}

/** Reads the message by grammar and puts together what a turn needs of what was read. */
export function buildContext(rows: TurnRows, registry: Registry): TurnContext {
  const { storage, person, preferences, today, now, lexicon, spent, background } = rows;
  const names = lexicon ?? {};
  const { text, before } = placeOf(storage.history);
  const done = doneActions(storage.history, registry);
  const { kept, older } = withinBudget(before, HISTORY_TOKENS);
  const previousAgents = agentsOf(before, registry);
  const read = (): Understanding => {
    const context = saidBefore(before, storage.openCards, registry, { lexicon: names, today, now });
    return understand(text, names, { today, now, context });
  };
  return {
    text,
    name: person.name,
    conversationKind: storage.conversation.kind,
    preferences,
    env: { today, now, lexicon: names, done },
    understanding: lexicon ? read() : NOTHING_NEW,
    previousAgents,
    history: kept,
    background,
    openCards: storage.openCards,
    hasRules: storage.hasRules,
    spentToday: spent,
    prompt: (agents) =>
      systemPrompt(agents, {
        name: person.name,
        timezone: person.timezone,
        currency: person.currency,
        now,
        preferences,
        lexicon: names,
        openCards: storage.openCards.flatMap(({ actions }) => actions.map(({ title }) => title)),
        background,
        before: summaryOf(older),
      }),
  };
}

/** What the grammar may know of what was said before a message. */
export function saidBefore(
  before: readonly StoredMessage[],
  openCards: TurnStorage["openCards"],
  registry: Registry,
  { lexicon, today, now }: Omit<ToolEnv, "done">,
): Context {
  const [agent] = agentsOf(before, registry);
  const lastQuestion = openQuestion(before, lexicon, { today, now });
  return {
    openCards: openCards.map((card) => toOpenCard(card, registry)),
    ...recentTools(before, registry),
    ...(agent === undefined ? {} : { agent }),
    ...(lastQuestion === undefined ? {} : { lastQuestion }),
  };
}

/** Splits the conversation into the person's newest words and what was said before them. */
function placeOf(messages: readonly StoredMessage[]): { text: string; before: StoredMessage[] } {
  const at = messages.findLastIndex(({ role }) => role === "user");
  const message = messages[at];
  if (message === undefined) return fail("not_found", "chat.messageNotFound");
  return { text: message.text, before: messages.slice(0, at) };
}

function toOpenCard(
  card: { confirmationId: string; actions: readonly CardAction[] },
  registry: Registry,
): OpenCard {
  const isWrite = (tool: string): tool is WriteTool => registry.find(tool)?.kind === "write";
  const actions = card.actions.flatMap(({ actionId, tool, args, title }) =>
    isWrite(tool) ? [{ actionId, tool, args: Args.parse(args), title }] : [],
  );
  return { confirmationId: card.confirmationId, actions };
}

const Args = z.record(z.string(), z.json());

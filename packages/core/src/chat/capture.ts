import { v5 } from "uuid";

import type { Ctx } from "../context.ts";
import { hashOf } from "../hash.ts";
import { toJson } from "../json.ts";
import type { CardAction } from "../live/message.ts";
import { write } from "../operation.ts";
import type { Write } from "../operation.ts";
import { dateInWords } from "../tracking/words.ts";
import { appendAssistantMessage } from "./append.ts";
import { expiryOf } from "./cards.ts";
import { CaptureInput, CapturedView } from "./schemas.ts";
import { queueRun, storeMessage } from "./send.ts";

const NAMESPACE = "3f0ad9a1-7a51-5e0f-8d25-0a4f4c1d2b6e";

/** What binds a preview to its Enter: the text, the tools and every resolved argument. */
export function previewHash(
  text: string,
  actions: readonly Pick<CardAction, "tool" | "args">[],
): string {
  return hashOf({ text: text.trim(), actions: actions.map(({ tool, args }) => ({ tool, args })) });
}

/** The conversation that a day's one-line captures stand in; made when it is first needed. */
async function captureConversation(ctx: Ctx): Promise<string> {
  const id = v5(`${ctx.userId}/${ctx.today}`, NAMESPACE);
  await ctx.tx.conversation.createMany({
    data: {
      userId: ctx.userId,
      id,
      kind: "general",
      title: `Anotações de ${dateInWords(ctx.today, ctx.today)}`,
      titledBy: "auto",
      lastActivityAt: ctx.nowDate,
      createdAt: ctx.nowDate,
    },
    skipDuplicates: true,
  });
  return id;
}

/**
 * Makes the operation that stores a one-line capture: message, card and verdict in one act, when what the
 * text leads to now (`actions`, parsed again) is what the preview showed. Anything else is sent as an
 * ordinary message and becomes an ordinary card. The same `messageId` again answers the same.
 */
export function captureLine(
  actions: readonly CardAction[],
): Write<typeof CaptureInput, typeof CapturedView> {
  return write({
    name: "chat.capture",
    input: CaptureInput,
    output: CapturedView,
    touches: ["chat", "dashboard"],
    async run(ctx, { text, hash, messageId, conversationId: place }) {
      const known = await ctx.tx.message.findFirst({
        where: { userId: ctx.userId, id: messageId },
      });
      const conversationId = known?.conversationId ?? place ?? (await captureConversation(ctx));
      const captured = actions.length > 0 && hash !== null && hash === previewHash(text, actions);
      const message = { conversationId, messageId, content: text };
      const { runId, isNew } = await storeMessage(ctx, message, {
        run: captured ? "none" : "queued",
      });
      if (!isNew) {
        const run = await ctx.tx.run.findFirst({ where: { userId: ctx.userId, id: runId } });
        const stored = await ctx.tx.toolAction.findMany({
          where: { userId: ctx.userId, runId },
          select: { id: true },
        });
        const actionIds = stored.map(({ id }) => id);
        return { captured: run?.kind === "decision", runId, messageId, conversationId, actionIds };
      }
      if (captured) await storeDecidedCard(ctx, { conversationId, runId, actions });
      const actionIds = captured ? actions.map(({ actionId }) => actionId) : [];
      return { captured, runId, messageId, conversationId, actionIds };
    },
  });
}

async function storeDecidedCard(
  ctx: Ctx,
  card: { conversationId: string; runId: string; actions: readonly CardAction[] },
): Promise<void> {
  const { conversationId, runId, actions } = card;
  const confirmationId = v5(runId, NAMESPACE);
  const decisions = actions.map(({ actionId }) => ({ actionId, verdict: "confirm" as const }));
  const messageId = v5(`${runId}/card`, NAMESPACE);
  const stored = await ctx.tx.confirmation.create({
    data: {
      userId: ctx.userId,
      id: confirmationId,
      conversationId,
      runId,
      messageId,
      status: "decided",
      actions: toJson(actions),
      decisions: toJson(decisions),
      expiresAt: expiryOf(ctx),
      createdAt: ctx.nowDate,
      closedAt: ctx.nowDate,
    },
  });
  await ctx.tx.toolAction.createMany({
    data: actions.map((action) => ({
      userId: ctx.userId,
      id: action.actionId,
      confirmationId,
      runId,
      tool: action.tool,
      args: toJson(action.args),
      argsHash: hashOf(action.args),
      status: "confirmed",
      createdAt: ctx.nowDate,
    })),
  });
  await appendAssistantMessage(
    ctx,
    { conversationId, messageId, runId: null, parts: [{ type: "confirmation", confirmationId }] },
    { cards: [stored] },
  );
  await queueRun(ctx, { runId, conversationId, kind: "decision", messageId: null, confirmationId });
}

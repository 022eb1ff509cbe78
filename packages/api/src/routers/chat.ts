import { checkToolArgs } from "@vida/agents/check-args";
import { previewLine } from "@vida/agents/preview";
import { editMessage, regenerateAnswer, selectBranch } from "@vida/core/chat/branches";
import { captureLine } from "@vida/core/chat/capture";
import { listPending } from "@vida/core/chat/cards";
import {
  createConversation,
  listConversations,
  removeConversation,
  renameConversation,
} from "@vida/core/chat/conversations";
import { decideCard } from "@vida/core/chat/decide";
import { exportConversation } from "@vida/core/chat/export";
import { giveFeedback } from "@vida/core/chat/feedback";
import { listMessages } from "@vida/core/chat/messages";
import { listUnconfirmed, reopenCard } from "@vida/core/chat/reopen";
import { CaptureInput, PreviewInput, SendInput, UsageInput } from "@vida/core/chat/schemas";
import { sendingMessage, sendMessage } from "@vida/core/chat/send";
import { usageToday } from "@vida/core/chat/spending";
import { allowRule, listRules, revokeRule } from "@vida/core/chat/standing-rules";
import { stopRun } from "@vida/core/chat/stop";
import { isDomainError } from "@vida/core/errors";
import { parseInput } from "@vida/core/operation";

import { mutation, personProcedure, query, router, run, spent, typed } from "../trpc.ts";

export const chatRouter = router({
  conversations: query(listConversations),
  create: mutation(createConversation),
  rename: mutation(renameConversation),
  remove: mutation(removeConversation),
  export: spent("export", exportConversation),
  messages: query(listMessages),
  send: personProcedure.input(typed(SendInput)).mutation(async ({ ctx, input }) => {
    await ctx.spend("chat", { account: ctx.person.userId, address: ctx.address });
    try {
      return await run(ctx, sendingMessage(ctx.playAtOnce), input);
    } catch (error) {
      if (isDomainError(error) && error.code === "unavailable") throw error;
      if (!isDomainError(error)) ctx.onBug(error);
      // Nothing is stored. What the short way cannot do keeps no message from being accepted.
      return run(ctx, sendMessage, input);
    }
  }),
  decide: mutation(decideCard(checkToolArgs)),
  pending: query(listPending),
  unconfirmed: query(listUnconfirmed),
  reopen: mutation(reopenCard),
  stop: mutation(stopRun),
  regenerate: spent("chat", regenerateAnswer),
  edit: spent("chat", editMessage),
  selectBranch: mutation(selectBranch),
  feedback: mutation(giveFeedback),
  rules: query(listRules),
  allowRule: mutation(allowRule),
  revokeRule: mutation(revokeRule),
  /** What models have cost the person today, and what they may. */
  usage: personProcedure.input(typed(UsageInput)).query(async ({ ctx, input }) => ({
    ...(await run(ctx, usageToday, input)),
    dailyLimitUsd: ctx.dailyCostLimit ?? null,
  })),
  /** What the grammar would record of a line, while it is typed. */
  preview: personProcedure.input(typed(PreviewInput)).query(async ({ ctx, input }) => {
    const { services, person, requestId, onBug } = ctx;
    const line = { userId: person.userId, seed: requestId, ...parseInput(PreviewInput, input) };
    return previewLine(services, line, onBug);
  }),
  /** The preview that was seen plus Enter; what no longer fits becomes an ordinary card. */
  capture: personProcedure.input(typed(CaptureInput)).mutation(async ({ ctx, input }) => {
    await ctx.spend("chat", { account: ctx.person.userId, address: ctx.address });
    const capture = parseInput(CaptureInput, input);
    const { services, person, onBug } = ctx;
    const line = { userId: person.userId, seed: capture.messageId, ...capture };
    const { actions, hash } = await previewLine(services, line, onBug);
    return run(ctx, captureLine(hash === null ? [] : actions), capture);
  }),
});

import { checkToolArgs } from "@vida/agents/check-args";
import { listPending } from "@vida/core/chat/cards";
import { createConversation, listConversations, removeConversation, renameConversation } from "@vida/core/chat/conversations";
import { decideCard } from "@vida/core/chat/decide";
import { exportConversation } from "@vida/core/chat/export";
import { giveFeedback } from "@vida/core/chat/feedback";
import { listMessages } from "@vida/core/chat/messages";
import { sendMessage } from "@vida/core/chat/send";
import { stopRun } from "@vida/core/chat/stop";
import { mutation, personProcedure, query, router, run } from "../trpc.ts";
import type { z } from "zod";
import type { SendInput } from "@vida/core/chat/schemas";

export const chatRouter = router({
  conversations: query(listConversations),
  create: mutation(createConversation),
  rename: mutation(renameConversation),
  remove: mutation(removeConversation),
  export: query(exportConversation),
  messages: query(listMessages),
  send: personProcedure
    .input((raw: unknown) => raw as z.input<typeof SendInput>)
    .mutation(async ({ ctx, input }) => {
      await ctx.spend("chat", { account: ctx.person.userId, address: ctx.address });
      return await run(ctx, sendMessage, input);
    }),
  decide: mutation(decideCard(checkToolArgs)),
  pending: query(listPending),
  stop: mutation(stopRun),
  feedback: mutation(giveFeedback),
});

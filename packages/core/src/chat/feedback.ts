import { fail } from "../errors.ts";
import { write } from "../operation.ts";
import { FeedbackInput } from "./schemas.ts";

/** Keeps what a person thinks of an answer, or takes it back with `null`. */
export const giveFeedback = write({
  name: "chat.feedback",
  input: FeedbackInput,
  output: FeedbackInput,
  touches: [],
  async run(ctx, { messageId, feedback }) {
    const { count } = await ctx.tx.message.updateMany({
      where: { userId: ctx.userId, id: messageId, role: "assistant" },
      data: { feedback },
    });
    return count === 0
      ? fail("not_found", "chat.messageNotFound", { messageId })
      : { messageId, feedback };
  },
});

"use client";
import { showToast } from "@/components/ui/toast.ts";
import { t } from "@/lib/t.ts";
import { errorText } from "@/trpc/errors.ts";
import { useUndo } from "@/trpc/use-action.ts";

import { useLive } from "../live/live-provider.tsx";

/**
 * Leaves the branch below one of the person's messages: with other words, or for another answer.
 *
 * What was recorded in the branch that is left stays; the page says so and offers to take it back.
 */
export function useNewBranch(conversationId: string) {
  const { conversations } = useLive();
  const undo = useUndo();

  async function leave(messageId: string, work: () => Promise<void>): Promise<void> {
    const recorded = recordedBelow(messageId);
    try {
      await work();
    } catch (error) {
      showToast(errorText(error), undefined, "error");
      return;
    }
    if (recorded.length === 0) return;
    showToast(t("chat.leftBehind", { count: recorded.length }), {
      label: t("common.undo"),
      run: async () => {
        for (const actionId of recorded.toReversed()) await undo(actionId);
      },
    });
  }

  /** Actions of cards that were carried out below a message. */
  function recordedBelow(messageId: string): string[] {
    const { messages, outcomes } = conversations.get(conversationId).state;
    const at = messages.findIndex(({ id }) => id === messageId);
    return messages
      .slice(at + 1)
      .flatMap(({ parts }) =>
        parts.flatMap((part) =>
          part.type === "confirmation"
            ? part.actions
                .map(({ actionId }) => actionId)
                .filter((actionId) => outcomes[actionId]?.status === "ok")
            : [],
        ),
      );
  }

  return {
    edit: (messageId: string, content: string): Promise<void> =>
      leave(messageId, () => conversations.edit(conversationId, messageId, content)),
    /** Has the message behind an answer answered once more. */
    regenerate: async (answerId: string): Promise<void> => {
      const { messages } = conversations.get(conversationId).state;
      const at = messages.findIndex(({ id }) => id === answerId);
      const asked = messages.slice(0, at).findLast(({ role }) => role === "user");
      if (asked !== undefined)
        await leave(asked.id, () => conversations.regenerate(conversationId, asked.id, answerId));
    },
  };
}

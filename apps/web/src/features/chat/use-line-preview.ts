"use client";
import { useQuery } from "@tanstack/react-query";

import { useDebounced } from "@/lib/use-debounced.ts";
import { useTRPC, type Outputs } from "@/trpc/context.ts";

export type LinePreview = {
  readonly actions: Outputs["chat"]["preview"]["actions"];
  /** What Enter agrees to; null while the text is ahead of its preview, and where a card must ask. */
  readonly hash: string | null;
  /** Whether it was made of the very text that stands in the field. */
  readonly fresh: boolean;
};

/** What would be recorded of a line in a conversation, while it is typed. */
export function useLinePreview(
  text: string,
  conversationId: string | null,
  on: boolean,
): LinePreview | null {
  const trimmed = text.trim();
  const asked = useDebounced(trimmed, 90);
  const trpc = useTRPC();
  const fits = on && trimmed.length > 2 && trimmed.length <= 1_000;
  const input = { text: asked, ...(conversationId === null ? {} : { conversationId }) };
  const preview = useQuery({
    ...trpc.chat.preview.queryOptions(input, { trpc: { abortOnUnmount: true } }),
    enabled: fits && asked === trimmed,
    // What was said since may give the same words another meaning.
    staleTime: 0,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    // While a line grows, what was read of it so far stays in sight; another line's never does.
    placeholderData: (before, query) =>
      isSameLine(textOf(query?.queryKey[1]?.input), asked) ? before : undefined,
  });
  const { data } = preview;
  if (!fits || data === undefined || preview.isError || data.actions.length === 0) return null;
  const fresh = asked === trimmed && !preview.isPlaceholderData && !preview.isFetching;
  const related = fresh || isSameLine(asked, trimmed);
  return related ? { actions: data.actions, hash: fresh ? data.hash : null, fresh } : null;
}

function textOf(input: unknown): string {
  const named = typeof input === "object" && input !== null && "text" in input;
  return named && typeof input.text === "string" ? input.text : "";
}

/** Whether one text is the other one being typed on, or taken back letter by letter. */
function isSameLine(before: string, after: string): boolean {
  return before !== "" && (after.startsWith(before) || before.startsWith(after));
}

import type { MessageView } from "@vida/core/live/message";

import { showToast } from "@/components/ui/toast.ts";

/** The words of a message, without its cards and look-ups. */
export function wordsOf(message: MessageView, between = "\n"): string {
  return message.parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join(between);
}

export async function copyText(text: string, said: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  showToast(said);
}

import type { MessageView } from "../live/message.ts";
import { read } from "../operation.ts";
import { findConversation, toConversationView } from "./conversations.ts";
import { readBranch, withCards } from "./messages.ts";
import { ExportInput, ExportView } from "./schemas.ts";

const MOST = 10_000;

/** The shown branch of a conversation as a file. */
export const exportConversation = read({
  name: "chat.export",
  input: ExportInput,
  output: ExportView,
  async run(ctx, { conversationId, format }) {
    const row = await findConversation(ctx, conversationId);
    const conversation = toConversationView(row);
    const messages = await withCards(ctx, await readBranch(ctx, conversationId, row.headId, MOST));
    const title = conversation.title ?? "Conversa";
    const base = `vida-${ctx.today}-${conversationId.slice(0, 8)}`;
    if (format === "json") {
      return {
        filename: `${base}.json`,
        mediaType: "application/json",
        content: JSON.stringify({ conversation, messages }, null, 2),
      };
    }
    const body = messages.map(
      (message) =>
        `**${message.role === "user" ? ctx.person.name : "Vida"}**\n\n${inMarkdown(message)}`,
    );
    return {
      filename: `${base}.md`,
      mediaType: "text/markdown",
      content: [`# ${title}`, ...body].join("\n\n"),
    };
  },
});

function inMarkdown(message: MessageView): string {
  return message.parts
    .map((part) => {
      if (part.type === "text") return part.text;
      if (part.type === "tool") return `> ${part.summary ?? part.tool}`;
      return part.actions
        .map(
          (action) =>
            `> ${action.title}: ${action.details.map(({ label, value }) => `${label} ${value}`).join(" · ")}`,
        )
        .join("\n");
    })
    .join("\n\n");
}

import { removeReminder, updateReminder } from "@vida/core/reminders/change";
import { createReminder } from "@vida/core/reminders/create";
import { listReminders } from "@vida/core/reminders/list";
import { momentInWords, repeatInWords } from "@vida/core/reminders/words";

import { tool } from "../tool-spec.ts";
import type { ToolSpec } from "../tool-spec.ts";

const agents = ["general", "tracking", "finance", "memory"] as const;

export const REMINDER_TOOLS: readonly ToolSpec[] = [
  tool({
    name: "create_reminder",
    agents,
    description:
      "Cria um lembrete numa hora local AAAA-MM-DDTHH:MM, uma vez ou com repetição em RRULE (FREQ=DAILY, WEEKLY, MONTHLY ou YEARLY).",
    operation: createReminder,
    summary: ({ title, nextAt, remindAt, repeat }, _args, env) =>
      `Lembrete ${title}, ${momentInWords(nextAt ?? remindAt, env.today)}${repeat === null ? "" : `, ${repeatInWords(repeat)}`}`,
  }),
  tool({
    name: "update_reminder",
    agents,
    description: "Muda o texto, a hora ou a repetição de um lembrete.",
    operation: updateReminder,
    references: { reminderId: "reminder" },
    summary: ({ title, nextAt, remindAt }, _args, env) =>
      `Lembrete ${title} agora ${momentInWords(nextAt ?? remindAt, env.today)}`,
  }),
  tool({
    name: "delete_reminder",
    agents,
    description: "Apaga um lembrete.",
    operation: removeReminder,
    references: { reminderId: "reminder" },
    summary: ({ title }) => `Lembrete ${title} apagado`,
  }),
  tool({
    name: "get_reminders",
    agents,
    description: "Lista os lembretes, o próximo primeiro.",
    operation: listReminders,
    summary: ({ items }) => (items.length === 1 ? "1 lembrete" : `${items.length} lembretes`),
  }),
];

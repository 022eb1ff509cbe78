import { ReminderPage, ReminderView } from "@vida/core/reminders/schemas";
import { momentInWords, repeatInWords } from "@vida/core/reminders/words";
import { z } from "zod";

import type { Reply } from "../compose.ts";
import { pick } from "../pick.ts";
import { count, ended, listed, namedIn, reply } from "./shared.ts";

function line({ title, nextAt, remindAt, repeat }: ReminderView, today: string): string {
  const when = momentInWords(nextAt ?? remindAt, today);
  return `${title}, ${when}${repeat === null ? "" : `, ${repeatInWords(repeat)}`}`;
}

const created = reply(ReminderView, (reminder, { text, today, many }) =>
  many
    ? ended(`Lembrete: ${line(reminder, today)}`)
    : ended(
        `${pick(text, ["Combinado, te aviso", "Pode deixar, eu te lembro", "Lembrete criado"])}: ${line(reminder, today)}`,
      ),
);

const changed = reply(ReminderView, (reminder, { today }) =>
  ended(`Lembrete ajustado: ${line(reminder, today)}`),
);

const removed = reply(z.object({ title: z.string() }), ({ title }) =>
  ended(`Lembrete apagado: ${title}`),
);

const reminders = reply(ReminderPage, ({ items }, { text, today }) => {
  const open = items.filter(({ status }) => status === "pending");
  if (open.length === 0)
    return 'Nenhum lembrete por vir. Para criar um, diga "me lembra amanhã às 9h de…".';
  const named = namedIn(text, open, ({ title }) => title);
  const shown = named.length > 0 && named.length < open.length ? named : open;
  const [only] = shown;
  if (shown.length === 1 && only !== undefined) return ended(`Seu lembrete: ${line(only, today)}`);
  return listed(
    `Você tem ${count(shown.length, "lembrete", "lembretes")}:`,
    shown.map((one) => line(one, today)),
  );
});

export const REMINDER_REPLIES: Readonly<Record<string, Reply>> = {
  create_reminder: created,
  update_reminder: changed,
  delete_reminder: removed,
  get_reminders: reminders,
};

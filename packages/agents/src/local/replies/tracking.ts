import { EntryView, SummaryView } from "@vida/core/tracking/schemas";
import { dateInWords, dayInWords } from "@vida/core/tracking/words";
import { z } from "zod";

import type { Reply } from "../compose.ts";
import { pick } from "../pick.ts";
import type { SpeakerContext } from "../speaker.ts";
import { amount, entryInWords } from "./measures.ts";
import { capital, ended, reply } from "./shared.ts";

/** What a recording says besides the entry: how the day or week now stands. */
const Recorded = EntryView.extend({ after: SummaryView.optional() });

const recorded = reply(Recorded, (entry, context, _args, edited) => {
  const words = entryInWords(entry, context);
  const standing = standingOf(entry.after, context);
  if (context.many)
    return `${ended(capital(words) + (edited ? " (com o seu ajuste)" : ""))}${standing}`;
  const opening = edited
    ? "Anotado com o seu ajuste"
    : pick(context.text, ["Anotado", "Registrado", "Pronto", "Prontinho"]);
  return `${ended(`${opening}: ${words}`)}${standing}`;
});

/** Where the day (water) or week (exercise) stands against the person's target. */
function standingOf(stats: SummaryView | undefined, context: SpeakerContext): string {
  if (stats === undefined || stats.sum === null || stats.goal === null) return "";
  const say = (value: number) => amount(stats.type, value, stats.unit, context);
  const when =
    stats.from === stats.to
      ? dayInWords(stats.to, context.today)
      : stats.to >= context.today
        ? "esta semana"
        : `na semana de ${dateInWords(stats.from, context.today)}`;
  const text = ` ${capital(when)} são ${say(stats.sum)} de ${say(stats.goal)}`;
  if (stats.sum < stats.goal) {
    const left = context.text.includes("falta") ? `: faltam ${say(stats.goal - stats.sum)}` : "";
    return `${text}${left}.`;
  }
  return `${text}. ${pick(`${context.text}!`, ["Alvo batido!", "Você chegou lá!", "Alvo do período cumprido!"])}`;
}

const corrected = reply(EntryView, (entry, context) => {
  const opening = pick(context.text, ["Corrigido", "Ajustei", "Pronto, agora está certo"]);
  return ended(`${opening}: ${entryInWords(entry, context)}`);
});

const removed = reply(z.object({ entry: EntryView }), ({ entry }, context) => {
  const opening = pick(context.text, ["Apaguei", "Apagado"]);
  return `${ended(`${opening}: ${entryInWords(entry, context)}`)} Se foi engano, é só dizer "desfaz".`;
});

export const TRACKING_REPLIES: Readonly<Record<string, Reply>> = {
  record_metric: recorded,
  update_metric: corrected,
  delete_metric: removed,
};

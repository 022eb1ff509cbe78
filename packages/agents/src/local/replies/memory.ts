import { AddedView, ForgottenView, ItemPage } from "@vida/core/memory/schemas";
import type { ItemView } from "@vida/core/memory/schemas";

import type { Reply } from "../compose.ts";
import { pick } from "../pick.ts";
import { count, ended, listed, reply } from "./shared.ts";

const added = reply(AddedView, ({ content, supersedes }, { text, many }) => {
  if (many) return `Guardado: ${ended(content)}`;
  const instead =
    supersedes.length > 0 ? " O que eu sabia antes sobre isso fica no histórico." : "";
  const opening = pick(text, ["Pode deixar, vou lembrar", "Guardado", "Anotei na memória"]);
  return `${opening}: ${ended(content)}${instead}`;
});

const forgotten = reply(ForgottenView, ({ title }) => ended(`Esqueci: ${title}`));

const found = reply(ItemPage, ({ items, nextCursor }, { text }, args) => {
  const asked = typeof args["query"] === "string" && args["query"].trim() !== "";
  const [only] = items;
  if (only === undefined)
    return asked
      ? 'Não encontrei nada guardado sobre isso. Se quiser, diga "lembra que…" e eu guardo.'
      : 'Ainda não guardei nada sobre você. Diga "lembra que…" quando quiser.';
  if (items.length === 1)
    return ended(`${pick(text, ["Sei que", "O que tenho guardado"])}: ${itemInWords(only)}`);
  const more = nextCursor === null ? "" : " (os mais recentes)";
  return listed(
    `Tenho ${count(items.length, "coisa guardada", "coisas guardadas")}${more}:`,
    items.map(itemInWords),
  );
});

/** A doubtful memory is said with its doubt. */
function itemInWords({ content, confidence, validated }: ItemView): string {
  return !validated && confidence < 0.8 ? `se bem me lembro, ${content}` : content;
}

export const MEMORY_REPLIES: Readonly<Record<string, Reply>> = {
  add_knowledge: added,
  forget_knowledge: forgotten,
  search_knowledge: found,
};

import { formatMoney } from "@vida/core/money";
import { fold } from "@vida/core/ptbr/normalize";
import { dayInWords } from "@vida/core/tracking/words";
import type { z } from "zod";

import type { Reply, ReplyContext } from "../compose.ts";

const number = new Intl.NumberFormat("pt-BR", { maximumFractionDigits: 2 });

/** `R$ 1.500,00`. */
export function money({ amount, currency }: { amount: string; currency: string }): string {
  return formatMoney(amount, currency);
}

export function decimal(value: number): string {
  return number.format(value);
}

export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** Ends a sentence, also after the abbreviation of a month. */
export function ended(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** `1 conta`, `3 contas`. */
export function count(many: number, one: string, several: string): string {
  return `${number.format(many)} ${many === 1 ? one : several}`;
}

/** A heading with its lines, at most so many; what is left out is said. */
export function listed(heading: string, lines: readonly string[], most = 12): string {
  const more = lines.length > most ? `\n- e mais ${lines.length - most}` : "";
  return `${heading}\n\n${lines
    .slice(0, most)
    .map((line) => `- ${line}`)
    .join("\n")}${more}`;
}

/** `vence hoje`, `venceu dia 5`, `vence dia 28`; another month is named. */
export function dueInWords(dueOn: string, today: string): string {
  const verb = dueOn < today ? "venceu" : "vence";
  if (dueOn === today) return "vence hoje";
  const near = dayInWords(dueOn, today);
  if (near === "amanhã" || near === "ontem") return `${verb} ${near}`;
  const sameMonth = dueOn.slice(0, 7) === today.slice(0, 7);
  return sameMonth ? `${verb} dia ${Number(dueOn.slice(8))}` : `${verb} ${near}`;
}

/** Makes a reply of a result whose form is known; another form is left to the tool's summary. */
export function reply<S extends z.ZodType>(
  schema: S,
  words: (
    data: z.output<S>,
    context: ReplyContext,
    args: Readonly<Record<string, unknown>>,
    edited: boolean,
  ) => string | undefined,
): Reply {
  return ({ data, args, editedByPerson }, context) => {
    const parsed = schema.safeParse(data);
    return parsed.success ? words(parsed.data, context, args, editedByPerson === true) : undefined;
  };
}

const SMALL = new Set(
  "a o as os um uma de da do das dos e em no na meu minha conta cartao".split(" "),
);

function words(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !SMALL.has(word));
}

/** The same word, also in another form: `meditei` and `meditação`, `conta` and `contas`. */
function alike(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < shorter && a[shared] === b[shared]) shared += 1;
  return a === b || (shared >= 4 && shared >= shorter - 2);
}

/** The things that the person's words name; all of them when none is named. */
export function namedIn<T>(text: string, things: readonly T[], nameOf: (thing: T) => string): T[] {
  const said = words(text);
  return things.filter((thing) => {
    const own = words(nameOf(thing));
    return own.some((word) => said.some((other) => alike(word, other)));
  });
}

/** Whether the words ask for a yes or no: "paguei o aluguel?", "já bati a meta?", "tenho contas vencidas?". */
export function asksWhether(text: string): boolean {
  const plain = fold(text).trim();
  return (
    plain.includes("?") &&
    // "e ontem?" asks the last question again.
    !/^e\b/.test(plain) &&
    !/\b(quant[oa]s?|qt[oa]s?|qual|quais|quando|como|que|q|onde|quem|cade)\b/.test(plain)
  );
}

/** Whether the words ask for what is left: "quanto falta?", "quanto ainda posso gastar?". */
export function asksLeft(text: string): boolean {
  return /\b(falta|faltam|faltando|resta|restam|ainda posso|posso gastar)\b/.test(fold(text));
}

/** Whether the words ask to see each one rather than a figure. */
export function asksList(text: string): boolean {
  return /\b(lista|listar|liste|mostra|mostrar|mostre|quais|historico|registros|cada)\b/.test(
    fold(text),
  );
}

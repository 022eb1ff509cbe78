import { TEENS, UNITS } from "../../ptbr/number-words.ts";
import { ended, holds, singular } from "./state.ts";
import type { Found, Rule } from "./state.ts";

const WORDS: Readonly<Record<string, number>> = {
  ...UNITS,
  ...TEENS,
  primeiro: 1,
  primeira: 1,
  segundo: 2,
  segunda: 2,
  terceiro: 3,
  terceira: 3,
  quarto: 4,
  quarta: 4,
};
const N = "(\\d+(?:[.,]\\d+)?(?: mil)?|um|uma|dois|duas|tres|quatro|cinco|seis|sete|oito|nove|dez)";
/** What people count of their own; of other things one more is no change. */
const COUNTED = "filh[oa]s?|gat[oa]s?|cachorr[oa]s?|net[oa]s?|irmaos?|irmas?|carros?|motos?";

function figure(text: string | undefined): string {
  const word = WORDS[text ?? ""];
  if (word !== undefined) return String(word);
  const [digits = "", mil] = (text ?? "").split(" ");
  const value = Number(digits.replace(",", ".")) * (mil === undefined ? 1 : 1000);
  return Number.isNaN(value) ? "" : String(value);
}

function clock(hours: string | undefined, minutes: string | undefined): string {
  const hour = hours === "meia noite" ? 0 : Number(figure(hours));
  return `${hour}:${(minutes ?? "0").padStart(2, "0")}`;
}

const quantity =
  (kind: string, group = 1) =>
  (found: RegExpExecArray): Found | null => {
    const value = figure(found[group]);
    return value === "" ? null : holds(kind, value);
  };

const counted = (noun: string | undefined): string =>
  `count ${singular(noun ?? "").replace(/[oa]$/, "")}`;
const SOME_DAY = /\b(?:hoje|ontem|domingo|sabado|fim de semana|feriado)\b/;
const TIME = "(\\d{1,2}|uma|meia noite)(?: ?h(?:oras?)? ?| ?: ?)?(\\d{2})?";

/** Figures of which a person has one at a time: weight, age, pay, rent, hours, how many children. */
export const NUMBERS: readonly Rule[] = [
  {
    pattern: new RegExp(
      `\\b(?:peso|estou pesando|estou com|cheguei n?[ao]s|cheguei em|baixei para|subi para|emagreci para|engordei para)(?: os| agora)? ${N} ?(?:kg|quilos?|kilos?)\\b`,
    ),
    read: quantity("weight"),
  },
  { pattern: new RegExp(`^(?:agora )?peso(?: agora)? ${N}$`), read: quantity("weight") },
  {
    pattern: new RegExp(
      `\\b(?:tenho|fiz|completei|estou com) ${N} anos(?: de idade)?(?: agora| ontem| hoje| mes passado)?$`,
    ),
    read: quantity("age"),
  },
  {
    pattern: new RegExp(`\\b(?:tenho|temos|sao|ja tenho)(?: agora)? ${N} (${COUNTED})\\b`),
    // "Um gato preto" tells of one cat, not how many there are.
    read: (found) =>
      /^uma?$/.test(found[1] ?? "") && !found.input.endsWith(found[0])
        ? null
        : holds(counted(found[2]), figure(found[1])),
  },
  {
    pattern: new RegExp(`\\bnao tenho (${COUNTED})$`),
    read: (found) => holds(counted(found[1]), "0"),
  },
  {
    pattern:
      /\bnasceu (?:o |a )?(?:meu|minha) (primeir[oa]|segund[oa]|terceir[oa]|quart[oa]) filh[oa]/,
    read: (found) => holds("count filh", figure(found[1])),
  },
  { pattern: /^(?:meu|minha) filh[oa] nasceu\b/, read: () => ended("count filh", "0") },
  {
    pattern: new RegExp(`\\b(?:adotei|ganhei|comprei) mais uma? (${COUNTED})\\b`),
    read: (found) => ended(counted(found[1])),
  },
  {
    pattern: new RegExp(
      `\\b(?:ganho|recebo|passei a ganhar|passei a receber|(?:meu )?salario(?: agora)? (?:eh|subiu para|foi para|passou para|passou a ser)(?: de)?) ${N}(?: reais)?(?: por mes| mensais| agora)?$`,
    ),
    read: quantity("pay"),
  },
  { pattern: new RegExp(`\\bpago ${N}(?: reais)? de aluguel\\b`), read: quantity("rent") },
  {
    pattern: new RegExp(
      `\\baluguel(?: agora)? (?:eh|esta|subiu para|foi para|passou para|ficou em)(?: de)? ${N}`,
    ),
    read: quantity("rent"),
  },
  {
    pattern: new RegExp(`\\b(?:calco ${N}|uso ${N} de sapato)`),
    read: (found) => holds("shoe", found[1] ?? found[2] ?? ""),
  },
  {
    pattern: new RegExp(
      `\\b(?:acordo|levanto|tenho acordado|passei a acordar)(?: agora)?(?: sempre)?(?: por volta)?(?: das?| as| a)? ${TIME}`,
    ),
    read: (found) =>
      SOME_DAY.test(found.input) ? null : holds("wakes at", clock(found[1], found[2])),
  },
  {
    pattern: new RegExp(
      `\\b(?:durmo|tenho dormido|passei a dormir)(?: agora)?(?: por volta| depois)?(?: das?| as| a)? ${TIME}(?! horas? por)`,
    ),
    read: (found) =>
      SOME_DAY.test(found.input) || /\b(?:as|a|das?) (?:\d|uma|meia)/.exec(found[0]) === null
        ? null
        : holds("sleeps at", clock(found[1], found[2])),
  },
  {
    pattern: /\b(?:horario(?: de trabalho)?(?: agora)? eh|agora eh) das (\d{1,2}).*? as (\d{1,2})/,
    read: (found) => holds("hours", `${found[1]}-${found[2]}`),
  },
  {
    pattern: new RegExp(`\\btomo ${N} ?mg de ([a-z]+)`),
    read: (found) => holds(`dose ${found[2]}`, figure(found[1])),
  },
];

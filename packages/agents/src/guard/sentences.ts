import { fold } from "@vida/core/ptbr/normalize";

import { figuresIn } from "./figures.ts";
import { isKnown } from "./known.ts";
import type { Known } from "./known.ts";

/** What a sentence about the person's own data says. */
const CLAIM =
  /r\$|\b(seu|sua|seus|suas|voce (ja |ainda )?(tem|esta|fez|vai|deve)|bebeu|tomou|dormiu|gastou|pagou|comprou|registr\w+|anot\w+|marc\w+|saldo|faltam?|restam?|sobr\w+|total|media|hoje|ontem|anteontem|(este|neste|esse|nesse) mes|(esta|nesta|essa|nessa) semana|venc\w+|parcelas?|devendo|ganhou|recebeu|treinou|pes(a|ou)|correu|leu|fatura|divida|meta)\b/;

/** Words with which a sentence may claim something, where the talk is about the person's data. */
const MAYBE = /\b(foram|sao|era|eram|ficou|estava|contas?)\b/;

/** What is measured of people; a figure with it is theirs unless it is advice. */
const UNITS =
  /\d\s*(ml|l|kg|km|h|min|%)\b|\b(litros?|reais|quilos?|copos?|horas|minutos|habitos?|parcelas?)\b/;

/** What a sentence of advice or of general knowledge says. */
const ADVICE =
  /\b(tent(e|a|ar)|experiment\w+|que tal|costum\w+|recomend\w+|em geral|geralmente|normalmente|por exemplo|sugir\w+|sugest\w+|comece|comecar|respir\w+|inspir\w+|expir\w+|segure|adultos?|pessoas|especialistas|estudos?|oms|vale a pena|uma dica|dicas?|passos?)\b/;

const HELP = /\b(cvv|samu|policia|central|bombeiros|ligue|disque|liga)\b/;
const HELP_LINES = new Set([100, 180, 188, 190, 192, 193]);

/** Cuts what is whole off the front of a text; the rest waits for more. */
export function wholeSentences(text: string): { whole: string[]; rest: string } {
  const whole: string[] = [];
  let rest = text;
  for (;;) {
    const end = /[.!?…]+["”')*_]*(?=\s)\s*|\n+/.exec(rest);
    if (end === null) return { whole, rest };
    const cut = end.index + end[0].length;
    whole.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
}

/**
 * The figures of a sentence that nothing supports.
 *
 * Help lines are always fine, and so is advice that claims nothing of the person. `loose` is for turns about
 * no data of theirs: there only what sounds like a claim is looked at.
 */
export function unsupported(sentence: string, known: Known, loose: boolean): string[] {
  const plain = fold(sentence);
  const claims = CLAIM.test(plain) || (!loose && MAYBE.test(plain));
  if (!claims && (ADVICE.test(plain) || (loose && !UNITS.test(plain)))) return [];
  const help = HELP.test(plain);
  return figuresIn(sentence)
    .filter((figure) => !(help && (HELP_LINES.has(figure.value) || figure.value === 24)))
    .filter((figure) => !isKnown(figure, known))
    .map(({ raw }) => raw);
}

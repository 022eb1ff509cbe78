import { fold } from "../ptbr/normalize.ts";

/** A state of the person that can hold only once at a time, and what it says. */
export type State = { readonly kind: string; readonly value: string };

/**
 * States that replace each other, by the words that assert them in the first person. Anything else is a fact
 * of its own. Sentences about others, the past or wishes assert no present state.
 */
const STATES: readonly { kind: string; pattern: RegExp }[] = [
  {
    kind: "city",
    pattern:
      /\b(?:eu )?(?:moro|vivo|estou morando|to morando|me mudei|mudei)(?: agora| hoje)? (?:em|no|na|para|pra|pro) (?!casa\b|apartamento\b|frente\b|cima\b)(.+)/,
  },
  {
    kind: "job",
    pattern:
      /\b(?:eu )?(?:trabalho|estou trabalhando|to trabalhando|comecei a trabalhar) (?:como|de) (.+)/,
  },
  {
    kind: "employer",
    pattern:
      /\b(?:eu )?(?:trabalho|estou trabalhando|to trabalhando|comecei a trabalhar) (?:na|no|em|para a|para o|pra|pro) (.+)/,
  },
  {
    kind: "marital",
    pattern:
      /\b(?:eu )?(?:sou|estou|to|fiquei) (solteir[oa]|casad[oa]|divorciad[oa]|separad[oa]|viuv[oa]|noiv[oa])\b/,
  },
];

const OTHERS =
  /\b(?:meu|minha|meus|minhas|ele|ela|eles|elas|dele|dela|mae|pai|irma|irmao|amig[oa]|chefe|filh[oa])\b.*\b(?:mora|trabalha|vive|e|esta)\b/;
const NOT_NOW =
  /\b(?:nao|nunca|ja fui|era|morava|trabalhava|vivia|queria|quero|gostaria|pretendo|penso em|talvez|se eu)\b/;

/** The state that a sentence asserts of the person now, or null. */
export function stateOf(content: string): State | null {
  const text = fold(content);
  if (OTHERS.test(text) || NOT_NOW.test(text)) return null;
  for (const { kind, pattern } of STATES) {
    const value = pattern.exec(text)?.[1];
    if (value !== undefined) return { kind, value: firstPhrase(value, kind) };
  }
  return likeOf(text);
}

function firstPhrase(value: string, kind: string): string {
  if (kind === "marital") return value.replace(/[oa]$/, "");
  return value.split(/[,.;!?]| e | desde | ha | com | porque | que /)[0]?.trim() ?? value;
}

/** "gosto de X" and "não gosto de X" contradict each other about the same X alone. */
function likeOf(text: string): State | null {
  const found =
    /\b(?:eu )?(adoro|amo|gosto de|odeio|detesto|prefiro nao comer|parei de gostar de) (.+)/.exec(
      text,
    );
  const [, verb, thing] = found ?? [];
  if (verb === undefined || thing === undefined) return null;
  const likes = ["adoro", "amo", "gosto de"].includes(verb);
  return { kind: `like:${firstPhrase(thing, "like")}`, value: likes ? "likes" : "dislikes" };
}

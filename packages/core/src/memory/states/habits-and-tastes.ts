import { ended, head, holds, thing } from "./state.ts";
import type { Found, Rule } from "./state.ts";

const does = (name: string, yes = true): Found => ({ kind: `does ${name}`, value: "", holds: yes });
const has = (name: string, yes = true): Found => ({ kind: `has ${name}`, value: "", holds: yes });

/** What one has for an hour, not as one's own. */
const PASSING =
  /^(?:reuni|prova|consulta|entrevista|tempo|certeza|ideia|duvida|aula|compromisso|dinheiro|ano|alergia|que$|conta$|dormido|acordado)/;

function taste(text: string | undefined, likes: boolean): Found | null {
  const what = thing(text).replace(/ (?:sempre|tambem|demais|muito)$/, "");
  if (/^(?:voce|voces|isso|disso|isto|el[ea]s?|quando|como|ess[ea]|est[ea]|te|ti)\b/.test(what))
    return null;
  return what === "" ? null : { kind: `likes ${what}`, value: "", holds: likes };
}

function activity(text: string | undefined, yes: boolean): Found | null {
  const name = head((text ?? "").replace(/^(?:fazer|estudar|tomar|praticar|tocar|com) /, ""));
  return name.length < 3 ? null : does(name, yes);
}

function possession(text: string | undefined, yes: boolean): Found | null {
  const name = head(text);
  return name.length < 3 || PASSING.test(name) || /^\d/.test(name) ? null : has(name, yes);
}

/** Likes and dislikes, and what one does or has until one stops. */
export const HABITS_AND_TASTES: readonly Rule[] = [
  {
    pattern: /\bprefiro (.+?) (sem|com) (.+)$/,
    read: (found) => holds(`prefers ${thing(found[1])} ${thing(found[3])}`, found[2] ?? ""),
  },
  {
    pattern:
      /^(?:agora |hoje |eu )*(?:gosto (?:muito |mesmo )?de|adoro|amo|curto|sou fa de|passei a (?:gostar de|amar|adorar)|aprendi a gostar de)(?: agora)? (.+)$/,
    read: (found) => taste(found[1], true),
  },
  {
    pattern:
      /^(?:agora |hoje |eu )*(?:nao gosto (?:mais |muito |nada )*de|odeio|detesto|nao suporto|nao aguento mais|nao curto(?: mais)?|nao amo mais|enjoei de|parei de gostar de|peguei nojo de) (.+)$/,
    read: (found) => taste(found[1], false),
  },
  {
    pattern: /\bsou (?:vegetarian|vegan)[oa]\b/,
    read: (found) => (/nao sou/.test(found.input) ? null : [does("meat", false), does("veganism")]),
  },
  { pattern: /\bnao sou mais (?:vegetarian|vegan)[oa]\b/, read: () => does("veganism", false) },
  { pattern: /\b(?:nao como(?: mais)?|parei de comer) carne\b/, read: () => does("meat", false) },
  {
    pattern: /(?:^|agora |voltei a |passei a )(?:como|comer) carne\b/,
    read: () => [does("meat"), does("veganism", false)],
  },
  {
    pattern: /\b(?:parei de fumar|larguei o cigarro|nao fumo|sou ex-fumante)\b/,
    read: () => does("smoking", false),
  },
  { pattern: /(?:^|agora )fumo\b|\bsou fumante\b|\bvoltei a fumar\b/, read: () => does("smoking") },
  {
    pattern: /\bnao bebo(?: mais)?(?: alcool)?$|\bparei de beber\b|\bnao bebo alcool\b/,
    read: () => does("drinking", false),
  },
  {
    pattern: /(?:^bebo|\bvoltei a beber)(?! (?:\d|agua|leite|cafe|cha|suco|muita agua))/,
    read: () => does("drinking"),
  },
  {
    pattern:
      /^(?:agora |ainda )*(?:faco|pratico|estudo|toco|tomo|voltei a fazer|comecei a fazer|voltei para a?) (.+)$/,
    read: (found) => activity(found[1], true),
  },
  {
    pattern:
      /\b(?:parei (?:de|com|a|o)|larguei|nao (?:faco|tomo|estudo|toco|pratico) mais|tranquei|desisti d[eoa]|cancelei|suspendeu|suspendi|terminei (?=o mestrado|a faculdade|o curso|o doutorado)) ?(.+)$/,
    read: (found) => activity(found[1], false),
  },
  {
    pattern: /\bfaculdade de ([a-z]+)/,
    read: (found) => (/^faco\b/.test(found.input) ? holds("degree", found[1] ?? "") : null),
  },
  { pattern: /\bmudei de curso\b/, read: () => ended("degree") },
  {
    pattern: /^(?:agora |ainda |ja )*(?:tenho|comprei|adotei)(?: agora)? (.+)$/,
    read: (found) => possession(found[1], true),
  },
  {
    pattern: /\b(?:nao tenho(?: mais)?(?= (?:uma? )?[a-z]+$)|vendi|quitei|me desfiz d[eoa]) (.+)$/,
    read: (found) => possession(found[1], false),
  },
  {
    pattern: /\btroquei (?:o|a|meu|minha) (.+?) (?:por|pelo|pela)\b/,
    read: (found) => possession(found[1], false),
  },
  {
    pattern:
      /^(?:o )?(?:meu|minha) (cachorr[oa]|gat[oa]|passarinho|papagaio|coelh[oa]) (?:morreu|faleceu|fugiu)/,
    read: (found) => possession(found[1], false),
  },
  {
    pattern: /\b(sou|tenho) alerg(?:ic[oa]|ia) a (.+)$/,
    read: (found) =>
      /nao (?:sou|tenho)/.test(found.input) ? null : has(`allergy ${head(found[2])}`),
  },
  {
    pattern: /\bnao (?:sou|tenho)(?: mais)? alerg(?:ic[oa]|ia) a (.+)$/,
    read: (found) => has(`allergy ${head(found[1])}`, false),
  },
];

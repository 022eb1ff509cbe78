import type { LocalAnswer } from "./model.ts";
import { pick } from "./pick.ts";
import { smallTalk } from "./small-talk.ts";
import type { SpeakerContext } from "./speaker.ts";

const EXAMPLES =
  '"bebi 2 copos de água", "almoço 32,50 no débito", "dormi 7h30" ou "quanto gastei esta semana?"';

/** What the local model answers to the person's words: calls, a question, or honest words. */
export function planAnswer(context: SpeakerContext): LocalAnswer {
  const { understanding, text } = context;
  const { writes, reads, ask } = understanding;
  const calls = [...writes, ...reads].map(({ tool, args }) => ({ name: tool, args }));
  if (calls.length > 0) return { text: aside(context), calls };
  if (ask !== undefined) return { text: ask.text, calls: [] };
  return { text: smallTalk(context) ?? notUnderstood(text), calls: [] };
}

/** Says what a proposal leaves out, so that nobody believes it was heard. */
function aside({ understanding, text }: SpeakerContext): string {
  const residue = understanding.residue.trim();
  const question = understanding.ask === undefined ? "" : `${understanding.ask.text}\n\n`;
  if (understanding.certainty === "certain" || residue.length < 3) return question.trimEnd();
  const words = residue.length > 80 ? `${residue.slice(0, 79)}…` : residue;
  const said = pick(text, [
    `Não entendi esta parte: “${words}”. O resto está aqui:`,
    `Entendi quase tudo, menos “${words}”. Confere o que peguei:`,
  ]);
  return `${question}${said}`;
}

/** Asks which of several cards a yes or no is meant for. */
export function whichCard(seed: string): string {
  return pick(seed, [
    "Tem mais de uma coisa esperando sua resposta. Qual delas? Pode tocar direto no cartão.",
    "De qual cartão você está falando? Toque nele ou me diga o nome.",
  ]);
}

function notUnderstood(text: string): string {
  return pick(text, [
    `Não entendi essa ainda. Eu pego bem frases curtas, como ${EXAMPLES}.`,
    `Desculpa, essa eu não peguei. Tenta de um jeito mais direto, por exemplo ${EXAMPLES}.`,
    `Essa ficou além do que eu entendo por aqui. Consigo com frases como ${EXAMPLES}.`,
  ]);
}

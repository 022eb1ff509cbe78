import { pick } from "./pick.ts";
import type { SpeakerContext } from "./speaker.ts";

type Phrases = readonly [string, ...string[]];

const TALK: Readonly<Record<string, Phrases>> = {
  greeting: [
    "Oi, {name}! Como posso te ajudar hoje?",
    "Olá, {name}! O que vamos anotar?",
    "Oi, {name}! Tudo por aqui. E aí, o que manda?",
  ],
  thanks: ["Por nada, {name}!", "Imagina! Precisando, é só chamar.", "Disponha!"],
  farewell: ["Até logo, {name}!", "Até mais! Se cuida.", "Tchau, {name}! Boa continuação."],
  how_are_you: ["Tudo certo por aqui! E com você?", "Por aqui tudo em ordem. E você, como está?"],
  help: [
    'Eu registro seu dia e respondo sobre ele. Experimente: "bebi 500 ml de água", "dormi 7h30", "almoço 32,50 no débito", "paguei a luz", "me lembra amanhã às 9h de ligar pro médico" ou "quanto gastei esta semana?". Antes de gravar, eu sempre te mostro um cartão para confirmar.',
  ],
  who_are_you: [
    "Sou seu assistente de vida: anoto seu dia, lembro do que importa e respondo com os seus próprios números.",
  ],
  laugh: ["Haha!", "😄"],
  ack: ["Combinado!", "Certo!", "Beleza!"],
};

const REFUSALS: Readonly<Record<string, Phrases>> = {
  negated: ["Tudo bem, não anotei nada.", "Certo, nada foi registrado."],
  hypothetical: [
    "Como é só uma hipótese, não registrei nada. Quando acontecer, me conta.",
    "Isso é um “e se”, então não anotei. Se virar fato, é só dizer.",
  ],
  future: [
    "Isso ainda não aconteceu, então não registrei. Quando acontecer, me conta.",
    "Fica combinado: quando for feito, me avisa e eu anoto.",
  ],
  third_person: ["Pelo que entendi, isso é de outra pessoa, então não anotei no seu diário."],
  general_knowledge: [
    "Essa é uma pergunta de conhecimento geral, e no modo local eu só conheço os seus registros.",
    "No modo local eu só sei do que é seu: diário, dinheiro, hábitos, metas, lembretes e memória. Dessa eu não sei.",
  ],
  intent: [
    "Boa! Quando acontecer, me conta que eu anoto.",
    "Combinado. Ainda não registrei nada; quando fizer, é só dizer.",
  ],
  habitual: [
    "Entendi que é um costume, então não registrei nada. Se aconteceu num dia, me diz qual.",
    "Como isso é de sempre, e não de um dia, não anotei. Se foi hoje, é só dizer.",
  ],
  no_value: [
    "Entendi. Se quiser que eu anote, me diz o número também.",
    "Anoto com prazer, só falta o número. Quanto foi?",
  ],
  relative: ["E quanto deu agora? Com o valor eu anoto."],
  declined: ["Tudo bem, deixei pra lá.", "Certo, fica assim."],
  bare_number: [
    "Esse número é do quê? Água, peso, sono, exercício?",
    "Me diz o que é esse número: água, peso, sono ou exercício?",
  ],
};

const FEELINGS: Phrases = [
  "Sinto muito que esteja assim. Quer me contar um pouco mais do que está acontecendo?",
  "Obrigado por me contar. Isso pesa mesmo. O que mais tem ocupado a sua cabeça?",
  "Estou aqui para ouvir. O que aconteceu hoje que te deixou assim?",
];

/** What is said where nothing is to be done; nothing for words that were not understood. */
export function smallTalk({ understanding, text, name }: SpeakerContext): string | undefined {
  const { kind, smalltalk, reason, reads } = understanding;
  const phrases =
    kind === "feelings"
      ? FEELINGS
      : kind === "smalltalk"
        ? TALK[smalltalk ?? "ack"]
        : kind === "refusal"
          ? REFUSALS[reason ?? ""]
          : kind === "question" && reads.length === 0
            ? REFUSALS["general_knowledge"]
            : undefined;
  return phrases === undefined
    ? undefined
    : pick(text, phrases).replaceAll("{name}", firstName(name));
}

function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? "";
}

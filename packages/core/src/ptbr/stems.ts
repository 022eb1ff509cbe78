import { fold, wordsOf } from "./normalize.ts";
import { verbForms } from "./verbs.ts";
import { wordSet } from "./words.ts";

const ODD: Readonly<Record<string, string>> = {
  leitura: "ler",
  corrida: "correr",
  caminhada: "caminhar",
  estudo: "estudar",
  estudos: "estudar",
  treino: "treinar",
  oracao: "orar",
  reza: "rezar",
  escrita: "escrever",
  pedal: "pedalar",
  natacao: "nadar",
  danca: "dancar",
  sono: "dormir",
  jejum: "jejuar",
  devocional: "devocional",
  musculacao: "malhar",
  academia: "treinar",
  banho: "banhar",
  journaling: "escrever",
  diario: "escrever",
  limpeza: "limpar",
  gratidao: "agradecer",
  exercicio: "exercitar",
  exercicios: "exercitar",
  passeio: "passear",
  desenho: "desenhar",
  respiracao: "respirar",
};

/** The verb behind a noun ("meditação" → "meditar", "alongamento" → "alongar"), or null. */
export function verbOfNoun(noun: string): string | null {
  const w = fold(noun);
  if (Object.hasOwn(ODD, w)) return ODD[w]!;
  for (const [end, verb] of [
    ["acao", "ar"],
    ["icao", "ir"],
    ["amento", "ar"],
    ["imento", "ir"],
    ["ada", "ar"],
    ["ida", "er"],
    ["agem", "ar"],
    ["ancia", "ar"],
  ] as const) {
    if (w.length > end.length + 2 && w.endsWith(end)) {
      const lemma = w.slice(0, -end.length) + verb;
      if (verbForms(lemma).length > 0) return lemma;
    }
  }
  return null;
}

/** Lemmas of a word read as a verb, or of the verb behind it as a noun. */
export function lemmasOf(word: string): string[] {
  const lemmas = verbForms(word).map((f) => f.lemma);
  const noun = verbOfNoun(word);
  return noun === null ? lemmas : [...lemmas, noun];
}

const SMALL = wordSet(
  "de do da dos das e o a os as no na em para com por um uma meu minha ao min minutos paginas dia dias todo todos h l ml litros horas vezes mais km copos antes cada menos fazer tomar pelo",
);

/** A habit's or goal's name as a verb and the words it acts on. */
export function anatomy(name: string): { lemmas: string[]; objects: string[]; words: string[] } {
  const words = wordsOf(name).filter((w) => !/^\d/.test(w));
  const head = words[0] ?? "";
  const infinitive = verbForms(head)
    .filter((f) => f.tense === "infinitive")
    .map((f) => f.lemma);
  const rest = words.slice(infinitive.length > 0 ? 1 : 0).filter((w) => !SMALL.has(w));
  if (infinitive.length > 0) return { lemmas: infinitive, objects: rest, words };
  return {
    lemmas: words.filter((w) => !SMALL.has(w)).flatMap((w) => verbOfNoun(w) ?? []),
    objects: rest,
    words,
  };
}

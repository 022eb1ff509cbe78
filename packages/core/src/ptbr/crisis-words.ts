import { fold } from "./normalize.ts";
import { correct, makeDictionary } from "./spelling.ts";
import { isKnownWord } from "./vocabulary.ts";
import { oneOf, wordSet } from "./words.ts";

/** Words as people in distress type them, and what they stand for. */
const SPELT: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    nao: "n nn naum num nau naao",
    quero: "qro kero qero qeru keru queru qru quro qeoro",
    queria: "qeria kria qria keria",
    vou: "vo vouu vol vow",
    estou: "to tow tou",
    estar: "tar",
    esta: "ta tah",
    tudo: "td",
    hoje: "hj",
    viver: "vivr vver viverr vier",
    vida: "vda vidaa vid",
    mesmo: "msm",
    porque: "pq",
    para: "p pra pro",
    quando: "qdo qnd",
    que: "q",
    morrer: "morre morer moreer mrrer morrerr more moorer",
    de: "d",
    com: "c cm",
    matar: "matr mtar mattar matarr",
    acordar: "acorda",
    enforcar: "enforca",
    aguento:
      "aguentu aguneto agento aguendo aguanto agueto aquento guento aguentoo aguentando guentando suportando suporto suportu consigo consiguo aguent",
    suicidio: "suicido suicdio suissidio suisidio sucidio suicideo suicidiu suicid",
  }).flatMap(([right, typed]) => typed.split(" ").map((t) => [t, right])),
);

/** Spellings that are right words too: they stand for the infinitive only behind one of `BEFORE`. */
const EITHER = wordSet("morre more vive mata acorda enforca consigo");
const BEFORE = wordSet(
  "quero queria vou de para me melhor mais aguento consigo so logo nao eu tentei vontade",
);

/** What a slip is corrected to, when what was typed is no word at all. */
const CORE = makeDictionary([
  [
    0,
    wordSet(
      "morrer matar suicidio suicidar viver existir desaparecer enforcar cortar machucar veneno remedios comprimidos acordar sofrimento estuprou estuprada espancou agrediu ameacou bateu violencia abusou vontade desistir despedida",
    ),
  ],
]);

/** At most so many unknown words are looked up, so that time stays linear. */
const MAX_LOOKUPS = 200;

const HURT = [
  "mat",
  "cort",
  "mut",
  "enforc",
  "jog",
  "suicid",
  "machuc",
  "ferir",
  "afog",
  "envenen",
];
const HIT = ["bat", "agred", "espanc"];

const LETTERS: Readonly<Record<string, string>> = { 0: "o", 1: "i", 3: "e", 4: "a" };

/** The words of a text as they were meant, without punctuation. */
export function distressWords(text: string): string[] {
  const words = fold(text.slice(0, 20_000))
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .replace(/([a-z])\1{2,}/g, "$1")
    // "q u e r o", "m4tar", "sui cidio", "queromorrer": hidden or hasty.
    .replace(/\b(?:[a-z] +){3,}[a-z]\b/g, (letters) => letters.replaceAll(" ", ""))
    .replace(/(?<=[a-z])[0134](?=[a-z])/g, (digit) => LETTERS[digit] ?? digit)
    .replace(/\bsui cid/g, "suicid")
    .replace(/\b(quero|queria|vou|me|mi)(?=morrer|matar|sumir|suicid)/g, "$1 ")
    .replace(/\bmimat/g, "mi mat")
    .replace(/\bmais(?=viv)/g, "mais ")
    .split(" ");
  let lookups = 0;
  const meant: string[] = [];
  for (const [i, w] of words.entries()) {
    const next = words[i + 1] ?? "";
    const reflexive = oneOf("mi mim mee m", w) && [...HURT, ...HIT].some((s) => next.startsWith(s));
    if (reflexive) meant.push("me");
    else if (EITHER.has(w)) meant.push(BEFORE.has(meant.at(-1) ?? "") ? (INFINITIVES[w] ?? w) : w);
    else if (Object.hasOwn(SPELT, w)) meant.push(SPELT[w]!);
    else if (w.length >= 5 && lookups < MAX_LOOKUPS && !isKnownWord(w)) {
      lookups += 1;
      meant.push(correct(w, CORE) ?? w);
    } else meant.push(w);
  }
  return meant;
}

const INFINITIVES: Readonly<Record<string, string>> = {
  morre: "morrer",
  more: "morrer",
  vive: "viver",
  mata: "matar",
  acorda: "acordar",
  enforca: "enforcar",
  consigo: "aguento",
};

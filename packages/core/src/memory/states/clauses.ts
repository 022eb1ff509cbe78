import { wordsOf } from "../../ptbr/normalize.ts";

/** A part of a sentence that can stand alone, in plain words, and whom it is about. */
export type Clause = { readonly subject: string; readonly text: string };

const CIRCLE =
  "mae|pai|irma|irmao|marido|esposa|mulher|namorad[oa]|noiv[oa]|filh[oa]|prim[oa]|avo|ti[oa]|sobrinh[oa]|cunhad[oa]|sogr[oa]|vizinh[oa]|amig[oa]|chefe|familia";
const ABOUT = new RegExp(`^(?:(?:o|a|e|agora|hoje) )*(?:meu|minha|nosso|nossa) (${CIRCLE})s?\\b ?`);
const OTHERS = /^(?:agora )?(?:ele|ela|eles|elas|voce|o [a-z]+|a (?!gente\b)[a-z]+) (?!foi\b)/;

/** What is wished, supposed, remembered or asked asserts nothing of now. */
const NOT_NOW =
  /\b(?:quero|queria|gostaria|pretendo|penso|pensando|sonh\w+|talvez|se eu|um dia|vou|iria|irei|meta|ja (?:fui|morei|trabalhei|tive)|morava|trabalhava|vivia|era|pesava|tinha|nasci|por opcao)\b/;

/** Third person as first, so that one set of rules reads both. */
const FIRST_PERSON: Readonly<Record<string, string>> = {
  mora: "moro",
  vive: "vivo",
  trabalha: "trabalho",
  mudou: "mudei",
  saiu: "sai",
  casou: "casei",
  divorciou: "divorciei",
  separou: "separei",
  noivou: "noivei",
  estuda: "estudo",
  eh: "sou",
  esta: "estou",
  virou: "virei",
  come: "como",
  fuma: "fumo",
  bebe: "bebo",
  entrou: "entrei",
  comecou: "comecei",
  vendeu: "vendi",
  parou: "parei",
  largou: "larguei",
  gosta: "gosto",
  adora: "adoro",
  ama: "amo",
  odeia: "odeio",
  detesta: "detesto",
  tem: "tenho",
  faz: "faco",
  pesa: "peso",
  ganha: "ganho",
  recebe: "recebo",
  toma: "tomo",
  torce: "torco",
  namora: "namoro",
  voltou: "voltei",
  passou: "passei",
  terminou: "terminei",
  pediu: "pedi",
  acorda: "acordo",
  dorme: "durmo",
  fez: "fiz",
  completou: "completei",
  ficou: "fiquei",
  se: "me",
};

/** The clauses of a sentence that assert something of now. */
export function clausesOf(sentence: string): Clause[] {
  if (sentence.trim().endsWith("?")) return [];
  let subject = "eu";
  const clauses: Clause[] = [];
  for (const part of figuresPlain(sentence).split(/[,;.!()](?!\d|\w+\.)|\smas\s|\sso que\s/i)) {
    const text = wordsOf(part)
      .join(" ")
      .replace(/^(?:e|eu|ah|oi|na verdade|acho que) /, "")
      .trim();
    if (text === "") continue;
    const found = subjectOf(text);
    subject = found.subject ?? subject;
    if (subject !== "" && !NOT_NOW.test(found.rest)) clauses.push({ subject, text: found.rest });
  }
  return clauses;
}

/** "R$ 3.200,00" as "3200": a point or comma inside a figure parts no clauses. */
function figuresPlain(sentence: string): string {
  return sentence
    .replaceAll(/r\$\s*/gi, "")
    .replaceAll(/(\d)\.(?=\d{3}\b)/g, "$1")
    .replaceAll(/(\d),00\b/g, "$1")
    .replaceAll(/\bdra?\. /gi, "dr ");
}

function subjectOf(text: string): { subject: string | null; rest: string } {
  if (/^(?:eu e|a gente|nos|(?:meu|minha) [a-z]+ e eu)\b/.test(text))
    return {
      subject: "eu",
      rest: firstPerson(
        text.replace(
          /^(?:(?:eu e|(?:meu|minha) [a-z]+ e eu) .*?(?=nos |noiv|cas|termin|separ)|a gente |nos (?!separ|mud|cas))/,
          "",
        ),
      ),
    };
  const about = ABOUT.exec(text);
  if (about?.[1] !== undefined) {
    const rest = text.slice(about[0].length);
    // "Meu chefe é o Carlos" says who is the chief, not what the chief is.
    if (/^(?:agora )?eh (?:o|a|dr|dra)\b/.test(rest)) return { subject: "eu", rest: text };
    if (/^nasceu\b/.test(rest)) return { subject: "eu", rest: text };
    return { subject: about[1], rest: firstPerson(rest) };
  }
  if (OTHERS.test(text) && !/^(?:o|a) (?:casamento|aluguel|meu|minha)|\bsuspendeu\b/.test(text))
    return { subject: "", rest: text };
  return { subject: null, rest: text };
}

function firstPerson(text: string): string {
  return text
    .split(" ")
    .map((word) => FIRST_PERSON[word] ?? word)
    .join(" ");
}

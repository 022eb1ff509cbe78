export type TokenKind = "word" | "number" | "punct";

/** A piece of the text; `start` and `end` point into the original. */
export type Token = {
  readonly kind: TokenKind;
  /** Lower case, no accents, chat shorthand spelt out; `é` becomes `eh` so that it differs from `e`. */
  readonly norm: string;
  readonly raw: string;
  readonly start: number;
  readonly end: number;
};

const SHORTHAND: Readonly<Record<string, string>> = {
  hj: "hoje",
  hje: "hoje",
  oje: "hoje",
  amanhan: "amanha",
  amnh: "amanha",
  amanh: "amanha",
  amha: "amanha",
  ontm: "ontem",
  onte: "ontem",
  antiontem: "anteontem",
  antionte: "anteontem",
  vc: "voce",
  vcs: "voces",
  ce: "voce",
  cê: "voce",
  ceis: "voces",
  tb: "tambem",
  tbm: "tambem",
  tbem: "tambem",
  tmb: "tambem",
  qnto: "quanto",
  qto: "quanto",
  quant: "quanto",
  qnt: "quanto",
  qntos: "quantos",
  qtos: "quantos",
  qts: "quantos",
  qnts: "quantos",
  qntas: "quantas",
  qtas: "quantas",
  qual: "qual",
  ql: "qual",
  qdo: "quando",
  qnd: "quando",
  qndo: "quando",
  qd: "quando",
  pq: "porque",
  pk: "porque",
  oq: "que",
  oque: "que",
  q: "que",
  ke: "que",
  dps: "depois",
  dpois: "depois",
  agr: "agora",
  agra: "agora",
  hr: "h",
  hrs: "h",
  hs: "h",
  pra: "para",
  pro: "para",
  pros: "para",
  pras: "para",
  p: "para",
  prum: "para",
  pruma: "para",
  d: "de",
  dum: "de",
  duma: "de",
  num: "num",
  c: "com",
  cm: "com",
  s: "s",
  n: "nao",
  nn: "nao",
  ñ: "nao",
  naum: "nao",
  nao: "nao",
  num_: "nao",
  ss: "sim",
  sm: "sim",
  siim: "sim",
  eh: "eh",
  ta: "esta",
  tah: "esta",
  to: "estou",
  tou: "estou",
  tava: "estava",
  tavam: "estavam",
  taum: "estao",
  tao: "tao",
  tamos: "estamos",
  teve: "teve",
  mt: "muito",
  mto: "muito",
  mta: "muita",
  mtos: "muitos",
  td: "tudo",
  tds: "todos",
  tdo: "todo",
  blz: "beleza",
  msg: "mensagem",
  vlw: "valeu",
  obg: "obrigado",
  obgd: "obrigado",
  obgda: "obrigada",
  brigado: "obrigado",
  brigada: "obrigada",
  pfv: "por favor",
  pf: "por favor",
  pfvr: "por favor",
  fds: "fim-de-semana",
  sem: "sem",
  msm: "mesmo",
  nd: "nada",
  ngm: "ninguem",
  alg: "alguem",
  cmg: "comigo",
  ctg: "contigo",
  kd: "cade",
  flw: "falou",
  vdd: "verdade",
  hrr: "h",
  min: "min",
  reg: "registra",
  aki: "aqui",
  fzr: "fazer",
  gnt: "gente",
  mes: "mes",
  mim: "mim",
  dagua: "agua",
  daagua: "agua",
  aguinha: "agua",
  aguas: "agua",
  kilo: "quilo",
  kilos: "quilos",
  kilograma: "quilo",
  kilogramas: "quilos",
  lt: "litro",
  lts: "litros",
  mlk: "moleque",
  reaix: "reais",
  reaus: "reais",
  reas: "reais",
  reis: "reais",
  reias: "reais",
  rea: "reais",
  alembra: "lembra",
  alembre: "lembre",
  drumi: "dormi",
  durmi: "dormi",
  cumi: "comi",
  cumprei: "comprei",
  alevantei: "levantei",
  reau: "real",
  minutinhos: "minutos",
  minutinho: "minutos",
  horinha: "hora",
  horinhas: "horas",
  copinho: "copo",
  copinhos: "copos",
  copao: "copo",
  copaos: "copos",
  garrafinha: "garrafa",
  garrafinhas: "garrafas",
  xicrinha: "xicara",
  cafezinho: "cafe",
  cafezinhos: "cafes",
  comtinho: "conto",
  contos: "conto",
  pilas: "pila",
};

const LETTER = /\p{L}/u;
const MARK = /\p{M}/u;

/** Lower-cases and drops accents, one original character at a time, so that lengths can be traced. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}

/** Shrinks laughter and stretched letters ("oiiii" → "oii"); keeps double letters. */
function squeeze(word: string): string {
  return word.length > 3 ? word.replace(/(.)\1{2,}/gu, "$1") : word;
}

function wordNorm(raw: string): string {
  const lower = raw.normalize("NFC").toLowerCase();
  if (lower === "é") return "eh";
  const plain = squeeze(fold(lower));
  return Object.hasOwn(SHORTHAND, plain) ? SHORTHAND[plain]! : plain;
}

function isDigit(c: string | undefined): boolean {
  return c !== undefined && c >= "0" && c <= "9";
}

function isLetter(c: string | undefined): boolean {
  return c !== undefined && (LETTER.test(c) || MARK.test(c));
}

/** End of a number that starts at `i`: digits with dots and commas between digits. */
function numberEnd(text: string, i: number): number {
  let end = i;
  while (isDigit(text[end])) end += 1;
  while ((text[end] === "." || text[end] === ",") && isDigit(text[end + 1])) {
    // "1,2,3" is a list, "1.250,50" a number: a comma ends the whole part once.
    const sofar = text.slice(i, end);
    if (sofar.includes(",")) break;
    end += 1;
    while (isDigit(text[end])) end += 1;
  }
  return end;
}

/** Splits into words, numbers and signs in one pass; spans refer to the original text. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let i = 0;
  while (i < text.length) {
    const c = text[i]!;
    if (isDigit(c)) {
      const end = numberEnd(text, i);
      const raw = text.slice(i, end);
      const mark = text[end] === "º" || text[end] === "ª" || text[end] === "°" ? 1 : 0;
      // "5ª parcela": an ordinal counts nothing.
      if (mark === 1)
        tokens.push({
          kind: "word",
          norm: raw === "1" ? (text[end] === "ª" ? "primeira" : "primeiro") : `${raw}ª`,
          raw: text.slice(i, end + 1),
          start: i,
          end: end + 1,
        });
      else tokens.push({ kind: "number", norm: raw, raw, start: i, end });
      i = end + mark;
    } else if ((c === "R" || c === "r") && text[i + 1] === "$") {
      tokens.push({ kind: "word", norm: "r$", raw: text.slice(i, i + 2), start: i, end: i + 2 });
      i += 2;
    } else if (isLetter(c)) {
      let end = i + 1;
      while (isLetter(text[end])) end += 1;
      // Names like "C6" and "B3": capitals with digits are one word.
      if (
        isDigit(text[end]) &&
        !isDigit(text[i - 1]) &&
        (/^\p{Lu}+$/u.test(text.slice(i, end)) || text.slice(i, end + 1) === "c6")
      )
        while (isDigit(text[end]) || isLetter(text[end])) end += 1;
      // "e-mail" is no "e" and a "mail".
      if (text.slice(i, end + 5).toLowerCase() === "e-mail")
        for (end += 5; isLetter(text[end]);) end += 1;
      const raw = text.slice(i, end);
      const norm = wordNorm(raw.replace("-", ""));
      if (norm !== "") tokens.push({ kind: "word", norm, raw, start: i, end });
      i = end;
    } else if (/\s/u.test(c)) {
      if (c === "\n") tokens.push({ kind: "punct", norm: "\n", raw: c, start: i, end: i + 1 });
      i += 1;
    } else {
      // "40'": minutes.
      if ((c === "'" || c === "’" || c === "′") && isDigit(text[i - 1]) && !isLetter(text[i + 1])) {
        tokens.push({ kind: "word", norm: "min", raw: c, start: i, end: i + 1 });
        i += 1;
        continue;
      }
      const joins = c === "-" || c === "'" || c === "’" || c === "_";
      // A hyphen inside a word joins two words ("meia-noite"); it is no sign of its own.
      if (!(joins && (isLetter(text[i - 1]) || isDigit(text[i - 1])) && isLetter(text[i + 1]))) {
        if (c.charCodeAt(0) > 32 && c.charCodeAt(0) < 0xd800)
          tokens.push({ kind: "punct", norm: c, raw: c, start: i, end: i + 1 });
      }
      i += 1;
    }
  }
  return tokens;
}

/** Words of a name or phrase in normal form, for matching. */
export function wordsOf(text: string): string[] {
  return tokenize(text)
    .filter((t) => t.kind !== "punct")
    .map((t) => t.norm);
}

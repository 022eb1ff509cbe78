import { wordSet } from "./words.ts";

export const UNITS: Readonly<Record<string, number>> = {
  zero: 0,
  um: 1,
  uma: 1,
  hum: 1,
  dois: 2,
  duas: 2,
  tres: 3,
  quatro: 4,
  cinco: 5,
  seis: 6,
  sete: 7,
  oito: 8,
  nove: 9,
};

export const TEENS: Readonly<Record<string, number>> = {
  dez: 10,
  onze: 11,
  doze: 12,
  treze: 13,
  quatorze: 14,
  catorze: 14,
  quinze: 15,
  dezesseis: 16,
  dezasseis: 16,
  dezessete: 17,
  dezassete: 17,
  dezoito: 18,
  dezenove: 19,
  dezanove: 19,
};

export const TENS: Readonly<Record<string, number>> = {
  vinte: 20,
  trinta: 30,
  quarenta: 40,
  cinquenta: 50,
  cincoenta: 50,
  sessenta: 60,
  setenta: 70,
  oitenta: 80,
  noventa: 90,
};

export const HUNDREDS: Readonly<Record<string, number>> = {
  cem: 100,
  cento: 100,
  duzentos: 200,
  duzentas: 200,
  trezentos: 300,
  trezentas: 300,
  quatrocentos: 400,
  quatrocentas: 400,
  quinhentos: 500,
  quinhentas: 500,
  seiscentos: 600,
  seiscentas: 600,
  setecentos: 700,
  setecentas: 700,
  oitocentos: 800,
  oitocentas: 800,
  novecentos: 900,
  novecentas: 900,
};

export const SCALES: Readonly<Record<string, number>> = {
  mil: 1e3,
  k: 1e3,
  milhao: 1e6,
  milhoes: 1e6,
  mi: 1e6,
  mm: 1e6,
  bilhao: 1e9,
  bilhoes: 1e9,
};

export const SLANG: Readonly<Record<string, number>> = {
  dezinho: 10,
  dezao: 10,
  quinzinho: 15,
  vintinho: 20,
  vintao: 20,
  vintinha: 20,
  trintinha: 30,
  trintao: 30,
  quarentinha: 40,
  cinquentinha: 50,
  cinquentao: 50,
  cenzinho: 100,
  cemzinho: 100,
  cenzao: 100,
  cemzao: 100,
  centao: 100,
  duzentinhos: 200,
  duzentao: 200,
  quinhentao: 500,
  quinhentinhos: 500,
  milzinho: 1000,
  milzao: 1000,
};

/** Every word that can stand in a number; typos are corrected towards these. */
export const NUMBER_WORDS: readonly string[] = [
  ...Object.keys(UNITS),
  ...Object.keys(TEENS),
  ...Object.keys(TENS),
  ...Object.keys(HUNDREDS),
  ...Object.keys(SLANG),
  "mil",
  "milhao",
  "milhoes",
  "meio",
  "meia",
  "duzia",
  "virgula",
];

export const BEFORE = wordSet(
  "uns umas quase aproximadamente praticamente exatos exatas exatamente redondos",
);

export const AFTER = wordSet(
  "pouco pouca poucos poucas tanto tantos tantas bolinha lascada pouquinho uns quebrados",
);

import { wordSet } from "./words.ts";

export type QuantityKind = "volume" | "mass" | "duration" | "distance" | "score" | "percent";

export type Quantity = {
  readonly kind: QuantityKind;
  /** Canonical: ml, kg, minutes, km, points. */
  readonly value: number;
  readonly to: number;
  readonly approx: boolean;
  /** A vessel counted without a size: the person's own measure was taken. */
  readonly vessel?: {
    readonly name: string;
    readonly plural: string;
    readonly ml: number;
    readonly count: number;
  };
  /** "7h", "14h30" may be a time of day as well. */
  readonly clock?: { readonly hour: number; readonly minute: number };
};

export type Measures = { readonly glass?: number; readonly cup?: number; readonly bottle?: number };

export const VOLUME: Readonly<Record<string, number>> = {
  ml: 1,
  mls: 1,
  mililitro: 1,
  mililitros: 1,
  l: 1000,
  litro: 1000,
  litros: 1000,
  litrao: 1000,
  litroes: 1000,
  litrinho: 1000,
  litrinhos: 1000,
  cl: 10,
  dl: 100,
};

export const VESSEL: Readonly<
  Record<string, { name: string; plural: string; of: "glass" | "cup" | "bottle" | number }>
> = {
  copo: { name: "copo", plural: "copos", of: "glass" },
  copos: { name: "copo", plural: "copos", of: "glass" },
  xicara: { name: "xícara", plural: "xícaras", of: "cup" },
  xicaras: { name: "xícara", plural: "xícaras", of: "cup" },
  caneca: { name: "caneca", plural: "canecas", of: 300 },
  canecas: { name: "caneca", plural: "canecas", of: 300 },
  garrafa: { name: "garrafa", plural: "garrafas", of: "bottle" },
  garrafas: { name: "garrafa", plural: "garrafas", of: "bottle" },
  squeeze: { name: "squeeze", plural: "squeezes", of: "bottle" },
  squeezes: { name: "squeeze", plural: "squeezes", of: "bottle" },
  jarra: { name: "jarra", plural: "jarras", of: 1000 },
  jarras: { name: "jarra", plural: "jarras", of: 1000 },
};

export const MASS: Readonly<Record<string, number>> = {
  kg: 1,
  kgs: 1,
  quilo: 1,
  quilos: 1,
  quilinhos: 1,
  quilinho: 1,
  quilograma: 1,
  quilogramas: 1,
  g: 0.001,
  gr: 0.001,
  grama: 0.001,
  gramas: 0.001,
};

export const HOURS = new Set(["h", "hora", "horas"]);

export const MINUTES = wordSet("min mins minuto minutos m");

export const DISTANCE: Readonly<Record<string, number>> = {
  km: 1,
  kms: 1,
  quilometro: 1,
  quilometros: 1,
  metros: 0.001,
  metro: 0.001,
};

/** Unit words, for typo correction. */
export const UNIT_WORDS: readonly string[] = [
  ...Object.keys(VOLUME),
  ...Object.keys(VESSEL),
  ...Object.keys(MASS),
  ...HOURS,
  ...MINUTES,
  ...Object.keys(DISTANCE),
].filter((w) => w.length > 3);

export const round = (n: number): number => Number(Number(n.toPrecision(12)).toFixed(3));

export const isHalf = (w: string | undefined): boolean => w === "meio" || w === "meia";

export const NOT_LIQUID = wordSet(
  "vinho cerveja leite suco refrigerante refri coca cafe cha whisky vodka chopp chope requeijao farinha arroz acucar",
);

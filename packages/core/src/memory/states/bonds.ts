import { ended, genderless, head, holds, thing } from "./state.ts";
import type { Found, Rule } from "./state.ts";

const MARITAL: Readonly<Record<string, string>> = {
  solteir: "single",
  casad: "married",
  divorciad: "apart",
  separad: "apart",
  viuv: "widowed",
  noiv: "engaged",
};
const marital = (value: string) => (): Found => holds("marital", value);

const TEAMS: Readonly<Record<string, string>> = {
  vascain: "vasco",
  flamenguist: "flamengo",
  corinthian: "corinthians",
  corintian: "corinthians",
  palmeirens: "palmeiras",
  santist: "santos",
  gremist: "gremio",
  colorad: "internacional",
  tricolor: "tricolor",
};
const RELIGION =
  /\b(?:sou|virei|me converti ao?)(?: agora)? (catolic|evangelic|budis|espirit|umbandis|ate[ui]|jude|muculman|crista)/;
const PEOPLE = /^(?:chefe|medic|dentista|psicolog|terapeuta|professor|personal|diarista|advogad)/;
const ATTRIBUTES =
  "chefe|medic[oa]|dentista|psicolog[oa]|terapeuta|personal|diarista|banco|operadora|plano de saude|plano|e mail|email|telefone|celular|endereco|aniversario|time";
const QUALITY = /^(?:bem|muito|tao|otim|ruim|bo[am]\b|car[oa]|chat|legal|pessim|melhor|pior)/;

function attribute(name: string | undefined, is: string | undefined): Found | null {
  const kind = genderless(name ?? "");
  const value = (is ?? "").trim();
  if (QUALITY.test(value) || value.split(" ").length > 6) return null;
  if (PEOPLE.test(name ?? "") && !/^(?:o|a|dr|dra)\b/.test(value)) return null;
  return holds(`attribute ${kind}`, thing(value).replace(/^(?:dra?) /, ""));
}

/** Marriage, faith, team, and what a person has one of: doctor, bank, favourites. */
export const BONDS: readonly Rule[] = [
  {
    pattern:
      /\b(?:sou|estou|fiquei|virei)(?: agora)? (solteir|casad|divorciad|separad|viuv|noiv)[oa]\b/,
    read: (found) => holds("marital", MARITAL[found[1] ?? ""] ?? ""),
  },
  {
    pattern: /^(?:agora )?(?:estou namorando|comecei a namorar|namoro )/,
    read: marital("dating"),
  },
  {
    pattern: /\bterminei (?:com (?:o|a|meu|minha)\b|o namoro)|\bterminamos\b|\bacabou o namoro\b/,
    read: marital("single"),
  },
  {
    pattern: /^(?:agora |nos |me )*(?:casei|casamos)(?! (?:minha|meu)\b)|^o casamento foi\b/,
    read: marital("married"),
  },
  {
    pattern:
      /\b(?:me (?:separei|divorciei)|nos (?:separamos|divorciamos)|(?:assinei|saiu) o divorcio)\b|^divorciei\b|^separei\b/,
    read: marital("apart"),
  },
  { pattern: /\b(?:noivei|noivamos)\b/, read: marital("engaged") },
  {
    pattern: RELIGION,
    read: (found) => holds("religion", found[1] ?? ""),
  },
  {
    pattern: /\btorco (?:para|pelo|pela)(?: o| a)? ([a-z]+)/,
    read: (found) => holds("team", found[1] ?? ""),
  },
  {
    pattern: /\b(?:sou|virei) ([a-z]+?)[oae]?$/,
    read: (found) => {
      const team = TEAMS[found[1] ?? ""];
      return team === undefined ? null : holds("team", team);
    },
  },
  {
    pattern: new RegExp(
      `^(?:agora |hoje )?(?:o |a )?(?:meu|minha) (${ATTRIBUTES})(?: agora| hoje)?(?: eh| virou)(?: agora)? (.+)$`,
    ),
    read: (found) => attribute(found[1], found[2]),
  },
  {
    pattern:
      /(?:meu|minha) ([a-z]+) (?:favorit|preferid)[oa](?: agora| hoje)?(?: eh| virou)(?: agora)? (.+)$/,
    read: (found) => holds(`favourite ${head(found[1])}`, thing(found[2])),
  },
  {
    pattern: new RegExp(`\\b(?:mudei|troquei) de (${ATTRIBUTES})\\b`),
    read: (found) => ended(`attribute ${genderless(found[1] ?? "")}`),
  },
  {
    pattern: /\b(?:troquei|larguei) (?:o |a )?(.+?) (?:por|pelo|pela)\b/,
    read: (found) => ended("given up", thing(found[1])),
  },
];

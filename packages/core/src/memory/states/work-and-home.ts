import { ended, genderless, holds, thing } from "./state.ts";
import type { Found, Rule } from "./state.ts";

const ALIASES: Readonly<Record<string, string>> = {
  sp: "sao paulo",
  "sao paulo capital": "sao paulo",
  rj: "rio de janeiro",
  rio: "rio de janeiro",
  bh: "belo horizonte",
  poa: "porto alegre",
  bsb: "brasilia",
  floripa: "florianopolis",
};
const HOUSING = /^(?:casa|apartamento|ape|kitnet|republica|studio)\b/;
const PLACE =
  /^(?:plano|bahia|ceara|pernambuco|minas|parana|para|amazonas|interior|nordeste|sul|norte|sudeste|brasil|bairro|rua|avenida|centro|condominio|predio|aqui|la)\b/;
const NO_EMPLOYER =
  /^(?:casa|escritorio|presencial|home|feriado|(?:segunda|terca|quarta|quinta|sexta)\b|turno|horario|carro|onibus|metro|grupo|mes|semana|sabado|domingo|fim|tarde|noite|time|area|setor|academia|natacao|ingles|faculdade|curso|terapia|dieta|pilates|yoga|ioga|computador)\b/;
const JOIN = "(?:no|na|num|numa|para o|para a|para|pela|pelo)";

const PROFESSION =
  /^(?:agora |hoje )?(?:(?:professor|coordenador|vendedor|programador|desenvolvedor|diretor|consultor|contador|administrador|instrutor|escritor|pintor|tradutor|produtor|pesquisador|supervisor|entregador)a?|(?:engenheir|enfermeir|confeiteir|padeir|cozinheir|cabeleireir|costureir|faxineir|bombeir|porteir|pedreir|marceneir)[oa]|analista|dentista|motorista|jornalista|recepcionista|economista|eletricista|nutricionista|fisioterapeuta|cientista|psicolog[oa]|biolog[oa]|medic[oa]|advogad[oa]|arquitet[oa]|fotograf[oa]|secretari[oa]|estagiari[oa]|veterinari[oa]|publicitari[oa]|empresari[oa]|bancari[oa]|aposentad[oa]|designer|garcom|gerente|estudante|assistente|atendente|policial|militar|manicure|chef|barista|motoboy)\b/;

function live(place: string | undefined): Found | null {
  const text = thing(place);
  if (text === "" || PLACE.test(text)) return null;
  const housing = HOUSING.exec(text)?.[0];
  if (housing !== undefined) return holds("housing", housing === "ape" ? "apartamento" : housing);
  const city = text.replace(/ (?:em|na|no|num|numa|da|e) .*$/, "");
  return holds("city", ALIASES[city] ?? city);
}

function profession(text: string | undefined): Found | null {
  const found = PROFESSION.exec((text ?? "").trim())?.[0];
  return found === undefined
    ? null
    : holds("job", genderless(found.replace(/^(?:agora|hoje) /, "")));
}

function employer(text: string | undefined): Found[] {
  const name = thing(text).replace(/ (?:como|no|na|em|e|de) .*$/, "");
  const employed = holds("employed", "yes");
  if (NO_EMPLOYER.test(name)) return [];
  return name === "" || /^(?:escola|empresa|loja|padaria)\b/.test(name)
    ? [employed]
    : [holds("employer", name), employed];
}

/** Where and with whom one lives; as what, where and for whom one works. */
export const WORK_AND_HOME: readonly Rule[] = [
  {
    pattern:
      /^(?:agora |hoje |so )*(?:moro|vivo|resido|estou morando|estou vivendo|fui morar|voltei a morar|passei a morar|acabei de me mudar|me mudei|mudei|nos mudamos)(?: agora| hoje)? (?:em|no|na|nos|num|numa|para|para o|para a) (.+)$/,
    read: (found) => live(found[1]),
  },
  {
    pattern: /\bmoro (sozinh)[oa]\b/,
    read: (found) => holds("lives with", found[1] ?? ""),
  },
  {
    pattern: /\b(?:moro|fui morar|estou morando) com (.+)$/,
    read: (found) =>
      holds("lives with", (found[1] ?? "").replace(/^(?:meus?|minhas?|a|o|os|as) /, "")),
  },
  {
    pattern: /\bnao (?:moro|vivo) mais (?:em|no|na) (.+)$/,
    read: (found) => ended("city", thing(found[1])),
  },
  {
    pattern:
      /\b(?:trabalho|estou trabalhando|comecei a trabalhar|atuo|efetivad[oa]|contratad[oa]|promovid[oa])(?: agora| hoje)? (?:como|a) (.+)$/,
    read: (found) => profession(found[1]),
  },
  {
    pattern: /^(?:agora |hoje |ja )*(?:sou|virei|passei a ser|me tornei)(?: agora| hoje)? (.+)$/,
    read: (found) => profession(found[1]),
  },
  {
    pattern: new RegExp(
      `\\b(?:trabalho|estou trabalhando|comecei a trabalhar|comecei|entrei|fui contratad[oa]|fui trabalhar)(?: agora| hoje)?(?: como [a-z]+)? ${JOIN} (.+)$`,
    ),
    read: (found) => employer(found[1]),
  },
  {
    pattern: /\b(?:trabalho|sou [a-z]+) como [a-z]+ (?:no|na) (.+)$/,
    read: (found) => employer(found[1]),
  },
  {
    pattern:
      /\b(?:sai|nao trabalho mais|pedi demissao|pedi as contas|pedi para sair|me demiti|me desliguei|fui demitid[oa]|fui mandad[oa] embora)(?: ontem| hoje)? (?:de|do|da|no|na) (.+)$/,
    read: (found) => ended("employer", thing(found[1])),
  },
  {
    pattern:
      /\b(?:estou|fiquei) desempregad[oa]\b|^fui demitid[oa](?: ontem| hoje)?$|\bperdi o emprego\b/,
    read: () => [holds("employed", "no"), ended("employer")],
  },
  {
    pattern:
      /\b(?:arrumei|consegui|arranjei) (?:um )?(?:emprego|trabalho)\b|\bcarteira assinada\b|\bfui contratad[oa]\b/,
    read: () => holds("employed", "yes"),
  },
  { pattern: /\bcarteira assinada\b|\bsou clt\b/, read: () => holds("contract", "clt") },
  {
    pattern: /\bsou (?:autonom[oa]|freelancer|mei|pj)\b/,
    read: () => [holds("contract", "own"), holds("employed", "yes")],
  },
  {
    pattern: /\b(?:trabalho|trabalhar) (?:de|em) casa\b|\bhome office\b|\btrabalho remoto\b/,
    read: () => holds("workplace", "home"),
  },
  {
    pattern: /\bpresencial\b|\btrabalh(?:o|ar) no escritorio\b/,
    read: () => holds("workplace", "office"),
  },
];

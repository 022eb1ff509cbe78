import { fold } from "./normalize.ts";
import { oneOf } from "./words.ts";

export type Tense =
  | "past"
  | "present"
  | "infinitive"
  | "gerund"
  | "participle"
  | "imperfect"
  | "conditional"
  | "future"
  | "subjunctive";

/** One reading of a verb form. `person` 3 in the present is an order as well ("anota"). */
export type VerbForm = {
  readonly lemma: string;
  readonly tense: Tense;
  readonly person: 1 | 3 | 0;
  readonly plural: boolean;
};

/** Lemmas by what they mean for an assistant. A lemma may stand in several groups. */
export const VERBS = {
  drink: "beber tomar ingerir hidratar entornar virar",
  sleep: "dormir cochilar repousar capotar",
  wake: "acordar levantar despertar",
  bed: "deitar apagar adormecer",
  weigh: "pesar",
  train:
    "treinar malhar correr caminhar pedalar nadar andar exercitar lutar jogar dançar remar patinar escalar surfar suar",
  spend: "gastar torrar desembolsar despender detonar deixar largar investir enterrar",
  pay: "pagar quitar acertar liquidar",
  buy: "comprar adquirir pegar pedir levar encomendar abastecer almoçar jantar lanchar comer assinar alugar consertar cortar trocar contratar doar emprestar ofertar lavar revisar imprimir reformar instalar calibrar estacionar renovar",
  put: "colocar botar pôr meter por",
  cost: "custar sair dar ficar ser vir",
  receive: "receber ganhar faturar lucrar vender embolsar",
  arrive: "cair entrar pingar chegar render depositar",
  transfer: "transferir mandar enviar passar sacar depositar mover tirar retirar devolver",
  save: "guardar poupar aportar aplicar investir juntar depositar economizar reservar separar",
  record:
    "registrar anotar lançar marcar adicionar incluir cadastrar colocar botar pôr inserir gravar salvar contabilizar logar apontar assinalar computar acrescentar somar preencher riscar ticar",
  create: "criar cadastrar adicionar incluir abrir montar definir inventar começar iniciar",
  change:
    "mudar alterar corrigir trocar ajustar atualizar editar consertar arrumar retificar modificar passar acertar reajustar aumentar subir diminuir baixar",
  remove: "apagar excluir deletar remover tirar cancelar eliminar limpar descartar retirar deleta",
  undo: "desfazer reverter desmarcar voltar",
  forget: "esquecer ignorar desconsiderar",
  remember:
    "lembrar avisar recordar relembrar alertar notificar cobrar chamar despertar cutucar acordar",
  memorize: "memorizar guardar decorar lembrar anotar gravar salvar saber registrar recordar",
  finish: "completar concluir terminar cumprir finalizar bater fechar acabar alcançar atingir",
  do: "fazer praticar realizar executar efetuar",
  plan: "planejar orçar prever pretender reservar separar estimar projetar programar limitar destinar",
  owe: "dever parcelar financiar negociar dividir emprestar renegociar abater",
  want: "querer precisar pensar planejar pretender desejar gostar esperar sonhar tentar conseguir dever poder ir cogitar considerar",
  be: "ser estar ter haver ir vir existir sentir andar continuar",
  ask: "mostrar listar ver saber dizer falar contar exibir consultar checar calcular resumir trazer conferir verificar buscar procurar analisar comparar explicar ensinar escrever traduzir recomendar sugerir indicar",
  habit:
    "meditar ler alongar estudar rezar orar escrever desenhar cozinhar cantar tocar arrumar limpar agradecer respirar passear regar usar evitar parar fumar brincar tomar beber fazer organizar planejar dormir acordar caminhar correr treinar pular costurar pintar programar revisar",
  due: "vencer faltar sobrar restar render",
  see: "assistir achar encontrar perder olhar sentir chorar brigar visitar viajar trabalhar morar nascer casar mudar odiar amar adorar detestar preferir detestar morrer viver ajudar ligar buscar confirmar rejeitar aceitar descartar deixar manter agendar adiar arrumar renovar entregar completar tratar",
} as const;

export type VerbGroup = keyof typeof VERBS;

const IRREGULAR: Readonly<Record<string, string>> = {
  ser: "past1=fui past3=foi past3p=foram past1p=fomos present1=sou present3=eh present3p=sao imperfect1=era imperfect3p=eram subjunctive1=seja conditional1=seria participle0=sido gerund0=sendo infinitive0=ser",
  estar:
    "past1=estive past3=esteve present1=estou present3=esta present3p=estao imperfect1=estava subjunctive1=esteja",
  ter: "past1=tive past3=teve past1p=tivemos present1=tenho present3=tem imperfect1=tinha subjunctive1=tenha participle0=tido gerund0=tendo",
  haver: "past3=houve present3=ha imperfect1=havia subjunctive1=haja",
  ir: "present1=vou present3=vai present1p=vamos present3p=vao imperfect1=ia subjunctive1=va gerund0=indo participle0=ido infinitive0=ir",
  vir: "past1=vim past3=veio present1=venho present3=vem imperfect1=vinha gerund0=vindo subjunctive1=venha",
  fazer:
    "past1=fiz past3=fez past1p=fizemos past3p=fizeram present1=faco present3=faz imperfect1=fazia subjunctive1=faca participle0=feito conditional1=faria future1=farei future3=fara",
  desfazer:
    "past1=desfiz present1=desfaco present3=desfaz subjunctive1=desfaca participle0=desfeito",
  por: "past1=pus past3=pos present1=ponho present3=poe subjunctive1=ponha participle0=posto gerund0=pondo infinitive0=por",
  dar: "past1=dei past3=deu past3p=deram present1=dou present3=da subjunctive1=de_ participle0=dado",
  ver: "past1=vi past3=viu present1=vejo present3=ve subjunctive1=veja participle0=visto",
  querer: "past1=quis present1=quero present3=quer imperfect1=queria subjunctive1=queira",
  poder: "past1=pude past3=pode_ present1=posso present3=pode imperfect1=podia subjunctive1=possa",
  saber: "past1=soube present1=sei present3=sabe imperfect1=sabia subjunctive1=saiba",
  dizer: "past1=disse present1=digo present3=diz subjunctive1=diga participle0=dito",
  trazer: "past1=trouxe present1=trago present3=traz subjunctive1=traga",
  ler: "past1=li past3=leu present1=leio present3=le subjunctive1=leia participle0=lido gerund0=lendo",
  sair: "past1=sai_ past3=saiu past3p=sairam present1=saio present3=sai subjunctive1=saia",
  cair: "past1=cai_ past3=caiu past3p=cairam present1=caio present3=cai subjunctive1=caia",
  incluir: "past1=inclui present3=inclui",
  excluir: "past1=exclui present3=exclui",
  subir: "present3=sobe present3p=sobem",
  concluir: "past1=conclui present3=conclui",
  dormir: "present1=durmo subjunctive1=durma",
  corrigir: "present1=corrijo subjunctive1=corrija",
  perder: "present1=perco subjunctive1=perca",
  pedir: "present1=peco subjunctive1=peca",
  sentir: "present1=sinto subjunctive1=sinta",
  preferir: "present1=prefiro subjunctive1=prefira",
  transferir: "present1=transfiro subjunctive1=transfira",
  inserir: "present1=insiro subjunctive1=insira",
  investir: "present1=invisto subjunctive1=invista",
  prever: "past1=previ present1=prevejo present3=preve",
  vencer: "present1=venco subjunctive1=venca",
  pagar: "participle0=pago",
  gastar: "participle0=gasto",
  ganhar: "participle0=ganho",
  escrever: "participle0=escrito",
  adormecer: "present1=adormeco subjunctive1=adormeca",
  esquecer: "present1=esqueco subjunctive1=esqueca",
  agradecer: "present1=agradeco subjunctive1=agradeca",
  abastecer: "present1=abasteco subjunctive1=abasteca",
  morrer: "participle0=morto",
  abrir: "participle0=aberto",
  odiar: "present1=odeio present3=odeia",
  passear: "present1=passeio present3=passeia subjunctive1=passeie",
  manter: "past1=mantive present3=mantem present1=mantenho subjunctive1=mantenha",
  traduzir: "present3=traduz",
};

type Slot = `${Tense}${"1" | "3" | "0" | "1p" | "3p"}`;

/** The irregular forms of a lemma, by tense and person. */
function irregular(lemma: string): ReadonlyMap<string, string> {
  const entries = (IRREGULAR[lemma] ?? "").split(" ").filter((e) => e !== "");
  return new Map(
    entries.map((e): [string, string] => {
      const [slot = "", form = ""] = e.split("=");
      return [slot, form];
    }),
  );
}

const FORMS = new Map<string, VerbForm[]>();

type Put = (form: string, lemma: string, tense: Tense, person: 1 | 3 | 0, plural?: boolean) => void;

function put(form: string, lemma: string, tense: Tense, person: 1 | 3 | 0, plural = false): void {
  const key = fold(form);
  const list = FORMS.get(key) ?? [];
  if (!list.some((f) => f.lemma === lemma && f.tense === tense && f.person === person))
    list.push({ lemma, tense, person, plural });
  FORMS.set(key, list);
}

/** The stem before a front vowel: pagar → pagu-, marcar → marqu-, lançar → lanc-. */
function soft(stem: string): string {
  if (stem.endsWith("g")) return `${stem}u`;
  if (stem.endsWith("c")) return `${stem.slice(0, -1)}qu`;
  if (stem.endsWith("ç")) return `${stem.slice(0, -1)}c`;
  return stem;
}

function conjugate(lemma: string, put: Put): void {
  const ending = lemma.slice(-2);
  const stem = lemma.slice(0, -2);
  const key = fold(lemma);
  const odd = irregular(key);
  const add = (
    slot: Slot,
    regular: string | null,
    tense: Tense,
    person: 1 | 3 | 0,
    plural = false,
  ): void => {
    const form = odd.get(slot) ?? regular;
    if (form !== null) put(form, key, tense, person, plural);
    // Both spellings stay: people write "ganhado" and "pago".
    if (odd.get(slot) !== undefined && tense === "participle" && regular !== null)
      put(regular, key, tense, person, plural);
  };
  const ar = ending === "ar";
  const er = ending === "er";
  const wild = oneOf("ser ir ter vir por haver", key);
  const reg = (text: string): string | null => (wild ? null : text);
  add("infinitive0", lemma, "infinitive", 0);
  add("past1", reg(ar ? `${soft(stem)}ei` : `${stem}i`), "past", 1);
  add("past3", reg(ar ? `${stem}ou` : er ? `${stem}eu` : `${stem}iu`), "past", 3);
  add("past1p", reg(ar ? `${stem}amos` : er ? `${stem}emos` : `${stem}imos`), "past", 1, true);
  add("past3p", reg(ar ? `${stem}aram` : er ? `${stem}eram` : `${stem}iram`), "past", 3, true);
  add("present1", reg(`${stem}o`), "present", 1);
  add("present3", reg(ar ? `${stem}a` : `${stem}e`), "present", 3);
  add("present3p", reg(ar ? `${stem}am` : `${stem}em`), "present", 3, true);
  add("present1p", null, "present", 1, true);
  add("subjunctive1", reg(ar ? `${soft(stem)}e` : `${stem}a`), "subjunctive", 3);
  put(ar ? `${soft(stem)}em` : `${stem}am`, key, "subjunctive", 3, true);
  add("gerund0", reg(ar ? `${stem}ando` : er ? `${stem}endo` : `${stem}indo`), "gerund", 0);
  for (const end of ["o", "a", "os", "as"])
    put(ar ? `${stem}ad${end}` : `${stem}id${end}`, key, "participle", 0);
  if (odd.get("participle0") !== undefined)
    for (const end of ["o", "a", "os", "as"])
      put((odd.get("participle0") ?? "").slice(0, -1) + end, key, "participle", 0);
  add("imperfect1", reg(ar ? `${stem}ava` : `${stem}ia`), "imperfect", 0);
  add("imperfect3p", reg(ar ? `${stem}avam` : `${stem}iam`), "imperfect", 3, true);
  add("conditional1", reg(`${stem}${ending[0]}ria`), "conditional", 0);
  add("future1", reg(`${stem}${ending[0]}rei`), "future", 1);
  if (!wild && !(ar && key === "estar"))
    put(odd.get("future3") ?? `${stem}${ending[0]}ra`, key, "future", 3);
  put(ar ? `${stem}asse` : er ? `${stem}esse` : `${stem}isse`, key, "subjunctive", 0);
}

for (const lemma of new Set<string>(Object.values(VERBS).flatMap((list) => list.split(" "))))
  if (/[aei]r$/.test(lemma) || lemma === "pôr" || lemma === "por")
    conjugate(lemma === "por" || lemma === "pôr" ? "por" : lemma, put);
for (const [form, lemma] of [
  ["estivesse", "estar"],
  ["tivesse", "ter"],
  ["fosse", "ser"],
  ["fizesse", "fazer"],
  ["pudesse", "poder"],
  ["quisesse", "querer"],
  ["tiver", "ter"],
  ["fizer", "fazer"],
  ["for", "ser"],
  ["estiver", "estar"],
  ["puder", "poder"],
  ["quiser", "querer"],
] as const)
  put(form, lemma, "subjunctive", 0);
for (const [form, lemma] of [
  ["teria", "ter"],
  ["iria", "ir"],
  ["viria", "vir"],
  ["poria", "por"],
  ["devia", "dever"],
] as const)
  put(form, lemma, "conditional", 0);

const GROUPS = new Map<string, Set<string>>();
for (const [group, lemmas] of Object.entries(VERBS)) {
  for (const lemma of lemmas.split(" ")) {
    const key = fold(lemma);
    const set = GROUPS.get(key) ?? new Set<string>();
    set.add(group);
    GROUPS.set(key, set);
  }
}

/** All readings of a normalised word as a verb; empty when it is none we know. */
export function verbForms(norm: string): readonly VerbForm[] {
  return FORMS.get(norm) ?? [];
}

export function inGroup(lemma: string, group: VerbGroup): boolean {
  return GROUPS.get(lemma)?.has(group) ?? false;
}

/** The forms of a regular verb that is none of the table, folded. */
export function regularForms(lemma: string): string[] {
  const forms = new Set<string>();
  conjugate(lemma, (form) => forms.add(fold(form)));
  return [...forms];
}

/** Every verb form, for typo correction. */
export function verbVocabulary(): Iterable<string> {
  return FORMS.keys();
}

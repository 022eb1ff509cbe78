import {
  type Clause,
  capital,
  find,
  first,
  has,
  order,
  phraseAt,
  type Scene,
  slice,
} from "../clause.ts";
import { sound } from "../names.ts";
import { fold, wordsOf } from "../normalize.ts";
import { asking, orList, propose, type Reading } from "../reading.ts";
import { verbForms } from "../verbs.ts";
import { oneOf, wordSet } from "../words.ts";

const AREAS: readonly (readonly [area: string, words: string])[] = [
  [
    "health",
    "saude alergia alergico alergica alergicos remedio medico dieta peso pressao diabetes diabetico intolerante lactose gluten vegetariano vegetariana vegano vegana cirurgia exame treino academia doenca vitamina sono dormir dormi camarao amendoim asma enxaqueca terapia ansiedade depressao sangue tipo sanguineo correr caminhar emagrecer km kg lesao joelho coluna hipertenso colesterol beber fumar fumo cafeina",
  ],
  [
    "finance",
    "dinheiro financas finance divida dividas salario banco investimento investir economizar juntar guardar reais conta cartao pix senha aposentadoria reserva orcamento poupar gastar comprar faturar imposto aluguel",
  ],
  [
    "professional",
    "trabalho trabalhar empresa emprego chefe carreira promocao reuniao cliente projeto profissao profissional escritorio negocio demissao entrevista crm engenheiro engenheira professor professora programador programadora advogado advogada medica vendedor autonomo freela",
  ],
  [
    "relationships",
    "mae pai filho filha marido esposa mulher irmao irma avo vo tio tia primo prima amigo amiga namorado namorada familia casamento aniversario sogra sogro cachorro gato cachorra gata casado casada solteiro solteira noivo noiva pet sobrinho sobrinha afilhado padrinho vizinho colega pedro joao maria ana apelido chama",
  ],
  [
    "learning",
    "estudar estudo curso faculdade livro livros ler ingles idioma espanhol aprender prova escola concurso vestibular leitura paginas tcc formatura",
  ],
  [
    "spiritual",
    "igreja deus oracao orar rezar fe missa culto biblia meditar meditacao religiao espirita catolico catolica evangelico evangelica candomble umbanda",
  ],
];

/** Life area that a text speaks of, or undefined. */
export function areaOf(words: readonly string[], _all: readonly string[]): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const [area, text] of AREAS) {
    const list = new Set(text.split(" "));
    const n = words.filter((w) => list.has(w)).length;
    if (n > most) {
      best = area;
      most = n;
    }
  }
  return best;
}

const PEOPLE = new Set(
  "mae pai filho filha marido esposa mulher irmao irma avo vo vovo tio tia primo prima amigo amiga namorado namorada chefe colega vizinho vizinha sogra sogro cunhado cunhada sobrinho sobrinha noivo noiva neto neta padrinho madrinha afilhado patrao professor professora".split(
    " ",
  ),
);

/** Kind of a knowledge item, by how the fact is put. */
export function knowledgeType(content: string): "fact" | "preference" | "memory" | "person" {
  const words = wordsOf(content);
  if (
    words.some((w) =>
      oneOf(
        "gosto prefiro adoro amo odeio detesto curto favorito favorita preferido preferida preferencia gosta",
        w,
      ),
    ) &&
    !words.some((w) => PEOPLE.has(w))
  )
    return "preference";
  if (words.some((w) => PEOPLE.has(w))) return "person";
  if (words.includes("aniversario") || words.includes("chama")) {
    if (/\p{Lu}\p{Ll}+/u.test(content.slice(1)) || words.some((w) => w === "do" || w === "da"))
      return "person";
  }
  if (
    words.some((w) => verbForms(w).some((f) => f.tense === "past" && f.person === 1)) &&
    !words.includes("decidi")
  )
    return "memory";
  return "fact";
}

const THAT = wordSet(
  "se que disso disto isso : o a seguinte na no memoria ai de sobre do da para mim , isto uma informacao coisa fato aqui nas suas memorias - bem tambem favor por um essa esse",
);

/** "memoriza que…", "lembra que…", "guarda isso: …", "saiba que…", "não esquece que…". */
export function rememberRoom(c: Clause, s: Scene): Reading | null {
  const reminder = has(c, "me lembrete") && first(c, "clock") !== undefined;
  const lead = order(c, "memorize");
  const notForget = phraseAt(c, "nao esquece|esqueca|esqueces que|:");
  const know =
    phraseAt(c, "fica|fique sabendo que") >= 0
      ? phraseAt(c, "fica|fique sabendo que") + 1
      : phraseAt(c, "para voce saber") >= 0
        ? phraseAt(c, "para voce saber") + 2
        : phraseAt(c, "quero que voce saiba") >= 0
          ? phraseAt(c, "quero que voce saiba") + 3
          : phraseAt(c, "leva em conta que") >= 0
            ? phraseAt(c, "leva em conta que") + 2
            : -1;
  let at = -1;
  if (notForget >= 0) at = notForget + 1;
  else if (know >= 0) at = know;
  else if (lead !== null) {
    const next = c.words[lead.at + 1];
    const strong = lead.lemma === "memorizar" || lead.lemma === "decorar";
    const me = c.words[lead.at - 1] === "me";
    const between = c.words.slice(lead.at + 1, lead.at + 5);
    const stop = between.findIndex((w) => w === "que" || w === ":");
    const led =
      stop >= 0 &&
      between
        .slice(0, stop)
        .every((w) =>
          oneOf(
            "se de ai para mim essa esse informacao isso por favor tambem bem seguinte o fato dado uma coisa nas suas notas",
            w,
          ),
        );
    const that =
      (led && (between[stop] === "que" || stop > 0)) ||
      next === "que" ||
      (next === "isso" && ["que", ":", ","].includes(c.words[lead.at + 2] ?? "")) ||
      phraseAt(c, "na memoria") >= 0 ||
      (next === ":" && strong);
    if (me && lead.lemma === "lembrar") return null;
    if (lead.lemma === "saber" && !(lead.tense === "subjunctive" && next === "que")) return null;
    if (!strong && !that) return null;
    // "anota que bebi 500 ml" is a record: the other rooms had their turn before.
    at = lead.at;
  }
  if (at < 0 || reminder) return null;
  let from = at + 1;
  while (from < c.words.length && THAT.has(c.words[from]!)) {
    // Keep the article of the sentence itself: "que o aniversário…"
    if (
      oneOf("o a um uma no na do da", c.words[from]) &&
      c.words[from + 1] !== "seguinte" &&
      c.words[from + 1] !== "memoria" &&
      ["que", ":", ","].includes(c.words[from - 1]!)
    )
      break;
    from += 1;
  }
  const content = capital(slice(c, s.text, from, c.words.length)).replace(/[\s.,;!]+$/u, "");
  if (content.length < 3)
    return asking("memory", "content", "O que você quer que eu guarde?", [], {
      tool: "add_knowledge",
      args: { type: "fact" },
    });
  const words = wordsOf(content);
  return {
    agent: "memory",
    writes: [
      propose("add_knowledge", {
        type: knowledgeType(content),
        content: content.slice(0, 5000),
        area: areaOf(words, words),
      }),
    ],
    rest: [],
  };
}

const STOP = new Set(
  "que eu sou o a os as de do da sobre meu minha isso aquilo voce sabe tenho tem eh foi era disse falei contei um uma para no na em com por te me ao coisa lance negocio esquece informacao memoria memorias fato lembranca item apaga apague remove deleta exclui".split(
    " ",
  ),
);

/** "esquece que eu sou alérgico a camarão", "apaga da memória o aniversário da mãe". */
export function forgetRoom(c: Clause, s: Scene): Reading | null {
  const forget = order(c, "forget");
  const wipe =
    order(c, "remove") !== null && has(c, "memoria memorias lembranca lembrancas informacao");
  const noLonger = phraseAt(c, "nao guarda|guarde|lembra|lembre mais") >= 0;
  if (forget === null && !wipe && !noLonger) return null;
  // "esquece o camarão, não sou mais alérgico": the reason behind the order.
  const not = find(c, "nao");
  const behind = forget !== null && not > forget.at + 1 && c.words[not - 1] === ",";
  if (not >= 0 && !noLonger && !behind) return null;
  if (forget !== null && forget.lemma !== "esquecer" && !has(c, "que memoria")) return null;
  const words = c.words.filter(
    (w, i) => !STOP.has(w) && c.tokens[i]!.kind !== "punct" && i !== forget?.at,
  );
  if (words.length === 0) return null;
  const items = s.lexicon.memories ?? [];
  const scored = items
    .map((m) => ({ m, n: overlap(words, wordsOf(`${m.title ?? ""} ${m.content}`)) }))
    .filter((x) => x.n > 0);
  const top = Math.max(0, ...scored.map((x) => x.n));
  const best = scored.filter((x) => x.n === top);
  if (best.length === 0)
    return forget !== null &&
      c.words[forget.at + 1] !== "que" &&
      c.words[forget.at + 1] !== "o" &&
      !wipe
      ? null
      : asking(
          "memory",
          "itemId",
          "Não achei isso na memória. O que devo esquecer?",
          items.slice(0, 6).map((m) => ({ label: m.content.slice(0, 60), value: m.id })),
          { tool: "forget_knowledge", args: {} },
        );
  if (best.length > 1)
    return asking(
      "memory",
      "itemId",
      `O que devo esquecer: ${orList(best.map((b) => `"${b.m.content.slice(0, 60)}"`))}?`,
      best.map((b) => ({ label: b.m.content.slice(0, 60), value: b.m.id })),
      { tool: "forget_knowledge", args: {} },
    );
  return {
    agent: "memory",
    writes: [propose("forget_knowledge", { itemId: best[0]!.m.id })],
    rest: [],
  };
}

function overlap(a: readonly string[], b: readonly string[]): number {
  const set = new Set(b.filter((w) => w.length > 2 && !STOP.has(w)).map(stem));
  return a.filter((w) => w.length > 2 && set.has(stem(w))).length;
}

function stem(w: string): string {
  return sound(fold(w))
    .replace(/(os|as|es|s|o|a|e|ia|ica|ico)$/, "")
    .slice(0, 8);
}

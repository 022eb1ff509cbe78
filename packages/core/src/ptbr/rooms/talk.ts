import type { Clause } from "../clause.ts";
import { has, phrase } from "../clause.ts";
import { oneOf } from "../words.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

const GREETING = words(
  "oi oii oie ola ei eai opa alo salve fala hey bom boa dia tarde noite oiee hello hi coe iae aloha",
);
const THANKS = words(
  "obrigado obrigada obrigadao valeu agradeco agradecido agradecida brigadao thanks gratidao tmj",
);
const FAREWELL = words(
  "tchau adeus ate falou fui bye xau logo amanha mais beijo beijos abraco abracos dormir",
);
const ACK = words(
  "ok okay beleza certo entendi legal show perfeito otimo bacana massa blz top joia isso sim nao claro aham uhum hum hmm ah entendido combinado fechado tranquilo suave dahora maneiro bom demais",
);
const FILL = words(
  "e a o voce tudo bem bom boa dia tarde noite para vida muito mesmo por favor meu minha querido querida amigo amiga gente ai , . ! ? : ) ( mano cara entao de pela ajuda la aqui hoje com so isso eh que assistente demais tambem linda lindo galera pessoal",
);
const LAUGH = /^(k{2,}|(ha){2,}h?|(he){2,}h?|(rs){1,}|(hua)+|lol|kkk+|hsu\w*|asuh\w*)$/;

/** Kind of small talk that the whole message is, or null. */
export function smallTalk(c: Clause): string | null {
  const list = c.words.filter((_, i) => c.tokens[i]!.kind !== "punct");
  if (list.length === 0) return "ack";
  if (
    list.length > 12 ||
    c.items.some(
      (x) =>
        x.type === "money" ||
        x.type === "quantity" ||
        x.type === "installments" ||
        (x.type === "number" && !x.value.article),
    )
  )
    return null;
  if (list.every((w) => LAUGH.test(w) || FILL.has(w)) && list.some((w) => LAUGH.test(w)))
    return "laugh";
  if (
    phrase(c, "tudo bem") ||
    phrase(c, "tudo bom") ||
    phrase(c, "tudo certo") ||
    phrase(c, "como vai voce") ||
    phrase(c, "como voce esta") ||
    (phrase(c, "beleza") && c.words.includes("?"))
  )
    if (
      list.every(
        (w) =>
          GREETING.has(w) ||
          FILL.has(w) ||
          ACK.has(w) ||
          oneOf("como vai esta voces eu estou se sente", w),
      )
    )
      return "how_are_you";
  if (
    phrase(c, "quem eh voce") ||
    phrase(c, "qual seu nome") ||
    phrase(c, "qual eh o seu nome") ||
    phrase(c, "qual o seu nome") ||
    phrase(c, "voce eh um|uma") ||
    phrase(c, "voce eh quem")
  )
    return "who_are_you";
  if (
    phrase(c, "o que voce faz") ||
    phrase(c, "que voce faz|consegue") ||
    phrase(c, "como voce pode|funciona") ||
    phrase(c, "voce pode me ajudar") ||
    (phrase(c, "me ajuda") && list.length <= 3) ||
    (list.every((w) => w === "ajuda" || w === "help" || FILL.has(w)) && has(c, "ajuda help")) ||
    phrase(c, "como funciona isso") ||
    phrase(c, "o que posso fazer|pedir")
  )
    return "help";
  if (
    list.some((w) => THANKS.has(w)) &&
    list.every(
      (w) => THANKS.has(w) || FILL.has(w) || ACK.has(w) || FAREWELL.has(w) || w.length <= 3,
    )
  )
    return "thanks";
  if (
    list.some((w) => oneOf("tchau adeus falou bye xau", w)) ||
    (phrase(c, "ate mais|logo|amanha|depois|breve") && list.length <= 4) ||
    (phrase(c, "boa noite") && has(c, "dormir"))
  )
    if (
      list.every(
        (w) =>
          FAREWELL.has(w) ||
          FILL.has(w) ||
          GREETING.has(w) ||
          ACK.has(w) ||
          THANKS.has(w) ||
          oneOf("vou agora depois breve", w) ||
          w.length <= 3,
      )
    )
      return "farewell";
  if (
    list.some((w) => GREETING.has(w)) &&
    list.every((w) => GREETING.has(w) || FILL.has(w) || ACK.has(w)) &&
    (list.some((w) => oneOf("oi ola ei eai opa alo salve hey oii oie coe iae fala hello hi", w)) ||
      phrase(c, "bom dia") ||
      phrase(c, "boa tarde|noite"))
  )
    return "greeting";
  if (list.every((w) => ACK.has(w) || FILL.has(w)) && list.some((w) => ACK.has(w))) return "ack";
  return null;
}

const FEELING = words(
  `triste tristeza chateado chateada ansioso ansiosa ansiedade estressado estressada estresse cansado cansada exausto exausta desanimado desanimada deprimido deprimida depressao sozinho sozinha solidao angustia angustiado angustiada preocupado preocupada nervoso nervosa irritado irritada raiva medo culpa culpado culpada vergonha magoado magoada frustrado frustrada perdido perdida vazio vazia chorei chorando choro chorar briguei brigamos brigou brigando discuti discutimos terminei terminamos termino saudade saudades luto inseguro insegura insonia sobrecarregado sobrecarregada panico desesperado desesperada infeliz feliz alegre animado animada empolgado empolgada orgulhoso orgulhosa grato grata aliviado aliviada contente mal pessimo pessima horrivel arrasado arrasada abalado abalada confuso confusa carente desmotivado desmotivada esgotado esgotada dificil pesado surtando surto surtei desabafar desabafo conversar magoou decepcionado decepcionada ciumes inveja assustado assustada esquisito estranho ferrado acabado acabada humilhado humilhada traiu traido traida brigas agoniado agoniada aflito aflita tenso tensa pressao bronca demitido demitida demissao faleceu morreu perdi`,
);

/** Whether the message is about how the person feels. */
export function isFeeling(c: Clause): boolean {
  if (phrase(c, "para baixo") && has(c, "estou ando me fiquei")) return true;
  const at = c.words.findIndex((w) => FEELING.has(w));
  if (at < 0) return false;
  const w = c.words[at]!;
  // "mal", "perdi", "difícil" alone say too little.
  if (
    oneOf(
      "mal perdi dificil pesado perdido estranho feliz contente animado animada conversar pressao terminei morreu termino",
      w,
    )
  ) {
    return (
      has(
        c,
        "estou me sinto sentindo hoje fiquei ando estava dia foi namoro meu minha muito preciso tao relacionamento",
      ) && !has(c, "feliz" === w ? "aniversario" : "\u0000")
    );
  }
  return true;
}

const IMPLICIT = words(
  "alergico alergica alergia intolerante vegetariano vegetariana vegano vegana diabetico diabetica hipertenso hipertensa casado casada solteiro solteira moro nasci trabalho aniversario odeio detesto adoro prefiro gosto amo chamo chama noivo noiva gravida divorciado divorciada",
);

/** Whether the message tells a lasting fact about the person without asking to keep it. */
export function isFact(c: Clause): boolean {
  const personal = has(
    c,
    "sou meu minha eu moro tenho gosto odeio detesto adoro prefiro nasci trabalho me",
  );
  return (
    personal &&
    c.words.some((w) => IMPLICIT.has(w)) &&
    !has(c, "nao se quando talvez") &&
    c.words.length >= 3 &&
    c.words.length <= 20
  );
}

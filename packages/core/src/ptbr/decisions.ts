import { labelOf, otherThing } from "./card-words.ts";
import { type Clause, type Scene, first } from "./clause.ts";
import { corrected } from "./correcting.ts";
import { nameScore } from "./names.ts";
import { accountNamed } from "./rooms/money-words.ts";
import type { Decision, OpenCard, Proposal, ToolArgs } from "./types.ts";
import { oneOf } from "./words.ts";

const set = (t: string): ReadonlySet<string> => new Set(t.split(/\s+/));

const YES = set(
  "sim sii simm s isso confirma confirmo confirmado confirmar confirme ok okay beleza certo certinho correto exato exatamente perfeito claro fechado positivo aham uhum bora yes yep registra registrar registre salva salvar salve grava manda mandar pode aceito aceita aprovo aprovado show joia blz certeza aceitar fechou partiu demorou firmeza bala vamos concordo concordado combinado tranquilo suave dale coloca bota lanca marca anota confere exatamente acertou certissimo",
);

const NO = set(
  "nao n cancela cancelar cancele cancelado descarta descartar descarte rejeita rejeitar rejeito negativo nope nunca nada esquece nem deixa apaga remove para pare errado errada errei desisto desisti desconsidera ignora",
);

const SOFT = set(
  "sim por favor pfv com mesmo ai isso essa esse tudo todos todas os as o a ser ver la para que me eu agora entao ja quero precisa precisava obrigado obrigada valeu vida ta esta estava bem bom certeza e , . ! : ) ( ne viu tambem pra vai ir mais seu de lado quieto registrar salvar gravar confirmar fazer mandar sem duvida foi eh cara mano total gente amigo amiga faz favor muito pode crer em frente card cartao registro nessa dois duas ambos ambas disso isto melhor queria era falei disse essas esses so la senhora senhor acho feito marcar anotar colocar lancar necessario querido querida mandou linda top ah oh ops opa otimo otima legal massa verdade",
);

const ORDINAL: Readonly<Record<string, number>> = {
  primeira: 0,
  primeiro: 0,
  segunda: 1,
  segundo: 1,
  terceira: 2,
  terceiro: 2,
  quarta: 3,
  quarto: 3,
  quinta: 4,
  quinto: 4,
  "1": 0,
  "2": 1,
  "3": 2,
  "4": 3,
};

type Verdict = "yes" | "no" | null;

/** A plain yes or no: every word belongs to it; anything else is no decision by rule. */
export function plainAnswer(c: Clause): Verdict {
  const words = c.tokens
    .filter((t) => t.kind !== "punct" || /[^\p{P}\s]/u.test(t.norm))
    .map((t) => t.norm);
  if (words.length === 0 || words.length > 9 || c.words.includes("?") || c.items.length > 0)
    return null;
  const no = words.some((w) => NO.has(w));
  const yes = words.some((w) => YES.has(w));
  if (!words.every((w) => YES.has(w) || NO.has(w) || SOFT.has(w))) return null;
  if (words.join(" ").startsWith("deixa para la") || words.join(" ") === "deixa quieto")
    return "no";
  if (no && oneOf("sim claro confirmo confirma", words[0])) return null;
  if (no)
    return ["pode nao", "por que nao", "como nao", "sim nao"].some((p) =>
      words.join(" ").includes(p),
    )
      ? null
      : "no";
  return yes && !["para", "mais"].includes(words[0]!) ? "yes" : null;
}

/** A message of nothing but thumbs or ticks. */
function emoji(text: string): Verdict {
  const plain = text.replace(/\s|!|\.|\ufe0f|\p{Emoji_Modifier}/gu, "");
  return /^(👍|✅|👌|✔)+$/u.test(plain) ? "yes" : /^(👎|❌)+$/u.test(plain) ? "no" : null;
}

/** Which actions of a card the words mean: "a primeira", "a água", "as duas últimas". */
function chosen(words: readonly string[], card: OpenCard, s: Scene): number[] {
  const hits = new Set<number>();
  for (const w of words)
    if (Object.hasOwn(ORDINAL, w) && ORDINAL[w]! < card.actions.length) hits.add(ORDINAL[w]!);
  if (words.includes("ultima") || words.includes("ultimo")) hits.add(card.actions.length - 1);
  card.actions.forEach((a, i) => {
    if (
      labelOf(a, s)
        .split(/\s+/)
        .some((l) => l.length > 2 && nameScore(words, l).score > 0)
    )
      hits.add(i);
  });
  return [...hits].toSorted((a, b) => a - b);
}

/** "só a primeira", "tudo menos a segunda", "a água sim, o sono não". */
function partial(c: Clause, card: OpenCard, s: Scene): Decision | null {
  if (card.actions.length < 2) return null;
  const words = c.words;
  const cut = words.findIndex((w) => oneOf("menos exceto fora tirando", w));
  const mixed = (yes: readonly number[]): Decision => ({
    verdict: yes.length === card.actions.length ? "confirm" : yes.length === 0 ? "reject" : "mixed",
    confirmationId: card.confirmationId,
    decisions: card.actions.map((a, i) => ({
      actionId: a.actionId,
      verdict: yes.includes(i) ? ("confirm" as const) : ("reject" as const),
    })),
  });
  if (cut >= 0) {
    const out = chosen(words.slice(cut + 1), card, s);
    return out.length === 0
      ? null
      : mixed(card.actions.map((_, i) => i).filter((i) => !out.includes(i)));
  }
  const only = words.findIndex((w) => ["so", "apenas", "somente"].includes(w));
  if (only >= 0) {
    const yes = chosen(words.slice(only + 1), card, s);
    if (words.slice(0, only).includes("nao"))
      return yes.length === 0
        ? null
        : mixed(card.actions.map((_, i) => i).filter((i) => !yes.includes(i)));
    return yes.length === 0 ? null : mixed(yes);
  }
  // "a primeira sim, a segunda não"
  const parts: string[][] = [[]];
  for (const [i, w] of words.entries()) {
    if (w === "," || w === "e" || w === "mas" || w === ";") parts.push([]);
    else {
      parts.at(-1)!.push(w);
      void i;
    }
  }
  const yes: number[] = [];
  const no: number[] = [];
  for (const p of parts) {
    const target = chosen(p, card, s);
    if (target.length === 0) continue;
    if (p.some((w) => NO.has(w))) no.push(...target);
    else if (p.some((w) => YES.has(w))) yes.push(...target);
  }
  if (yes.length > 0 && no.length > 0)
    return mixed(card.actions.map((_, i) => i).filter((i) => yes.includes(i) && !no.includes(i)));
  if (
    no.length > 0 &&
    yes.length === 0 &&
    words.length <= 6 &&
    words.some((w) => oneOf("tira remove descarta cancela sem", w) || w === "nao")
  )
    return mixed(card.actions.map((_, i) => i).filter((i) => !no.includes(i)));
  if (yes.length > 0 && words.length <= 5) return mixed(yes);
  return null;
}

const COUNT: Readonly<Record<string, number>> = {
  duas: 2,
  dois: 2,
  tres: 3,
  quatro: 4,
};

/** "as duas", "os três": every action of the one open card. */
function all(c: Clause, cards: readonly OpenCard[]): Decision | null {
  const words = c.words.filter((_, i) => c.tokens[i]!.kind !== "punct");
  const count = words.map((w) => COUNT[w] ?? (oneOf("ambas ambos", w) ? 2 : 0)).find((n) => n > 0);
  const [card, other] = cards;
  if (card === undefined || other !== undefined || count !== card.actions.length) return null;
  if (
    !words.every(
      (w) =>
        w in COUNT ||
        oneOf(
          "as os ambas ambos sim pode ser por favor quero estao tao esta certas certos corretas ok salvar confirmar registrar",
          w,
        ),
    )
  )
    return null;
  return {
    verdict: "confirm",
    confirmationId: card.confirmationId,
    decisions: card.actions.map(({ actionId }) => ({ actionId, verdict: "confirm" as const })),
  };
}

const SIGNS = set(
  "nao era eram foi foram eh verdade corrige corrigir corrija muda mudar troca trocar errado errada errei alias ops digo quis quer sao altera alterar ajusta ajustar na coloca bota poe melhor",
);

/** "paguei no pix": how it was paid and nothing else. */
function onlyMeans(c: Clause, s: Scene): boolean {
  const account = accountNamed(c, s);
  if (account === null || account.id === "") return false;
  return c.words.every(
    (w, i) =>
      account.at.includes(i) ||
      c.tokens[i]!.kind === "punct" ||
      oneOf("paguei gastei comprei foi eu isso esse tudo no na via com o a passei de pelo", w),
  );
}

export type CardReading = { readonly decision: Decision; readonly writes: readonly Proposal[] };

/** Reads a message as a decision on the open cards; null when it is about something else. */
export function decide(whole: Clause, s: Scene): CardReading | null {
  const cards = s.options.context?.openCards ?? [];
  if (cards.length === 0) return null;
  const answer = emoji(s.text) ?? plainAnswer(whole);
  if (answer !== null) {
    if (cards.length > 1) return { decision: { verdict: "which", decisions: [] }, writes: [] };
    const card = cards[0]!;
    const verdict = answer === "yes" ? ("confirm" as const) : ("reject" as const);
    return {
      decision: {
        verdict,
        confirmationId: card.confirmationId,
        decisions: card.actions.map((a) => ({ actionId: a.actionId, verdict })),
      },
      writes: [],
    };
  }
  if (whole.words.includes("?")) return null;
  const every = all(whole, cards);
  if (every !== null) return { decision: every, writes: [] };
  for (const card of cards) {
    const d = partial(whole, card, s);
    if (d !== null) return { decision: d, writes: [] };
  }
  const card = cards.at(-1)!;
  const signs = whole.words.some((w) => SIGNS.has(w));
  const short = whole.words.length <= 4 && whole.items.length > 0;
  if (!signs && !onlyMeans(whole, s) && (!short || otherThing(whole, card, s))) return null;
  const own =
    [
      "bebi",
      "gastei",
      "paguei",
      "dormi",
      "comprei",
      "recebi",
      "treinei",
      "corri",
      "pesei",
      "meditei",
      "lembra",
      "registra",
      "anota",
      "tomei",
    ].some((w) => whole.words.includes(w)) &&
    !onlyMeans(whole, s) &&
    !oneOf("nao na errei ops alias corrige", whole.words[0] ?? "");
  if (own) return null;
  const named = chosen(
    whole.words.filter((_, i) => !whole.covered[i]),
    card,
    s,
  );
  const targets = named.length > 0 ? named : card.actions.map((_, i) => i);
  const fixed = targets
    .map((i) => ({ i, args: corrected(whole, card.actions[i]!.tool, card.actions[i]!.args, s) }))
    .filter((f): f is { i: number; args: ToolArgs } => f.args !== null);
  if (fixed.length === 0 && onlyMeans(whole, s)) {
    // "foi no débito", and so it stands on the card: said once more, it is shown once more.
    const same = accountNamed(whole, s)?.id;
    card.actions.forEach(({ args }, i) => {
      if (args["accountId"] === same) fixed.push({ i, args });
    });
  }
  if (fixed.length === 0) return null;
  // A value that fits several actions of the card is not guessed onto one.
  const onlyDay = first(whole, "day") !== undefined && whole.items.length === 1;
  if (fixed.length > 1 && !onlyDay) return null;
  const writes = card.actions.map((a, i): Proposal => ({
    tool: a.tool,
    args: fixed.find((f) => f.i === i)?.args ?? a.args,
    warnings: [],
  }));
  return {
    decision: {
      verdict: "correct",
      confirmationId: card.confirmationId,
      decisions: card.actions.map((a) => ({ actionId: a.actionId, verdict: "reject" as const })),
    },
    writes,
  };
}

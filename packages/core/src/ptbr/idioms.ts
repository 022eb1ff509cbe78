import type { Token } from "./normalize.ts";
import type { Item } from "./scan.ts";
import { verbForms } from "./verbs.ts";
import { isKnownWord } from "./vocabulary.ts";
import { oneOf } from "./words.ts";

/**
 * Set phrases and the plain words that say the same, one a line: `what is said > what it stands for`, never
 * longer than what was said. `#` is a number or "R$", which stays.
 */
const SAID = `
mi lembra > me lembra
mi lembre > me lembre
mi avisa > me avisa
mi avise > me avise
mi acorda > me acorda
mim lembra > me lembra
mim avisa > me avisa
mim lembre > me lembre
puxei ferro > treinei musculacao
pulei corda > treinei exercicio
pular corda > treinar exercicio
puxar ferro > treinar musculacao
puxando ferro > treinando musculacao
bati perna > caminhei
dinheiro vivo > dinheiro
grana viva > dinheiro
na real > na verdade
pensando bem > na verdade
para falar a verdade > na verdade
falando serio > na verdade
me enganei > errei
me confundi > errei
dei mole > errei
lancei errado > errei
anotei errado > errei
coloquei errado > errei
botei errado > errei
digitei errado > errei
escrevi errado > errei
registrei errado > errei
marquei errado > errei
falei errado > errei
la se foram # > gastei #
la se vao # > gastei #
la se foi # > gastei #
la foi # > gastei #
la foram # > gastei #
se foram # > gastei #
se foi # > gastei #
rolou # > gastei #
rolaram # > gastei #
morri com # > gastei #
morri em # > gastei #
morreu # > gastei #
morreram # > gastei #
marchei com # > gastei #
marchou # > gastei #
cai com # > gastei #
meti # > gastei #
tasquei # > gastei #
soltei # > gastei #
queimei # > gastei #
torei # > gastei #
consumi # > gastei #
sapequei # > gastei #
derreti # > gastei #
explodi # > gastei #
estourei # > gastei #
rasguei # > gastei #
apostei # > gastei #
foram embora # > gastei #
foi embora # > gastei #
acabei gastando > gastei
acabei pagando > paguei
acabei comprando > comprei
tive um gasto de > gastei
tive um gasto > gastei
tive uma despesa de > gastei
tive despesa de > gastei
tive gasto de > gastei
fiz uma despesa de > gastei
fiz um gasto de > gastei
cancela a conta > apaga a conta
mandei para dentro > bebi
mandei ver > bebi
virei agora > bebi
matei a sede com > bebi
dei uma corrida de > corri
dei uma caminhada de > caminhei
dei uma dormida de > dormi
tirei um cochilo de > dormi
tirei uma soneca de > dormi
`;

type Idiom = { readonly from: readonly string[]; readonly to: readonly string[] };

const BY_FIRST = new Map<string, Idiom[]>();
for (const line of SAID.trim().split("\n")) {
  const [from = [], to = []] = line.split(" > ").map((side) => side.split(" "));
  const same = BY_FIRST.get(from[0] ?? "") ?? [];
  BY_FIRST.set(from[0] ?? "", [...same, { from, to }]);
}

/** A number that counts no minutes, kilometres or the like. */
function isPrice(tokens: readonly Token[], i: number): boolean {
  const t = tokens[i];
  return (
    t !== undefined &&
    (t.kind === "number" || t.norm === "r$" || oneOf(PRICE_WORDS, t.norm)) &&
    !oneOf(OTHER_UNITS, tokens[i + 1]?.norm)
  );
}

const OTHER_UNITS =
  "min mins minuto minutos h hora horas km kms quilometros metros ml l litro litros kg quilo quilos copos copo vezes x dias semanas meses anos paginas";

const PRICE_WORDS =
  "uns umas dez vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem cento duzentos trezentos quatrocentos quinhentos seiscentos mil";

function idiomAt(tokens: readonly Token[], i: number): Idiom | undefined {
  return BY_FIRST.get(tokens[i]?.norm ?? "")?.find(({ from }) =>
    from.every((w, k) => (w === "#" ? isPrice(tokens, i + k) : tokens[i + k]?.norm === w)),
  );
}

/** Puts the plain words in the place of set phrases; spans go on pointing into what was typed. */
export function plainly(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    // "um pf de 22": the dish, no "por favor".
    if (/^pf$/i.test(tokens[i]!.raw) && oneOf("um o no do 1 2 dois de", tokens[i - 1]?.norm)) {
      out.push({ ...tokens[i]!, norm: "prato-feito" });
      continue;
    }
    const idiom = idiomAt(tokens, i);
    if (idiom === undefined) {
      out.push(tokens[i]!);
      continue;
    }
    const words = idiom.to.filter((w) => w !== "#");
    const last = i + idiom.from.filter((w) => w !== "#").length - 1;
    words.forEach((norm, k) =>
      out.push({
        ...tokens[i + k]!,
        norm,
        ...(k === words.length - 1 && { end: tokens[last]!.end }),
      }),
    );
    i = last;
  }
  return out;
}

/** Only these may stand in an order that acts on what was said before it. */
const TAIL =
  "pode podes poderia entao ja por favor tira tirar tire remove remover remova apaga apagar apague exclui excluir exclua deleta deletar delete da das do dos de a as o os minha minhas meu meus conta contas lista listas assinaturas fixas casa ela ele essa esse isso daqui dai fora agora ai para mim dali";
const PUT_AWAY =
  "tira tirar tire remove remover remova apaga apagar apague exclui excluir exclua deleta deletar delete";
const GIVEN_UP = "cancelei encerrei cancelamos encerramos";

/** "cancelei a netflix, tira das contas": one order to take away what was given up. */
export function oneOrder(tokens: readonly Token[]): readonly Token[] {
  const gave = tokens.findIndex((t) => oneOf(GIVEN_UP, t.norm));
  const away = tokens.findIndex((t, i) => i > gave && oneOf(PUT_AWAY, t.norm));
  if (gave < 0 || away < 0) return tokens;
  let from = away;
  while (from > gave + 1 && oneOf(TAIL, tokens[from - 1]!.norm)) from -= 1;
  const joint = tokens[from - 1];
  const tail = tokens.slice(from);
  if (joint === undefined || from - 1 <= gave + 1 || !oneOf(", . ; e", joint.norm)) return tokens;
  if (!tail.every((t) => t.kind === "punct" || oneOf(TAIL, t.norm))) return tokens;
  return tokens.slice(0, from - 1).map((t, i) => (i === gave ? { ...t, norm: "tira" } : t));
}

/**
 * "desci 200 reais no mercado": whatever the verb, what a person did to a sum of money at a place is spending it.
 * Only verbs that the grammar does not know are read so, and only before a price that names its unit.
 */
export function anySpending(tokens: readonly Token[], items: readonly Item[]): Token[] {
  return tokens.map((t, i) => {
    const price = items.find((x) => x.from === i + 1 && x.type === "money");
    const unknown =
      price !== undefined &&
      t.kind === "word" &&
      t.norm.length >= 4 &&
      /[a-z](ei|i)$/.test(t.norm) &&
      verbForms(t.norm).length === 0 &&
      (!isKnownWord(t.norm) || oneOf("desci", t.norm)) &&
      oneOf("no na nos nas em num numa com", tokens[price.to]?.norm);
    return unknown ? { ...t, norm: "gastei" } : t;
  });
}

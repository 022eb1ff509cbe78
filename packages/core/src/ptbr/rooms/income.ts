import {
  type Clause,
  didI,
  first,
  has,
  items,
  order,
  phrase,
  type Scene,
  verb,
  capital,
} from "../clause.ts";
import { incomeCategory } from "../merchants.ts";
import { bestOf } from "../names.ts";
import {
  asking,
  isFuture,
  leftover,
  moneyOf,
  propose,
  type Reading,
  recordDay,
  vaguePast,
  whichOf,
} from "../reading.ts";
import { negation, otherPerson } from "../subject.ts";
import { oneOf, wordSet } from "../words.ts";
import { descriptionOf } from "./description.ts";
import { accountFor, accountNamed } from "./money-words.ts";

const NO_INCOME = wordSet(
  "visita visitas noticia proposta propostas oferta convocacao orcamento cobranca multa mensagem email ligacao convite elogio abraco alta amigos presente-fisico carta encomenda peso quilos quilo kg tempo jogo alta bronca flores beijo desconto abatimento prazo resultado diagnostico",
);

const JOBS =
  "entrega|entregas|corrida|corridas|faxina|faxinas|bico|bicos|freela|freelas|diaria|diarias|extra|extras|unha|unhas|venda|vendas|comissao|comissoes|gorjeta|gorjetas|aula|aulas|frete|fretes|marmita|marmitas|bolo|bolos|doce|doces|uber|ifood|99|rappi|aplicativo|app";

/** "fiz 180 de entrega", "fiz 140 no uber": what was earned by a job; "vendi uns doces e fiz 85". */
function earned(c: Clause): boolean {
  const made = didI(c, "do");
  const money = moneyOf(c);
  if (made === null || money === null || money.from !== made.at + 1) return false;
  const sold = c.verbHint?.lemma === "vender" || c.words.slice(0, made.at).includes("vendi");
  return sold || phrase(c, `de|com|em|no|na|nas|fazendo ${JOBS}`);
}

function arrives(c: Clause): boolean {
  if (didI(c, "receive") !== null || earned(c)) return true;
  const v = verb(c, "arrive", ["past", "present"]);
  if (v !== null && v.lemma !== "chegar") return true;
  if (v !== null && has(c, "pix salario dinheiro pagamento grana")) return true;
  // "meu pai me deu 100", "o João me pagou 50", "minha mãe mandou um pix pra mim"
  const given = c.words.some((w) =>
    oneOf(
      "deu pagou mandou enviou transferiu depositou devolveu passou emprestou pagaram deram mandaram depositaram transferiram fez",
      w,
    ),
  );
  return (
    given &&
    (phrase(
      c,
      "me deu|pagou|mandou|enviou|transferiu|depositou|devolveu|passou|emprestou|pagaram|deram|mandaram|depositaram|fez",
    ) ||
      phrase(c, "cliente|inquilino|inquilina pagou|depositou|transferiu") ||
      phrase(c, "para mim") ||
      phrase(c, "na minha conta"))
  );
}

/** Money that came in: expected incomes by name, anything else as an income of the ledger. */
export function incomeRoom(c: Clause, s: Scene): Reading | null {
  const marked =
    phrase(c, "como recebido|recebida") || has(c, "recebido recebida recebidos caiu entrou pingou");
  const ordered = order(c, "record");
  const noun = has(c, "entrada receita recebimento ganho salario renda freela dividendos pix");
  const naked =
    has(
      c,
      "dividendos dividendo rendimentos rendimento cashback comissao restituicao reembolso salario freela bonus mesada plr proventos",
    ) &&
    first(c, "recurrence") === undefined &&
    c.words.length <= 7 &&
    moneyOf(c) !== null &&
    verb(c, "spend") === null &&
    verb(c, "pay") === null &&
    !has(c, "conta renda eh era minimo muda para") &&
    order(c, "create") === null &&
    order(c, "change") === null;
  const hint =
    c.verbHint !== undefined && (c.verbHint.group === "receive" || c.verbHint.group === "arrive");
  const came = arrives(c) || hint || naked || paidUp(c, s);
  if (
    !came &&
    !(marked && (ordered !== null || c.words.length <= 6)) &&
    !(ordered !== null && noun && !has(c, "mes mensal fixa fixo todo"))
  )
    return null;
  if (
    c.words.some((w) => NO_INCOME.has(w)) ||
    (items(c, "quantity").length > 0 && moneyOf(c)?.bare !== false)
  )
    return null;
  if (didI(c, "spend") !== null || didI(c, "buy") !== null) return null;
  if (!came && has(c, "mandei enviei fiz paguei")) return null;
  const incomes = bestOf(c.words, s.lexicon.incomes, (i) => i.name);
  const theirs =
    otherPerson(c) &&
    didI(c, "receive") === null &&
    verb(c, "receive", ["past", "present", "imperfect"]) !== null &&
    !otherPersonPaid(c);
  if (theirs) return { agent: "finance", reason: "third_person" };
  if (negation(c) >= 0) return { agent: "finance", reason: "negated" };
  const money = moneyOf(c);
  const future = isFuture(c, s);
  const will = c.words.some((w) =>
    oneOf("vou vai receberei recebo cai entra quero queria devo deve quando", w),
  );
  const past =
    didI(c, "receive") !== null ||
    verb(c, "arrive", ["past"]) !== null ||
    marked ||
    ordered !== null ||
    hint ||
    naked ||
    came ||
    c.words.some((w) =>
      oneOf(
        "deu pagou mandou enviou transferiu depositou devolveu emprestou pagaram deram mandaram fez passou depositaram",
        w,
      ),
    );
  if (
    !past ||
    (will &&
      didI(c, "receive") === null &&
      ordered === null &&
      verb(c, "arrive", ["past"]) === null)
  )
    return { agent: "finance", reason: "intent" };
  const day = recordDay(c, s);
  const open = incomes.filter((i) => i.thing.received !== true);
  const chosen = open.length > 0 ? open : incomes;
  if (
    chosen.length > 0 &&
    !otherPersonPaid(c) &&
    !has(c, "venda vendi") &&
    !has(c, "adiantamento vale")
  ) {
    const month = day.slice(0, 7);
    const fitting = chosen.filter((i) => i.thing.month === undefined || i.thing.month === month);
    const use = fitting.length > 0 ? fitting : chosen;
    if (future)
      return asking(
        "finance",
        "receivedOn",
        "Esse dia ainda não chegou. Marco como recebido hoje?",
        [{ label: "Hoje", value: s.options.today }],
        {
          tool: "mark_income_received",
          args: { incomeId: use[0]!.thing.id, amount: money?.amount },
        },
      );
    if (new Set(use.map((u) => u.thing.name)).size > 1)
      return whichOf(
        "finance",
        "incomeId",
        "Qual renda entrou:",
        use.map((u) => u.thing),
        { tool: "mark_income_received", args: { amount: money?.amount, receivedOn: day } },
      );
    const one = use[0]!;
    return {
      agent: "finance",
      writes: [
        propose("mark_income_received", {
          incomeId: one.thing.id,
          amount: money?.amount,
          receivedOn: day,
          accountId: named(c, s),
        }),
      ],
      rest: leftover(c, [], one.at).filter(unknownWord),
    };
  }
  if (
    otherPerson(c) &&
    didI(c, "receive") === null &&
    !otherPersonPaid(c) &&
    verb(c, "arrive", ["past"]) === null
  )
    return { agent: "finance", reason: "third_person" };
  const what = descriptionOf(c, s);
  const pix = has(c, "pix");
  const description =
    what.text !== "" && !/^pix$/i.test(what.text)
      ? pix && !/pix/i.test(what.text)
        ? `Pix ${what.text.charAt(0).toLowerCase() === what.text.charAt(0) ? what.text : what.text}`
        : what.text
      : pix
        ? "Pix"
        : "";
  const words = c.words.filter((_, i) => !c.covered[i]);
  const categoryKey = incomeCategory(words);
  if (money === null) {
    if (first(c, "installments") !== undefined) return null;
    const vague = has(
      c,
      "dinheiro grana pix pagamento salario bonus valor receita renda dividendos freela comissao mesada decimo aluguel reembolso entrada",
    );
    if (!vague) return null;
    return asking("finance", "amount", "Quanto entrou?", [], {
      tool: "record_transaction",
      args: {
        kind: "income",
        description:
          description === "" || /dinheiro|grana/i.test(description) ? undefined : description,
        categoryKey,
        day,
      },
    });
  }
  const args = {
    kind: "income",
    amount: money.amount,
    description: description === "" ? undefined : capital(description),
    categoryKey,
    accountId: named(c, s) ?? accountFor(c, s, description, false),
    day,
  };
  if (future)
    return asking(
      "finance",
      "day",
      "Esse dia ainda não chegou. Registro como recebido hoje?",
      [{ label: "Registrar hoje", value: s.options.today }],
      { tool: "record_transaction", args: { ...args, day: undefined } },
    );
  if (vaguePast(c, s))
    return asking("finance", "day", "Em que dia entrou?", [], {
      tool: "record_transaction",
      args: { ...args, day: undefined },
    });
  if (
    args.description === undefined ||
    /^(conta|dinheiro|grana|minha conta)$/i.test(args.description)
  )
    return asking("finance", "description", "De onde veio esse dinheiro?", [], {
      tool: "record_transaction",
      args: { ...args, description: undefined, categoryKey: undefined },
    });
  return {
    agent: "finance",
    writes: [propose("record_transaction", args, money.approx ? ["valor aproximado"] : [])],
    rest: [],
  };
}

/** "o freela do site pagou": an expected income that is the subject of paying. */
function paidUp(c: Clause, s: Scene): boolean {
  const at = c.words.findIndex((w) => oneOf("pagou pagaram depositou depositaram saiu", w));
  return at > 0 && bestOf(c.words.slice(0, at), s.lexicon.incomes, (i) => i.name).length > 0;
}

function named(c: Clause, s: Scene): string | undefined {
  const hit = accountNamed(c, s);
  return hit === null || hit.id === "" ? undefined : hit.id;
}

function otherPersonPaid(c: Clause): boolean {
  return (
    phrase(
      c,
      "me deu|pagou|mandou|enviou|transferiu|devolveu|emprestou|passou|fez|pagaram|deram|mandaram",
    ) || phrase(c, "para mim")
  );
}

function unknownWord(w: string): boolean {
  return !/(ei|i|ou|iu|eu|ado|ido)$/.test(w) && !oneOf("mes salario conta dinheiro parte", w);
}

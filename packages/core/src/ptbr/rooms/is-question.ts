import { type Clause, has, items, order, phrase, phraseAt, verbs } from "../clause.ts";
import { oneOf, wordSet } from "../words.ts";

const ASKERS = wordSet("quanto quanta quantos quantas qual quais quando onde cade quem sera");

const LEADS = wordSet(
  "e oi ola ai entao vida mas ah agora me por favor eai bom boa dia tarde noite ei opa voce sabe em de a com ate para cara mano ta esta tudo bem , no na hoje ontem nessa nesta essa esse este semana mes passado passada uai oxe gente porque",
);

const ASK_ORDERS = [
  "mostrar",
  "listar",
  "dizer",
  "falar",
  "exibir",
  "consultar",
  "checar",
  "calcular",
  "resumir",
  "trazer",
  "conferir",
  "verificar",
  "analisar",
  "comparar",
  "explicar",
  "contar",
  "ver",
  "saber",
  "buscar",
  "procurar",
  "informar",
];

const LISTED = wordSet(
  "habitos habito gastos gasto despesas contas metas meta lembretes lembrete dividas humor peso sono agua energia parcelas saldo fatura faturas receitas rendas investimentos boletos compras compromissos tarefas progresso treinos exercicios registros lancamentos transacoes",
);

/** "meus hábitos de hoje", "últimos gastos": a thing of one's own, with no verb and no value, is to be shown. */
function showing(c: Clause): boolean {
  const lead = c.words.findIndex((w, i) => !LEADS.has(w) && c.tokens[i]!.kind === "word");
  return (
    lead >= 0 &&
    (oneOf("meu minha meus minhas ultimos ultimas proximos proximas lista", c.words[lead]) ||
      (LISTED.has(c.words[lead]!) && has(c, "medio media total mensal semanal"))) &&
    c.words.slice(lead, lead + 4).some((w) => LISTED.has(w)) &&
    c.items.every((x) => x.type === "day" || x.type === "period") &&
    c.words.length <= 9 &&
    verbs(c).every((v) => v.at === lead)
  );
}

/** Whether the clause asks for something to be told rather than recorded. */
export function isQuestion(c: Clause): boolean {
  const mark = c.tokens.at(-1)?.norm === "?" || c.words.includes("?");
  const at = c.words.findIndex(
    (w, i) =>
      ASKERS.has(w) &&
      !c.covered[i] &&
      !(w === "quando" && i > 2) &&
      !(w === "onde" && i > 1) &&
      !(w === "quanto" && c.words[i - 1] === "tanto"),
  );
  if (at >= 0 && c.words.slice(0, at).every((w, i) => LEADS.has(w) || c.covered[i])) return true;
  if (
    at >= 0 &&
    (mark || ["quanto", "quanta", "quantos", "quantas"].includes(c.words[at]!)) &&
    !has(c, "anota registra marca lembra lembrar")
  )
    return true;
  const o = order(c, "ask");
  if (
    o !== null &&
    ASK_ORDERS.includes(o.lemma) &&
    !(o.lemma === "contar" && phrase(c, "conta de|da|do")) &&
    // "…: consulta" names an appointment.
    !(o.lemma === "consultar" && o.at === c.words.length - 1) &&
    !(
      o.tense === "infinitive" &&
      o.at > 0 &&
      !has(c, "quero pode queria gostaria preciso poderia deixa consegue")
    )
  ) {
    if (
      !(
        o.lemma === "contar" ||
        (o.lemma === "saber" && o.tense !== "infinitive") ||
        (o.lemma === "ver" && o.tense === "present")
      )
    )
      return true;
    if (phrase(c, "me conta")) return true;
  }
  if (
    oneOf(
      "como oque quem porque resumo extrato historico relatorio saldo media evolucao grafico estatisticas tendencia que",
      c.words[0] ?? "",
    ) &&
    !(c.words[0] === "saldo" && items(c, "money").length > 0) &&
    (mark ||
      oneOf(
        "resumo extrato historico relatorio saldo media evolucao grafico estatisticas tendencia",
        c.words[0],
      ) ||
      phrase(
        c,
        "como esta|estao|foi|foram|anda|andam|andou|estou|vai|vao|faco|funciona|eu|posso|ficou|ficaram|tem|estava|ficaram|fui|sao",
      ) ||
      phrase(c, "que horas") ||
      phrase(c, "que voce") ||
      phrase(c, "o que") ||
      phrase(c, "que eh") ||
      phrase(c, "que tenho"))
  )
    return true;
  if (
    c.words[0] === "que" &&
    oneOf(
      "contas conta parcelas lembretes habitos metas gastos dividas boletos compromissos dia horas faturas despesas",
      c.words[1] ?? "",
    )
  )
    return true;
  if (
    phraseAt(c, "o que") === 0 ||
    phraseAt(c, "por que") === 0 ||
    phraseAt(c, "a que horas") === 0
  )
    return true;
  if (
    showing(c) ||
    (phraseAt(c, "tem|tenho|existe|ha algum|alguma|algo") === 0 && c.words.length <= 10)
  )
    return true;
  if (mark && phrase(c, "voce lembra|sabe|lembrou")) return true;
  if (!mark) return false;
  // An order with a question mark is still an order ("anota aí?", "pode registrar 500 ml?").
  if (
    order(c, "record") !== null ||
    order(c, "remember") !== null ||
    order(c, "create") !== null ||
    order(c, "change") !== null ||
    order(c, "remove") !== null ||
    order(c, "undo") !== null ||
    order(c, "memorize") !== null
  )
    return has(c, "devo deveria como");
  const tag =
    c.words
      .slice(-3, -1)
      .some(
        (w, i, l) =>
          oneOf("ok ta blz beleza ne viu certo acredita sabia hein ein legal show combinado", w) &&
          i === l.length - 1,
      ) && c.items.length > 0;
  return !tag;
}

import {
  type Clause,
  type Scene,
  capital,
  didI,
  find,
  first,
  has,
  items,
  order,
  phrase,
  phraseAt,
  slice,
  verb,
} from "../clause.ts";
import { expenseCategory } from "../merchants.ts";
import { wordsOf } from "../normalize.ts";
import { type Reading, asking, leftover, moneyOf, propose, whichOf } from "../reading.ts";
import { negation } from "../subject.ts";
import { oneOf, wordSet } from "../words.ts";
import { DUE } from "./bills.ts";
import { billsNamed, dueDayOf } from "./bills.ts";

/** "cadastra conta de celular 59,99 vencimento 18": a new bill of the house. */
export function billCreateRoom(c: Clause, s: Scene): Reading | null {
  if (
    has(
      c,
      "corrente poupanca habito meta lembrete categoria divida emprestimo receita renda salario bancaria",
    ) ||
    (has(c, "cartao") && !phrase(c, "no cartao"))
  )
    return null;
  const orders = order(c, "create") ?? order(c, "record");
  const recurring = first(c, "recurrence");
  const monthly =
    recurring?.value.frequency === "monthly" ||
    phrase(c, "por mes") ||
    phrase(c, "ao mes") ||
    has(c, "mensal mensais mensalidade mensalmente fixa fixo");
  const dueDay = dueDayOf(c);
  const isBill = has(
    c,
    "conta boleto mensalidade assinatura assinei fixa fixo aluguel condominio plano contratei streaming",
  );
  const due = find(c, ...DUE) >= 0;
  const newOne = has(c, "nova novo");
  if (
    !(orders !== null && (isBill || due || (monthly && dueDay !== undefined))) &&
    !(newOne && isBill) &&
    !(falls(c, due, monthly) && dueDay !== undefined && moneyOf(c) !== null) &&
    !(isBill && dueDay !== undefined && moneyOf(c) !== null && didI(c, "pay") === null)
  )
    return null;
  if (
    didI(c, "pay") !== null ||
    didI(c, "spend") !== null ||
    (has(c, "paga pago") && !due && recurring === undefined) ||
    negation(c) >= 0 ||
    has(c, "lembra lembrar avisa lembre")
  )
    return null;
  if (first(c, "installments") !== undefined) return null;
  const money = moneyWithoutDue(c);
  const name = billName(c, s, money);
  const args = {
    name: name === "" ? undefined : name,
    amount: money?.amount,
    dueDay,
    month: s.options.today.slice(0, 7),
    categoryKey: name === "" ? undefined : (expenseCategory(wordsOf(name)) ?? "bills"),
    recurring: !(phrase(c, "so esse mes") || has(c, "avulsa avulso unica unico")),
  };
  const existing =
    name === ""
      ? []
      : billsNamed(c, s).filter((b) => wordsOf(b.bill.name).join() === wordsOf(name).join());
  if (existing.length > 0 && orders === null) return null;
  if (args.name === undefined)
    return asking("finance", "name", "Qual o nome dessa conta?", [], { tool: "create_bill", args });
  if (money === null)
    return asking("finance", "amount", `Qual o valor da conta ${name}?`, [], {
      tool: "create_bill",
      args,
    });
  if (dueDay === undefined)
    return asking("finance", "dueDay", `Em que dia do mês vence ${name}?`, [], {
      tool: "create_bill",
      args,
    });
  return {
    agent: "finance",
    writes: [
      propose(
        "create_bill",
        args,
        existing.length > 0 ? ["já existe uma conta com esse nome"] : [],
      ),
    ],
    rest: [],
  };
}

/** "internet 99,90 vence dia 12", "netflix 55,90 todo dia 15": a thing, its price and when it falls due each month. */
function falls(c: Clause, due: boolean, monthly: boolean): boolean {
  const comesIn = (["receive", "save", "transfer", "arrive", "owe"] as const).some(
    (g) => verb(c, g) !== null,
  );
  return (due || monthly) && !comesIn && !has(c, "fatura ganho guardo invisto aplico deposito");
}

function moneyWithoutDue(c: Clause): { amount: string; from: number; to: number } | null {
  const at = find(c, ...DUE);
  const named = first(c, "money");
  if (named !== undefined) return { amount: named.value.amount, from: named.from, to: named.to };
  const n = items(c, "number").find(
    (x) =>
      !x.value.article &&
      !(at >= 0 && x.from > at && x.from - at <= 3 && !/[.,]/.test(c.words[x.from]!)),
  );
  if (n === undefined) return null;
  const m = moneyOf({ ...c, items: c.items.filter((x) => x === n || x.type !== "number") });
  return m === null ? null : { amount: m.amount, from: m.from, to: m.to };
}

const NAME_STOP = wordSet(
  "conta boleto pago pagamos mensal fixa fixo nova novo vencimento vence vencendo venc valor chamada chamado com todo por mes despesa mensalidade no dia reais r$ que e , : eh ao para a o uma um de da do minha meu assinatura recorrente mensais cada pagar assinei favor recorrentes mim tambem contratei so esse la ai avulsa em nas contas quero queria preciso gostaria cadastrar registrar adicionar incluir criar colocar casa custa sendo aqui",
);

function billName(c: Clause, s: Scene, money: { from: number; to: number } | null): string {
  let best: [number, number] | null = null;
  let from = -1;
  for (let i = 0; i <= c.words.length; i += 1) {
    const w = c.words[i];
    const stop =
      w === undefined ||
      c.covered[i] === true ||
      c.tokens[i]!.kind === "punct" ||
      (money !== null && i >= money.from && i < money.to) ||
      (NAME_STOP.has(w) &&
        !(
          from >= 0 &&
          ["de", "da", "do"].includes(w) &&
          c.words[i + 1] !== undefined &&
          !NAME_STOP.has(c.words[i + 1]!) &&
          c.covered[i + 1] !== true
        )) ||
      (from < 0 &&
        c.tokens[i]!.kind === "word" &&
        (order({ ...c }, "create")?.at === i || order({ ...c }, "record")?.at === i));
    if (stop) {
      if (from >= 0 && best === null) best = [from, i];
      from = -1;
    } else if (from < 0) from = i;
  }
  return best === null ? "" : capital(slice(c, s.text, best[0], best[1])).slice(0, 100);
}

/** "muda a internet para 109,90", "a luz veio 195 esse mês", "apaga a conta da netflix". */
export function billChangeRoom(c: Clause, s: Scene): Reading | null {
  const named = billsNamed(c, s);
  if (named.length === 0 || didI(c, "pay") !== null || has(c, "lembrete habito")) return null;
  const removes = order(c, "remove");
  const changes = order(c, "change") ?? (phraseAt(c, "corrige") >= 0 ? order(c, "change") : null);
  const came = c.words.some((w) =>
    oneOf(
      "veio aumentou subiu reajustou reajustada baixou passou mudou ficou diminuiu encareceu barateou foi-para chegou",
      w,
    ),
  );
  const went = phrase(c, "foi|passou|subiu para") && moneyOf(c) !== null;
  // "a internet agora é 109,90", "o aluguel agora vence dia 10"
  const now =
    has(c, "agora") &&
    c.words.some((w) => oneOf("eh custa vence esta sao fica ta vencimento", w)) &&
    (moneyOf(c) !== null || dueDayOf(c) !== undefined);
  if (negation(c) >= 0) return null;
  if (named.length > 1)
    return removes !== null || changes !== null
      ? whichOf(
          "finance",
          "billId",
          "Qual conta:",
          named.map((n) => n.bill),
          { tool: removes !== null ? "delete_bill" : "update_bill", args: {} },
        )
      : null;
  const bill = named[0]!.bill;
  if (removes !== null && moneyOf(c) === null) {
    const scope =
      phrase(c, "so desse|deste|esse|este mes") || phrase(c, "so esse|este|desse|deste")
        ? "this"
        : has(c, "todas todos sempre tudo")
          ? "all"
          : "future";
    return {
      agent: "finance",
      writes: [propose("delete_bill", { billId: bill.id, scope })],
      rest: leftover(c, [], named[0]!.at).filter(
        (w) =>
          !oneOf("conta boleto fixa mes contas assinatura", w) &&
          w.length > 5 &&
          !/(a|ar|e|ir)$/.test(w),
      ),
    };
  }
  if (changes === null && !came && !went && !now && c.correcting !== true) return null;
  const dueDay =
    has(c, "vencimento vence vencer data") ||
    (first(c, "day") !== undefined &&
      c.words[first(c, "day")!.from] === "dia" &&
      moneyOf(c) === null)
      ? dueDayOf(c)
      : undefined;
  const money = dueDay === undefined || first(c, "money") !== undefined ? moneyOf(c) : null;
  if (money === null && dueDay === undefined) {
    return changes === null
      ? null
      : asking("finance", "amount", `Qual o novo valor de ${bill.name}?`, [], {
          tool: "update_bill",
          args: { billId: bill.id, scope: "this" },
        });
  }
  const once = phrase(c, "esse|este|desse|deste|nesse|neste mes") || has(c, "veio so");
  return {
    agent: "finance",
    writes: [
      propose("update_bill", {
        billId: bill.id,
        amount: money?.amount,
        dueDay,
        scope: once
          ? "this"
          : came ||
              went ||
              now ||
              phrase(c, "a partir") ||
              has(c, "sempre diante") ||
              dueDay !== undefined
            ? "future"
            : "this",
      }),
    ],
    rest: [],
  };
}

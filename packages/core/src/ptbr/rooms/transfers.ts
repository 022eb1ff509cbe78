import { type Clause, type Scene, didI, find, order } from "../clause.ts";
import { type Reading, asking, moneyOf, propose, recordDay } from "../reading.ts";
import { negation } from "../subject.ts";
import { oneOf } from "../words.ts";

/** "transferi 200 da carteira pro Nubank", "saquei 100", "depositei 50 na poupança". */
export function transferRoom(c: Clause, s: Scene): Reading | null {
  const v =
    didI(c, "transfer") ??
    didI(c, "save") ??
    didI(c, "put") ??
    didI(c, "record") ??
    order(c, "transfer");
  if (v === null) return null;
  const money = moneyOf(c);
  if (money === null || negation(c) >= 0) return null;
  const accounts = s.lexicon.accounts ?? [];
  const side = (preps: readonly string[]): string | undefined => {
    for (const a of accounts) {
      const words = a.name.split(/\s+/);
      const name = find(
        c,
        ...words
          .map((w) => w.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase())
          .filter((w) => !["cartao", "conta", "de"].includes(w)),
      );
      // "na conta do nubank": where it went, for all the "do".
      const into = name > 2 && c.words[name - 2] === "conta" ? [c.words[name - 3] ?? ""] : null;
      const lead = into ?? c.words.slice(Math.max(0, name - 2), name);
      if (name > 0 && lead.some((w) => preps.includes(w))) return a.id;
    }
    return undefined;
  };
  let from = side(["da", "do", "de"]);
  let to = side(["para", "na", "no", "pra", "ao"]);
  const cash = accounts.find((a) => a.kind === "cash")?.id;
  const bank = accounts.filter((a) => a.kind === "checking");
  if (v.lemma === "sacar") {
    from ??= to ?? (bank.length === 1 ? bank[0]!.id : undefined);
    to = cash;
  }
  if (v.lemma === "depositar" && to !== undefined) from ??= cash;
  if (from === undefined && to === undefined) {
    if (!oneOf("transferir mover", v.lemma) || find(c, "para ao pix") >= 0) return null;
    return asking(
      "finance",
      "toAccountId",
      "Para qual conta foi?",
      accounts.filter((a) => a.kind !== "card").map((a) => ({ label: a.name, value: a.id })),
      {
        tool: "record_transaction",
        args: {
          kind: "transfer",
          amount: money.amount,
          description: "Transferência",
          day: recordDay(c, s),
        },
      },
    );
  }
  if (from === undefined || to === undefined || from === to) {
    if (!oneOf("sacar transferir mover depositar", v.lemma)) return null;
    const known = from ?? to;
    const others = accounts.filter((a) => a.id !== known && a.kind !== "card");
    const slot = from === undefined ? "accountId" : "toAccountId";
    if (others.length === 1) {
      if (from === undefined) from = others[0]!.id;
      else to = others[0]!.id;
    } else
      return asking(
        "finance",
        slot,
        slot === "accountId" ? "De qual conta saiu?" : "Para qual conta foi?",
        others.map((a) => ({ label: a.name, value: a.id })),
        {
          tool: "record_transaction",
          args: {
            kind: "transfer",
            amount: money.amount,
            description: "Transferência",
            accountId: from,
            toAccountId: to,
            day: recordDay(c, s),
          },
        },
      );
  }
  const description =
    v.lemma === "sacar" ? "Saque" : v.lemma === "depositar" ? "Depósito" : "Transferência";
  return {
    agent: "finance",
    writes: [
      propose("record_transaction", {
        kind: "transfer",
        amount: money.amount,
        description,
        accountId: from,
        toAccountId: to,
        day: recordDay(c, s),
      }),
    ],
    rest: [],
  };
}

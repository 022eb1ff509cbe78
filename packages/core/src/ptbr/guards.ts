import { type Clause, didI, has, order, phrase, verb } from "./clause.ts";
import { verbForms } from "./verbs.ts";
import { oneOf } from "./words.ts";

/** "lembre-se": the pronoun hangs on its verb. */
function enclitic(c: Clause, i: number): boolean {
  return c.text.charAt(c.tokens[i]!.start - c.tokens[0]!.start - 1) === "-";
}

/** Whether the clause is only supposed, not said to have happened. */
export function hypothetical(c: Clause): boolean {
  const se = c.words.findIndex((w, i) => w === "se" && !c.covered[i]);
  if (
    se >= 0 &&
    !enclitic(c, se) &&
    !oneOf("possivel puder der puderes quiser", c.words[se + 1] ?? "") &&
    !["chama", "quiser"].includes(c.words[se + 1] ?? "")
  ) {
    const before = c.words.slice(0, se);
    const after = c.words[se + 1];
    // Reflexive "se" stands after its subject: "minha irmã se chama".
    const reflexive =
      verbForms(after ?? "").some((f) => f.person === 3 && f.tense !== "subjunctive") &&
      before.length > 1 &&
      !oneOf("eu voce a e", before.at(-1) ?? "");
    if (
      !reflexive &&
      (se <= 2 ||
        oneOf("eu a voce o for fosse ele ela nao", after ?? "") ||
        verbForms(after ?? "").some(
          (f) => f.tense === "subjunctive" || f.tense === "infinitive" || f.tense === "past",
        ))
    )
      return true;
  }
  if (
    has(
      c,
      "imagina imagine suponha supondo suponhamos hipoteticamente talvez quem-sabe caso exemplo hipotese simula simule finge digamos",
    ) &&
    !phrase(c, "nesse caso") &&
    !phrase(c, "por exemplo se")
  )
    return true;
  if (
    has(c, "vontade afim tomara") ||
    phrase(c, "sera que") ||
    phrase(c, "pode ser que") ||
    phrase(c, "vai ver que|eu") ||
    phrase(c, "acho que vou") ||
    phrase(c, "vai que") ||
    phrase(c, "quem sabe") ||
    phrase(c, "e se") ||
    phrase(c, "era para eu") ||
    phrase(c, "era para ter")
  )
    return true;
  // "sonhei que ganhei": told of a dream.
  if (has(c, "sonhei sonhava sonhou") && has(c, "que")) return true;
  const would = (["be", "spend", "pay", "buy", "receive", "drink", "sleep", "train"] as const).some(
    (g) => verb(c, g, ["conditional"]) !== null,
  );
  return would && order(c, "record") === null && !phrase(c, "seria possivel");
}

/** "se eu gastar 500", "e se eu beber": a condition about oneself at the head of a clause. */
export function supposes(c: Clause): boolean {
  const se = c.words.indexOf("se");
  return se >= 0 && se <= 1 && c.words[se + 1] === "eu" && c.items.length > 0;
}

/** "vou beber", "quero pagar", "preciso comprar", "tenho que treinar": an intention, not a record. */
export function intention(c: Clause): boolean {
  if (
    (
      [
        "record",
        "remember",
        "memorize",
        "create",
        "change",
        "remove",
        "undo",
        "forget",
        "plan",
        "ask",
      ] as const
    ).some((g) => order(c, g) !== null)
  )
    return false;
  const i = c.words.findIndex(
    (w, k) =>
      !c.covered[k] &&
      oneOf(
        "vou vamos irei quero queria preciso precisava pretendo penso pensando planejo devo devia posso gostaria desejo tentar pensei tinha tenho espero quis poderia pensava ia iria precisarei deveria adoraria prometo sonho quase planejava querendo precisando cogitando tentei decidi",
        w,
      ),
  );
  if (i < 0) return false;
  const next = c.words.slice(i + 1, i + 4);
  const inf = next.some((w) => verbForms(w).some((f) => f.tense === "infinitive"));
  const quase = c.words[i] === "quase" && verbForms(next[0] ?? "").some((f) => f.tense === "past");
  if (quase) return true;
  if (!inf) return false;
  if (["tinha", "tenho"].includes(c.words[i]!) && !["que", "de"].includes(next[0] ?? ""))
    return false;
  // "acabei de pagar", "fui beber": done things that also hold an infinitive.
  const did = (
    ["drink", "sleep", "train", "spend", "pay", "receive", "buy", "weigh"] as const
  ).some((g) => {
    const v = didI(c, g);
    return v !== null && v.at < i;
  });
  return !did;
}

/** Future tense or a coming day with the verb of a record; "a Netflix vai aumentar". */
export function futureTense(c: Clause): boolean {
  const going = c.words.findIndex((w, i) => !c.covered[i] && (w === "vai" || w === "vao"));
  if (
    going >= 0 &&
    verbForms(c.words[going + 1] ?? "").some((f) => f.tense === "infinitive") &&
    (["drink", "sleep", "train", "spend", "pay", "buy", "receive"] as const).every(
      (g) => didI(c, g) === null,
    )
  )
    return true;
  // "depois eu corro meia hora"
  const later = c.words[0] === "depois" || c.words[0] === "amanha" || c.words[0] === "logo";
  return (["drink", "sleep", "train", "spend", "pay", "buy", "receive"] as const).some(
    (g) =>
      verb(c, g, ["future"]) !== null ||
      (later && verb(c, g, ["present"])?.person === 1 && didI(c, g) === null),
  );
}

/** "antes eu bebia 3 litros", "gasto uns 800 por mês": a custom, nothing that happened on a day. */
export function habitual(c: Clause): boolean {
  const rate =
    phrase(c, "por|ao dia|mes|semana|noite|ano") ||
    c.items.some((x) => x.type === "recurrence") ||
    has(c, "antes antigamente sempre normalmente geralmente costumava");
  if (!rate || order(c, "record") !== null) return false;
  if (has(c, "antigamente")) return true;
  return (["drink", "sleep", "train", "weigh", "spend", "buy"] as const).some((g) => {
    const v = verb(c, g, ["imperfect", "present"]);
    return v !== null && (v.tense === "imperfect" || v.person === 1) && didI(c, g) === null;
  });
}

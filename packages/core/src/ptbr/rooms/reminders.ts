import {
  type Clause,
  type Scene,
  capital,
  find,
  first,
  has,
  items,
  order,
  phrase,
  phraseAt,
  slice,
} from "../clause.ts";
import { bestOf } from "../names.ts";
import { type Reading, asking, propose, whichOf } from "../reading.ts";
import { isPerson, negation } from "../subject.ts";
import { oneOf, wordSet } from "../words.ts";
import { whenOf } from "./when.ts";

const LEAD = wordSet(
  "de que do da para sobre o a os as eu preciso tenho devo mim : , dos das no na lembrete aviso alarme um uma com e por favor me ai - vou ter ao quando la meu tem eh novo titulo assunto em as pra entao tambem so nao isso . ! pode voce lembrar lembra lembre avisa avisar avise gentileza pela ate hein tá ta ok dia",
);

/** What a reminder is about: the longest run of words that tell neither when nor that it is one. */
export function titleOf(c: Clause, s: Scene, at: number): string {
  const runs: [number, number][] = [];
  let from = -1;
  for (let i = 0; i <= c.words.length; i += 1) {
    const covered =
      i < c.words.length &&
      c.covered[i] === true &&
      c.items.some(
        (x) =>
          (i >= x.from && i < x.to && oneOf("day clock delay recurrence period", x.type)) ||
          (x.type === "quantity" &&
            (x.value.clock !== undefined ||
              (x.value.kind === "duration" && c.words[x.from - 1] === "em")) &&
            i >= x.from &&
            i < x.to),
      );
    const verbHere =
      i === at ||
      (i < c.words.length &&
        oneOf(
          "lembra lembre lembrar avisa avise avisar alerta alertar lembrete alarme notifica despertador cobra cutuca recorda recorde recordar lembrado lembrada avisado avisada ser acorda acorde",
          c.words[i],
        ));
    const orderHere =
      i < c.words.length &&
      i < 5 &&
      oneOf(
        "cria criar coloca bota poe põe marca agenda adiciona define programa faz quero agendar marcar colocar adicionar programar crie coloque agende anota anotar registra adicione ativa seta configura preciso deixa esquece deixe esqueca deixar esquecer pode voce gostaria queria inclui bote",
        c.words[i],
      ) &&
      from < 0;
    const stop =
      i >= c.words.length ||
      covered ||
      verbHere ||
      orderHere ||
      (from < 0 && (LEAD.has(c.words[i]!) || c.tokens[i]!.kind === "punct"));
    if (stop) {
      if (from >= 0) runs.push([from, i]);
      from = -1;
    } else if (from < 0) from = i;
  }
  const trimmed = runs
    .map(([a, b]): [number, number] => {
      let e = b;
      while (e > a && (LEAD.has(c.words[e - 1]!) || c.tokens[e - 1]!.kind === "punct")) e -= 1;
      return [a, e];
    })
    .filter(([a, b]) => b > a);
  const chosen = trimmed.toSorted((x, y) => y[1] - y[0] - (x[1] - x[0]))[0];
  if (chosen === undefined) return "";
  return capital(slice(c, s.text, chosen[0], chosen[1])).slice(0, 200);
}

function toOthers(c: Clause, at: number): boolean {
  const next = c.words.slice(at + 1, at + 3);
  return (
    !c.words.slice(0, at).includes("me") &&
    oneOf("a o ao aos os as meu minha para pro", next[0]) &&
    (isPerson(next[1] ?? "") || oneOf("equipe turma chefia gerente diretora diretor", next[1]))
  );
}

/** "me lembra às 9 da noite de fechar o gás", "cria um lembrete pra amanhã…". */
export function reminderRoom(c: Clause, s: Scene): Reading | null {
  const noun = has(c, "lembrete alarme despertador");
  const v =
    order(c, "remember") ??
    (phraseAt(c, "nao me deixa|deixe esquecer") >= 0 ||
    phraseAt(c, "nao deixa|deixe eu esquecer") >= 0 ||
    phraseAt(c, "nao me deixa|deixe eu esquecer") >= 0 ||
    phraseAt(c, "nao posso esquecer de") >= 0
      ? { at: find(c, "esquecer"), lemma: "lembrar" }
      : phraseAt(c, "ser lembrado|lembrada|avisado|avisada") >= 0
        ? { at: phraseAt(c, "ser lembrado|lembrada|avisado|avisada") + 1, lemma: "avisar" }
        : phraseAt(c, "me da|de|manda um toque|alo|grito|salve|oi") >= 0
          ? { at: phraseAt(c, "me da|de|manda um toque|alo|grito|salve|oi") + 3, lemma: "avisar" }
          : null);
  const creates = order(c, "create") ?? order(c, "record") ?? order(c, "plan");
  const agenda =
    (creates !== null || order(c, "see")?.lemma === "agendar") &&
    (has(c, "agenda agende agendar") ||
      (order(c, "record")?.lemma === "marcar" &&
        first(c, "clock") !== undefined &&
        items(c, "day").some((d) => d.value.past >= s.options.today)));
  const me =
    v !== null &&
    v.at > 0 &&
    (c.words.slice(0, v.at).includes("me") ||
      c.words[v.at + 1] === "me" ||
      v.lemma !== "lembrar" ||
      c.words[v.at + 1] === "de" ||
      c.words[v.at + 1] === "do" ||
      c.words[v.at + 1] === "da");
  const lead =
    v !== null &&
    (me ||
      (v.lemma === "lembrar" &&
        oneOf("de eu do da dos me amanha as hoje", c.words[v.at + 1] ?? "")) ||
      v.lemma === "avisar");
  // "avisa a equipe": somebody else is to be told.
  if (v?.lemma === "avisar" && toOthers(c, v.at)) return null;
  // "assinei o spotify, cobra dia 9": a price falls due, nobody is told.
  if (v?.lemma === "cobrar" && !has(c, "me")) return null;
  if (
    !lead &&
    !(
      noun &&
      (creates !== null || has(c, "novo") || c.words[0] === "lembrete" || c.words[0] === "alarme")
    ) &&
    !agenda
  )
    return null;
  if (order(c, "remove") !== null || (order(c, "change") !== null && noun)) return null;
  if (
    negation(c) >= 0 &&
    !phrase(c, "nao me") &&
    !phrase(c, "nao deixa|deixe") &&
    !phrase(c, "nao posso esquecer") &&
    !phrase(c, "de nao") &&
    !phrase(c, "para nao") &&
    !phrase(c, "que nao") &&
    v?.lemma !== "lembrar" &&
    !phrase(c, "para eu nao")
  )
    return { agent: "general", reason: "negated" };
  const when = whenOf(c, s);
  const title = titleOf(c, s, v?.at ?? -1);
  // "me lembra que eu sou alérgico" is for the memory.
  if (
    when === null &&
    v !== null &&
    c.words[v.at + 1] === "que" &&
    !noun &&
    has(c, "sou tenho gosto moro meu minha") &&
    !phrase(c, "tenho que")
  )
    return null;
  if (title === "" && v?.lemma === "acordar" && when !== null && when !== "past")
    return {
      agent: "general",
      writes: [
        propose("create_reminder", {
          title: "Acordar",
          remindAt: when.remindAt,
          repeat: when.repeat,
        }),
      ],
      rest: [],
    };
  if (title === "")
    return asking("general", "title", "Do que devo te lembrar?", [], {
      tool: "create_reminder",
      args:
        when === null || when === "past" ? {} : { remindAt: when.remindAt, repeat: when.repeat },
    });
  if (when === null || when === "past")
    return asking(
      "general",
      "remindAt",
      when === "past"
        ? "Esse horário já passou. Para quando é o lembrete?"
        : `Quando devo te lembrar: ${title}?`,
      [],
      { tool: "create_reminder", args: { title } },
    );
  return {
    agent: "general",
    writes: [
      propose(
        "create_reminder",
        { title, remindAt: when.remindAt, repeat: when.repeat },
        when.guessed ? [`horário sugerido: ${when.remindAt.slice(11, 16)}`] : [],
      ),
    ],
    rest: [],
  };
}

/** "adia o lembrete da reunião para 15h", "cancela o lembrete do remédio". */
export function reminderChangeRoom(c: Clause, s: Scene): Reading | null {
  if (!has(c, "lembrete lembretes alarme")) return null;
  const removes = order(c, "remove");
  const changes =
    order(c, "change") ?? (has(c, "adia adiar adie posterga antecipa remarca") ? { at: 0 } : null);
  if (removes === null && changes === null) return null;
  const all = s.lexicon.reminders ?? [];
  const named = bestOf(
    c.words.map((w, i) => (c.covered[i] ? "" : w)),
    all.map((r) => ({ id: r.id, name: r.title })),
    (r) => r.name,
  );
  const list =
    named.length > 0 ? named.map((n) => n.thing) : all.map((r) => ({ id: r.id, name: r.title }));
  const when = removes === null ? whenOf(c, s) : null;
  const args =
    when === null || when === "past" ? {} : { remindAt: when.remindAt, repeat: when.repeat };
  const tool = removes !== null ? ("delete_reminder" as const) : ("update_reminder" as const);
  if (list.length === 0)
    return asking("general", "reminderId", "Não achei lembrete aberto. Qual seria?", [], {
      tool,
      args,
    });
  if (list.length > 1)
    return whichOf("general", "reminderId", "Qual lembrete:", list, { tool, args });
  if (removes === null && (when === null || when === "past"))
    return asking("general", "remindAt", `Para quando passo "${list[0]!.name}"?`, [], {
      tool,
      args: { reminderId: list[0]!.id },
    });
  return {
    agent: "general",
    writes: [propose(tool, { reminderId: list[0]!.id, ...args })],
    rest: [],
  };
}

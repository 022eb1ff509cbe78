import {
  type Clause,
  type Scene,
  capital,
  find,
  first,
  has,
  items,
  order,
  slice,
} from "../clause.ts";
import { expenseCategory } from "../merchants.ts";
import { bestOf } from "../names.ts";
import { type Reading, asking, propose } from "../reading.ts";
import { negation } from "../subject.ts";
import { oneOf } from "../words.ts";
import { baseCategory } from "./money-words.ts";

/** "cria a categoria Pets", "apaga a categoria Jogos". */
export function categoryRoom(c: Clause, s: Scene): Reading | null {
  const at = find(c, "categoria subcategoria");
  if (at < 0 || first(c, "money") !== undefined || items(c, "number").some((n) => !n.value.article))
    return null;
  const removes = order(c, "remove");
  const creates = order(c, "create") ?? order(c, "record") ?? (has(c, "nova") ? { at: 0 } : null);
  const renames = order(c, "change") ?? (has(c, "renomeia renomear renomeie") ? { at: 0 } : null);
  if (negation(c) >= 0) return null;
  const kind = has(c, "receita renda entrada ganho receitas") ? "income" : "expense";
  const rest = (from: number, to: number): string => {
    let a = from;
    while (
      a < to &&
      [
        "de",
        "da",
        "do",
        "chamada",
        "chamado",
        ":",
        "nova",
        "despesa",
        "gasto",
        "receita",
        "para",
        "gastos",
        "despesas",
        "receitas",
        "com",
        "nome",
        "o",
        "a",
        '"',
        "'",
        "os",
        "as",
      ].includes(c.words[a]!)
    )
      a += 1;
    let b = to;
    while (
      b > a &&
      (c.tokens[b - 1]!.kind === "punct" || oneOf("por favor mim para", c.words[b - 1]))
    )
      b -= 1;
    return capital(slice(c, s.text, a, b));
  };
  if (removes !== null) {
    const own = bestOf(
      c.words.slice(at + 1),
      s.lexicon.categories?.map((x) => ({ ...x, id: x.key })),
      (x) => x.name,
    );
    if (own.length !== 1)
      return asking(
        "finance",
        "key",
        "Qual categoria devo apagar?",
        (s.lexicon.categories ?? []).slice(0, 8).map((x) => ({ label: x.name, value: x.key })),
        { tool: "manage_categories", args: { action: "remove" } },
      );
    const to = c.words.lastIndexOf("para");
    const target = to > at ? baseCategory(c.words.slice(to + 1)) : null;
    return {
      agent: "finance",
      writes: [
        propose("manage_categories", {
          action: "remove",
          kind: own[0]!.thing.kind,
          key: own[0]!.thing.key,
          moveToKey: target ?? (own[0]!.thing.kind === "income" ? "other_income" : "other"),
        }),
      ],
      rest: [],
    };
  }
  if (renames !== null && order(c, "create") === null) {
    const own = bestOf(
      c.words.slice(at + 1),
      s.lexicon.categories?.map((x) => ({ ...x, id: x.key })),
      (x) => x.name,
    );
    const to = c.words.lastIndexOf("para");
    if (own.length !== 1 || to < at) return null;
    return {
      agent: "finance",
      writes: [
        propose("manage_categories", {
          action: "update",
          kind: own[0]!.thing.kind,
          key: own[0]!.thing.key,
          name: rest(to + 1, c.words.length),
        }),
      ],
      rest: [],
    };
  }
  if (creates === null) return null;
  const within = c.words.findIndex((w, i) => i > at && oneOf("dentro em no na dentro", w));
  const parentKey =
    within > 0
      ? (baseCategory(c.words.slice(within + 1)) ?? expenseCategory(c.words.slice(within + 1)))
      : null;
  const name = rest(at + 1, within > 0 && parentKey !== null ? within : c.words.length);
  if (name === "")
    return asking("finance", "name", "Qual o nome da categoria?", [], {
      tool: "manage_categories",
      args: { action: "create", kind },
    });
  return {
    agent: "finance",
    writes: [
      propose("manage_categories", {
        action: "create",
        name,
        kind,
        parentKey: parentKey ?? undefined,
      }),
    ],
    rest: [],
  };
}

/** "cria uma métrica de passos em passos", "quero acompanhar minha glicemia em mg/dL". */
export function customMetricRoom(c: Clause, s: Scene): Reading | null {
  const at = find(c, "metrica metricas indicador");
  if (at < 0 || negation(c) >= 0) return null;
  const removes = order(c, "remove");
  if (removes !== null) {
    const own = bestOf(c.words, s.lexicon.metrics, (m) => m.name);
    if (own.length !== 1)
      return asking(
        "tracking",
        "metricId",
        "Qual métrica devo apagar?",
        (s.lexicon.metrics ?? []).map((m) => ({ label: m.name, value: m.id })),
        { tool: "manage_custom_metrics", args: { action: "remove" } },
      );
    return {
      agent: "tracking",
      writes: [propose("manage_custom_metrics", { action: "remove", metricId: own[0]!.thing.id })],
      rest: [],
    };
  }
  if (order(c, "create") === null && order(c, "record") === null && !has(c, "nova")) return null;
  const unitAt = find(c, "unidade medida medido medida");
  let from = at + 1;
  while (
    from < c.words.length &&
    oneOf(
      'de da do chamada : para personalizada nova com nome a o acompanhar medir contar "',
      c.words[from],
    )
  )
    from += 1;
  let to = c.words.findIndex(
    (w, i) =>
      i > from &&
      (w === "em" ||
        w === "com" ||
        w === "," ||
        w === "unidade" ||
        w === "(" ||
        w === "medida" ||
        w === "medido"),
  );
  if (to < 0) to = c.words.length;
  const name = capital(slice(c, s.text, from, to)).replace(/["']/g, "");
  let u = unitAt >= 0 ? unitAt + 1 : to + 1;
  while (u < c.words.length && oneOf("em : de eh a unidade com", c.words[u])) u += 1;
  const unit =
    u < c.words.length
      ? slice(c, s.text, u, c.words.length)
          .replace(/[).,!"']+$/u, "")
          .slice(0, 20)
      : "";
  if (name === "")
    return asking("tracking", "name", "Qual o nome da métrica?", [], {
      tool: "manage_custom_metrics",
      args: { action: "create" },
    });
  if (unit === "")
    return asking("tracking", "unit", `Em que unidade fica ${name}?`, [], {
      tool: "manage_custom_metrics",
      args: { action: "create", name },
    });
  return {
    agent: "tracking",
    writes: [propose("manage_custom_metrics", { action: "create", name, unit })],
    rest: [],
  };
}

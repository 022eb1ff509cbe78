import { dayInWords } from "../tracking/words.ts";

const DAYS: Readonly<Record<string, string>> = {
  SU: "domingo",
  MO: "segunda",
  TU: "terça",
  WE: "quarta",
  TH: "quinta",
  FR: "sexta",
  SA: "sábado",
};
const EVERY: Readonly<Record<string, [one: string, many: string]>> = {
  DAILY: ["todo dia", "dias"],
  WEEKLY: ["toda semana", "semanas"],
  MONTHLY: ["todo mês", "meses"],
  YEARLY: ["todo ano", "anos"],
};

/** `amanhã às 14h30`, `hoje às 9h`. */
export function momentInWords(wall: string, today: string): string {
  const [hour = "", minute = ""] = wall.slice(11, 16).split(":");
  return `${dayInWords(wall.slice(0, 10), today)} às ${Number(hour)}h${minute === "00" ? "" : minute}`;
}

/** `todo dia`, `segunda e quarta`, `a cada 2 semanas`, `todo mês, dia 5`. */
export function repeatInWords(rule: string): string {
  const parts = new Map(
    rule
      .split(";")
      .map((part): [string, string] => [part.split("=")[0] ?? "", part.split("=")[1] ?? ""]),
  );
  const [one, many] = EVERY[parts.get("FREQ") ?? ""] ?? ["com repetição", "vezes"];
  const interval = Number(parts.get("INTERVAL") ?? "1");
  const base = interval > 1 ? `a cada ${interval} ${many}` : one;
  const days = (parts.get("BYDAY") ?? "")
    .split(",")
    .flatMap((day) => DAYS[day.replace(/^[+-]?\d+/, "")] ?? []);
  if (days.length > 0) return interval > 1 ? `${base}, ${days.join(" e ")}` : days.join(" e ");
  const monthDay = parts.get("BYMONTHDAY");
  return monthDay === undefined
    ? base
    : `${base}, dia ${monthDay === "-1" ? "do fim do mês" : monthDay}`;
}

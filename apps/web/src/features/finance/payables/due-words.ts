import { shortDay } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";

/** "venceu há 3 dias", "vence amanhã", "vence em 5 dez.". */
export function dueWords(dueOn: string, days: number, today: string): string {
  if (days < -1) return t("finance.due.ago", { count: -days });
  if (days === -1) return t("finance.due.yesterday");
  if (days === 0) return t("finance.due.today");
  if (days === 1) return t("finance.due.tomorrow");
  return days < 8
    ? t("finance.due.in", { count: days })
    : t("finance.due.on", { day: shortDay(dueOn, today) });
}

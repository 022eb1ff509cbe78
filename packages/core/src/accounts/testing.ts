import { addMonths } from "../dates.ts";
import type { CardSchedule } from "./rules.ts";

/**
 * An independent model of statements for tests: every closing around a purchase written down as a calendar,
 * and the purchase dropped into the box whose closing comes next.
 */
export function modelStatement(card: CardSchedule, purchase: string): string {
  const { closingDay, dueDay, moved } = card;
  const boxes: { month: string; closes: number }[] = [];
  for (let count = -3; count <= 4; count += 1) {
    const due = addMonths(purchase.slice(0, 7), count);
    const [year = 0, number = 1] = due.split("-").map(Number);
    const shift = dueDay <= closingDay ? 2 : 1;
    const length = new Date(Date.UTC(year, number - shift + 1, 0)).getUTCDate();
    const usual = Date.UTC(year, number - shift, Math.min(closingDay, length));
    const override = moved.get(due);
    boxes.push({ month: due, closes: override === undefined ? usual : Date.parse(override) });
  }
  boxes.sort((a, b) => a.closes - b.closes);
  const box = boxes.find(({ closes }) => closes >= Date.parse(purchase));
  if (box === undefined) throw new Error("the model looks far enough ahead");
  return box.month;
}

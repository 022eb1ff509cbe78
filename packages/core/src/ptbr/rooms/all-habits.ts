import { type Clause, type Scene, didI, find, order, phrase } from "../clause.ts";
import { bestOf } from "../names.ts";
import { type Reading, isFuture, propose, recordDay, whichOf } from "../reading.ts";
import { negation, otherPerson } from "../subject.ts";

/** "fiz todos os hábitos menos leitura": all of them, but for those named behind. */
export function allHabitsRoom(c: Clause, s: Scene): Reading | null {
  const all = s.lexicon.habits ?? [];
  if (
    all.length === 0 ||
    !(
      phrase(c, "todos os habitos") ||
      phrase(c, "todos os meus habitos") ||
      phrase(c, "todos habitos")
    )
  )
    return null;
  if (didI(c, "do") === null && didI(c, "finish") === null && order(c, "record") === null)
    return null;
  if (negation(c) >= 0 || otherPerson(c) || isFuture(c, s)) return null;
  const but = find(c, "menos exceto fora tirando");
  const kept =
    but < 0 ? [] : bestOf(c.words.slice(but + 1), all, (h) => h.name).map((n) => n.thing.id);
  if (but >= 0 && kept.length === 0)
    return whichOf("tracking", "habitId", "Qual hábito ficou de fora:", all, {
      tool: "record_habit",
      args: { day: recordDay(c, s) },
    });
  const day = recordDay(c, s);
  return {
    agent: "tracking",
    writes: all
      .filter((h) => !kept.includes(h.id) && h.doneDays?.includes(day) !== true)
      .map((h) => propose("record_habit", { habitId: h.id, day })),
    rest: [],
  };
}

import { addDays } from "../civil.ts";
import { type Clause, type Scene, first } from "../clause.ts";
import { readClock } from "../clock.ts";
import { readNumber } from "../numbers.ts";
import { propose, type Reading, recordDay, round2 } from "../reading.ts";
import { inGroup, verbForms } from "../verbs.ts";
import { oneOf } from "../words.ts";

/** A clock time within the few tokens after index `i`. */
function timeAfter(c: Clause, i: number): { hour: number; minute: number } | null {
  for (let k = i + 1; k < Math.min(c.words.length, i + 6); k += 1) {
    const t = readClock(c.tokens, k, true);
    if (t !== null) return t;
    // "levantei 7 e meia"
    const n = k === i + 1 ? readNumber(c.tokens, k) : null;
    if (n !== null && !n.article && n.value <= 24 && n.value % 0.5 === 0)
      return { hour: Math.floor(n.value) % 24, minute: (n.value % 1) * 60 };
    if (
      k > i + 1 &&
      verbForms(c.words[k]!).some(
        (f) => inGroup(f.lemma, "wake") || inGroup(f.lemma, "sleep") || inGroup(f.lemma, "bed"),
      )
    )
      break;
  }
  return null;
}

/** "deitei ontem às 10 da noite e acordei às 7": the day said of going to bed ends a day later. */
function wakingDay(c: Clause, s: Scene, bedHour: number, wakeAt: number): string {
  const named = first(c, "day");
  const day = recordDay(c, s);
  const ofBed = named !== undefined && named.from < wakeAt && bedHour >= 18;
  return ofBed && day < s.options.today ? addDays(day, 1) : day;
}

/**
 * Reads bed and wake times over a whole message: "fui deitar meia-noite e acordei às 7".
 * An evening hour said bare ("dormi às 11") is taken as night when the nap would be longer than a night.
 */
export function sleepTimes(c: Clause, s: Scene): Reading | null {
  let bed: { hour: number; minute: number; vague?: boolean } | null = null;
  let wake: { hour: number; minute: number } | null = null;
  let wakeAt = 0;
  for (const [i, w] of c.words.entries()) {
    if (oneOf("nao vou amanha quero preciso se lembra avisa", w)) return null;
    const forms = verbForms(w).filter(
      (f) => f.tense === "past" || f.tense === "infinitive" || f.tense === "gerund",
    );
    const own = forms.some((f) => f.person !== 3);
    if (!own) continue;
    if (
      forms.some((f) => inGroup(f.lemma, "bed") || inGroup(f.lemma, "sleep")) ||
      (w === "fui" &&
        (c.words[i + 1] === "para" || c.words[i + 1] === "a") &&
        c.words[i + 2] === "cama") ||
      (w === "peguei" && c.words[i + 1] === "no" && c.words[i + 2] === "sono")
    )
      bed ??= timeAfter(c, i);
    if (forms.some((f) => inGroup(f.lemma, "wake"))) {
      if (wake === null) wakeAt = i;
      wake ??= timeAfter(c, i);
    }
  }
  if (bed === null || wake === null) return null;
  let minutes = (wake.hour * 60 + wake.minute - bed.hour * 60 - bed.minute + 1440) % 1440;
  // "deitei às 11 e acordei às 7": eleven at night.
  if (minutes > 14 * 60 && bed.hour < 12 && bed.hour >= 8) minutes -= 720;
  if (minutes > 16 * 60 && bed.hour < 12) minutes = (minutes + 720) % 1440;
  if (minutes <= 0 || minutes > 16 * 60) return null;
  return {
    agent: "tracking",
    writes: [
      propose("record_metric", {
        type: "sleep",
        value: round2(minutes / 60),
        unit: "hours",
        day: wakingDay(c, s, bed.hour, wakeAt),
      }),
    ],
    rest: [],
  };
}

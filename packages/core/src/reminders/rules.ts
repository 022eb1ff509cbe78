import rrule from "rrule";

const { RRule } = rrule;

/**
 * Recurrence over wall times. RRULEs are evaluated on floating times (RFC 5545 "form 1"), so a reminder at
 * 9:00 stays at 9:00 across changes of offset; what instant that is, is decided when it is due.
 */

const floating = (wall: string): Date => new Date(`${full(wall)}.000Z`);
const wallOf = (date: Date): string => date.toISOString().slice(0, 19);

/** `YYYY-MM-DDTHH:MM:SS`. */
export function full(wall: string): string {
  return wall.length === 16 ? `${wall}:00` : wall;
}

/** Frequencies a person can mean; anything finer than a day would fire without end. */
const ALLOWED = new Set<number>([RRule.DAILY, RRule.WEEKLY, RRule.MONTHLY, RRule.YEARLY]);

/** The canonical form of a rule without its start, or null when it is none that a reminder can have. */
export function normalizeRule(rule: string): string | null {
  try {
    const text = rule.trim().replace(/^RRULE:/i, "");
    if (/DTSTART|\n/i.test(text)) return null;
    const options = RRule.parseString(text);
    if (options.freq === undefined || !ALLOWED.has(options.freq)) return null;
    if (
      (options.interval ?? 1) < 1 ||
      (options.interval ?? 1) > 1000 ||
      options.byhour ||
      options.byminute ||
      options.bysecond
    )
      return null;
    return RRule.optionsToString(options).replace(/^RRULE:/, "");
  } catch {
    return null;
  }
}

/** The first firing after `after`, or at it with `inclusive`; null when there is none. */
export function nextFiring(
  remindAt: string,
  rule: string | null,
  after: string,
  inclusive = false,
): string | null {
  const start = full(remindAt);
  const from = full(after);
  if (rule === null) return start > from || (inclusive && start === from) ? start : null;
  const found = new RRule({ ...RRule.parseString(rule), dtstart: floating(start) }).after(
    floating(from),
    inclusive,
  );
  return found === null ? null : wallOf(found);
}

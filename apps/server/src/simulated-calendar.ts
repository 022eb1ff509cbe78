import { chanceOf } from "@vida/core/demo/chance";
import { Temporal } from "temporal-polyfill";

/** Two years for tests, told by Temporal alone: when somebody works, and what a person's calendar then asks for. */

export const FROM = "2027-01-01";
const DAYS = 730;

/** Nobody works: for hours, for days, over changes of offset, over a new year. UTC. */
const OUTAGES: readonly (readonly [string, string])[] = [
  ["2027-02-10T02:00Z", "2027-02-10T14:30Z"],
  ["2027-06-01T00:00Z", "2027-06-04T10:30Z"],
  ["2027-11-07T05:30Z", "2027-11-07T13:30Z"],
  ["2027-12-31T08:30Z", "2028-01-01T11:30Z"],
  ["2028-03-11T23:00Z", "2028-03-13T08:30Z"],
  ["2028-08-01T00:00Z", "2028-08-15T00:00Z"],
];

/** Looked at minute by due minute: changes of offset, ends of years, a leap day, a Sunday and a Monday. */
const DENSE = ["2027-01-03", "2027-03-14", "2027-11-07", "2028-02-29", "2028-03-12", "2028-11-05"];

/** Moments at which somebody works, in order: around each of `walls` in each zone on dense days, else at random. */
export function stepsOf(zones: readonly string[], walls: readonly string[]): Temporal.Instant[] {
  const chance = chanceOf(5);
  const first = Temporal.PlainDate.from(FROM);
  const steps = Array.from({ length: DAYS }, (_, n) => {
    const day = first.add({ days: n });
    if (DENSE.includes(day.toString())) return zones.flatMap((zone) => around(day, zone, walls));
    const some =
      day.dayOfWeek === 7 && chance.is(0.2) ? zones.map((zone) => evening(day, zone)) : [];
    return chance.is(0.1) ? [...some, randomMoment(day, chance.between(0, 86_399))] : some;
  }).flat();
  const alive = steps.filter((at) => !OUTAGES.some(([from, to]) => isWithin(at, from, to)));
  const epochs = new Set(alive.map((at) => at.epochMilliseconds));
  return [...epochs]
    .toSorted((a, b) => a - b)
    .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));
}

/** A second before, at, and twice where the clock is put back. */
function around(
  day: Temporal.PlainDate,
  zone: string,
  walls: readonly string[],
): Temporal.Instant[] {
  return walls.flatMap((wall) =>
    (["earlier", "later"] as const).flatMap((disambiguation) => {
      const at = day.toPlainDateTime(wall).toZonedDateTime(zone, { disambiguation }).toInstant();
      return [at.subtract({ seconds: 1 }), at];
    }),
  );
}

function evening(day: Temporal.PlainDate, zone: string): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: zone, plainTime: "20:00" }).toInstant();
}

function randomMoment(day: Temporal.PlainDate, seconds: number): Temporal.Instant {
  return day.toZonedDateTime("UTC").add({ seconds }).toInstant();
}

function isWithin(at: Temporal.Instant, from: string, to: string): boolean {
  return Temporal.Instant.compare(at, from) >= 0 && Temporal.Instant.compare(at, to) < 0;
}

/** What a day asks for at its local wall time. */
export type Duty = { name: string; from: string; until?: string; dayOfWeek?: number };

/** Duties of a person that are due at a moment and were not done for that local day; marks them done. */
export function dutiesAt(
  local: Temporal.ZonedDateTime,
  duties: readonly Duty[],
  done: Set<string>,
): { name: string; day: string }[] {
  const time = local.toPlainTime();
  const day = local.toPlainDate().toString();
  return duties
    .filter(
      ({ name, from, until = "23:59:59.999", dayOfWeek = local.dayOfWeek }) =>
        dayOfWeek === local.dayOfWeek &&
        Temporal.PlainTime.compare(time, from) >= 0 &&
        Temporal.PlainTime.compare(time, until) <= 0 &&
        !done.has(`${name} ${day}`),
    )
    .map(({ name }) => {
      done.add(`${name} ${day}`);
      return { name, day };
    });
}

/** A reminder as a calendar on the wall has it: a wall time on the days it is for. */
export type Recurring = { time: string; isOn: (day: Temporal.PlainDate) => boolean };

/** The first wall time after `after`. */
export function nextOf(
  { time, isOn }: Recurring,
  after: Temporal.PlainDateTime,
): Temporal.PlainDateTime {
  for (let day = after.toPlainDate(); ; day = day.add({ days: 1 })) {
    const at = day.toPlainDateTime(time);
    if (isOn(day) && Temporal.PlainDateTime.compare(at, after) > 0) return at;
  }
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { addDays, dayNumber, dayOf, format, weekday } from "./civil.ts";
import { readClock, readDelay } from "./clock.ts";
import { readDay } from "./days.ts";
import { tokenize } from "./normalize.ts";
import { readPeriod } from "./periods.ts";
import { readRecurrence } from "./recurrence.ts";

const TODAY = "2026-11-22"; // a Sunday
const past = (text: string): string | undefined => readDay(tokenize(text), 0, TODAY)?.past;
const next = (text: string): string | undefined => readDay(tokenize(text), 0, TODAY)?.next;
const day = fc.integer({ min: 0, max: 60_000 }).map((n) => dayOf(n));

describe("civil days", () => {
  it("agree with the calendar of the platform", () => {
    expect(() =>
      fc.assert(
        fc.property(fc.integer({ min: -200_000, max: 200_000 }), (n) => {
          const d = new Date(n * 86_400_000);
          return (
            dayOf(n) === format(d.getUTCFullYear(), d.getUTCMonth() + 1, d.getUTCDate()) &&
            dayNumber(dayOf(n)) === n &&
            weekday(dayOf(n)) === d.getUTCDay()
          );
        }),
      ),
    ).not.toThrow();
  });
});

describe("days", () => {
  it.each([
    ["hoje", "2026-11-22"],
    ["ontem", "2026-11-21"],
    ["anteontem", "2026-11-20"],
    ["antes de ontem", "2026-11-20"],
    ["segunda passada", "2026-11-16"],
    ["dia 5", "2026-11-05"],
    ["5 de março", "2026-03-05"],
    ["12/11", "2026-11-12"],
    ["há 3 dias", "2026-11-19"],
    ["2 semanas atrás", "2026-11-08"],
    ["domingo", "2026-11-15"],
    ["hoje cedo", "2026-11-22"],
    ["ontem à noite", "2026-11-21"],
    ["dia 31", "2026-10-31"],
    ["dia 30 do mês passado", "2026-10-30"],
    ["2026-11-03", "2026-11-03"],
    ["sexta-feira", "2026-11-20"],
    ["último sábado", "2026-11-21"],
  ])('reads "%s" looking back', (text, expected) => expect(past(text)).toBe(expected));

  it.each([
    ["amanhã", "2026-11-23"],
    ["depois de amanhã", "2026-11-24"],
    ["segunda que vem", "2026-11-23"],
    ["próxima sexta", "2026-11-27"],
    ["dia 5", "2026-12-05"],
    ["daqui a 3 dias", "2026-11-25"],
    ["domingo", "2026-11-29"],
    ["fim do mês", "2026-11-30"],
    ["5 de março de 2027", "2027-03-05"],
  ])('reads "%s" looking ahead', (text, expected) => expect(next(text)).toBe(expected));

  it("reads every date back from its usual spelling", () => {
    expect(() =>
      fc.assert(
        fc.property(day, (d) => {
          const [y, m, dd] = d.split("-");
          return [`${dd}/${m}/${y}`, `dia ${Number(dd)}/${Number(m)}/${y}`, d].every(
            (t) => readDay(tokenize(t), 0, TODAY)?.past === d,
          );
        }),
      ),
    ).not.toThrow();
  });

  it("never puts a past weekday into the future or today", () => {
    expect(() =>
      fc.assert(
        fc.property(
          day,
          fc.constantFrom("segunda-feira", "terça", "sábado", "domingo"),
          (today, name) => {
            const r = readDay(tokenize(`na ${name}`), 1, today);
            return r !== null && r.past < today && r.next > today && addDays(r.past, 7) >= today;
          },
        ),
      ),
    ).not.toThrow();
  });
});

describe("clock", () => {
  const at = (text: string): string | null => {
    const c = readClock(tokenize(text), 0, true);
    return c === null ? null : `${c.hour}:${String(c.minute).padStart(2, "0")}`;
  };
  it.each([
    ["às 9 da noite", "21:00"],
    ["14h30", "14:30"],
    ["14:30", "14:30"],
    ["meio-dia", "12:00"],
    ["meia-noite e meia", "0:30"],
    ["às 8 e meia da manhã", "8:30"],
    ["quinze pras oito", "7:45"],
    ["três da tarde", "15:00"],
    ["às sete e quinze da noite", "19:15"],
    ["ao meio-dia e meia", "12:30"],
  ])('reads "%s"', (text, expected) => expect(at(text)).toBe(expected));

  it("reads every time back", () => {
    expect(() =>
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (h, m) => {
          const mm = String(m).padStart(2, "0");
          return at(`às ${h}:${mm}`) === `${h}:${mm}` && at(`${h}h${mm}`) === `${h}:${mm}`;
        }),
      ),
    ).not.toThrow();
  });

  it("reads delays", () => {
    expect(readDelay(tokenize("daqui a 20 min"), 0)?.minutes).toBe(20);
    expect(readDelay(tokenize("daqui 1h30"), 0)?.minutes).toBe(90);
    expect(readDelay(tokenize("daqui a meia hora"), 0)?.minutes).toBe(30);
  });
});

describe("periods and recurrence", () => {
  it.each([
    ["mês passado", "2026-10-01", "2026-10-31"],
    ["essa semana", "2026-11-16", "2026-11-22"],
    ["últimos 7 dias", "2026-11-16", "2026-11-22"],
    ["em outubro", "2026-10-01", "2026-10-31"],
    ["mês que vem", "2026-12-01", "2026-12-31"],
    ["semana passada", "2026-11-09", "2026-11-15"],
    ["este ano", "2026-01-01", "2026-12-31"],
  ])('reads "%s"', (text, from, until) =>
    expect(readPeriod(tokenize(text), 0, TODAY)).toMatchObject({ from, until }),
  );

  it.each([
    ["todo dia 5", "FREQ=MONTHLY;BYMONTHDAY=5"],
    ["toda segunda e quarta", "FREQ=WEEKLY;BYDAY=MO,WE"],
    ["3x por semana", "FREQ=WEEKLY"],
    ["dias úteis", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"],
    ["de 2 em 2 dias", "FREQ=DAILY;INTERVAL=2"],
    ["todo mês", "FREQ=MONTHLY"],
    ["todos os dias", "FREQ=DAILY"],
    ["a cada 8 horas", "FREQ=HOURLY;INTERVAL=8"],
    ["fins de semana", "FREQ=WEEKLY;BYDAY=SA,SU"],
    ["de segunda a sexta", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"],
    ["dia sim, dia não", "FREQ=DAILY;INTERVAL=2"],
    ["todo ano", "FREQ=YEARLY"],
    ["às terças e quintas", "FREQ=WEEKLY;BYDAY=TU,TH"],
  ])('reads "%s"', (text, rrule) => expect(readRecurrence(tokenize(text), 0)?.rrule).toBe(rrule));
});

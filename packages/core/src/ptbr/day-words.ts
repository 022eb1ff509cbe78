import { addDays } from "./civil.ts";
import { type DayPart, type DayRef, PARTS, fixed } from "./day-names.ts";
import type { Token } from "./normalize.ts";
import type { Day } from "./types.ts";
import { oneOf } from "./words.ts";

/** "cedo", "de manhã", "à noite", "de madrugada" after a day. */
export function readPart(
  tokens: readonly Token[],
  i: number,
): { part: DayPart; to: number } | null {
  const w = tokens[i]?.norm;
  if (w === "cedo" || w === "cedinho") return { part: "morning", to: i + 1 };
  let at = i;
  if (w === "mais" && tokens[i + 1]?.norm === "cedo") return { part: "morning", to: i + 2 };
  if (w === "mais" && tokens[i + 1]?.norm === "tarde") return { part: "afternoon", to: i + 2 };
  if (oneOf("de da a na pela durante logo nesta desta nessa dessa hoje", w ?? "")) at += 1;
  if (at > i && (tokens[at]?.norm === "a" || tokens[at]?.norm === "pela")) at += 1;
  const part = PARTS[tokens[at]?.norm ?? ""];
  if (part === undefined) return null;
  // "tarde" alone is "late", "noite" alone may be a title.
  if (at === i && w !== "madrugada") return null;
  return { part, to: at + 1 };
}

export function withPart(tokens: readonly Token[], ref: DayRef): DayRef {
  const comma: number = tokens[ref.to]?.norm === "," ? 1 : 0;
  const p = readPart(tokens, ref.to + comma);
  return p === null ? ref : { ...ref, to: p.to, part: p.part };
}

export function relative(tokens: readonly Token[], i: number, today: Day): DayRef | null {
  const w = (k: number): string | undefined => tokens[i + k]?.norm;
  switch (w(0)) {
    case "hoje":
      return fixed(today, i + 1);
    case "ontem":
      return fixed(
        addDays(today, -1),
        i + 1,
        w(1) === "a" && w(2) === "noite" ? { lastNight: true } : {},
      );
    case "anteontem":
      return fixed(addDays(today, -2), i + 1);
    case "trasanteontem":
      return fixed(addDays(today, -3), i + 1);
    case "antes":
      return w(1) === "de" && w(2) === "ontem" ? fixed(addDays(today, -2), i + 3) : null;
    case "amanha":
      return fixed(addDays(today, 1), i + 1);
    case "agora":
      return w(1) === "ha" && w(2) === "pouco"
        ? fixed(today, i + 3)
        : w(1) === "pouco"
          ? fixed(today, i + 2)
          : w(1) === "mesmo" || w(1) === "cedo" || w(1) === "pela"
            ? fixed(today, i + 2)
            : fixed(today, i + 1);
    case "depois":
      return w(1) === "de" && w(2) === "amanha" ? fixed(addDays(today, 2), i + 3) : null;
    case "dia":
    case "noite":
    case "manha":
    case "madrugada":
    case "tarde": {
      if (w(1) === "anterior" || w(1) === "passada" || w(1) === "passado")
        return fixed(
          addDays(today, -1),
          i + 2,
          w(0) === "noite" ? { lastNight: true, part: "evening" } : {},
        );
      if (
        w(0) !== "dia" &&
        w(1) === "de" &&
        (w(2) === "ontem" || w(2) === "hoje" || w(2) === "amanha")
      ) {
        const ref = relative(tokens, i + 2, today)!;
        return { ...ref, part: PARTS[w(0)!]! };
      }
      return null;
    }
    case "ultima":
      return w(1) === "noite"
        ? fixed(addDays(today, -1), i + 2, { lastNight: true, part: "evening" })
        : null;
    case "nessa":
    case "essa":
    case "esta":
    case "nesta":
    case "dessa":
    case "desta": {
      if (w(1) === "noite" || w(1) === "madrugada")
        return fixed(today, i + 2, { part: PARTS[w(1)!]!, lastNight: true });
      if (w(1) === "manha" || w(1) === "tarde") return fixed(today, i + 2, { part: PARTS[w(1)!]! });
      return null;
    }
    default:
      return null;
  }
}

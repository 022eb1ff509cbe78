/** The one place where the browser's clock is read. */
export function now(): Date {
  return new Date();
}

/** Returns the local day `YYYY-MM-DD` of an instant in a zone. */
export function dayIn(zone: string, instant: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: safeZone(zone), dateStyle: "short" }).format(
    instant,
  );
}

/** Returns the wall time `HH:MM` of an instant in a zone. */
export function timeIn(zone: string, instant: Date): string {
  return new Intl.DateTimeFormat("pt-BR", {
    timeZone: safeZone(zone),
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(instant);
}

/** The browser's zone; on the server, where nobody lives, most people's. */
export function browserZone(): string {
  if (typeof window === "undefined") return "America/Sao_Paulo";
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

export function safeZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat("pt-BR", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return "America/Sao_Paulo";
  }
}

/** Reads a value that this browser keeps; null when it keeps none or keeps nothing at all. */
export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(`vida:${key}`);
  } catch {
    return null;
  }
}

/** Keeps a value in this browser; an empty one is removed. */
export function writeStored(key: string, value: string): void {
  try {
    if (value === "") localStorage.removeItem(`vida:${key}`);
    else localStorage.setItem(`vida:${key}`, value);
  } catch {
    // A full or forbidden storage costs comfort, not function.
  }
}

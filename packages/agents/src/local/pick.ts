/**
 * Chooses one of several phrasings by what was said, so that answers vary and a step that runs again says
 * the same.
 */
export function pick<T>(seed: string, choices: readonly [T, ...T[]]): T {
  let hash = 2_166_136_261;
  for (const char of seed) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16_777_619);
  return choices[(hash >>> 0) % choices.length] ?? choices[0];
}

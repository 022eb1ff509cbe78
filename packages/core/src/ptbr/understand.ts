import { phrase } from './clause.ts';
import type { Scene } from './clause.ts';
import type { Reading } from './reading.ts';
import { metricRoom } from './rooms/metrics.ts';
import { sleepTimes } from './rooms/sleep-times.ts';
import { segment } from './segments.ts';
import type { AgentName, Lexicon, Options, Understanding } from './types.ts';

/** Reads one message against the person's own things; never throws, never guesses a write. */
export function understand(text: string, lexicon: Lexicon, options: Options): Understanding {
  const { clauses, whole } = segment(text, lexicon, options);
  const scene: Scene = { lexicon, options, text };
  const nights = sleepTimes(whole, scene);
  const readings: Reading[] = nights !== null ? [nights] : clauses.filter((c) => !phrase(c, 'se eu')).map((c) => metricRoom(c, scene)).filter((r): r is Reading => r !== null);
  const writes = readings.flatMap((r) => r.writes ?? []);
  const ask = readings.find((r) => r.ask !== undefined)?.ask;
  const agents = [...new Set(readings.map((r) => r.agent))] as AgentName[];
  if (writes.length > 0) return { kind: 'actions', agents, writes, reads: [], certainty: 'likely', residue: '' };
  if (ask !== undefined) return { kind: 'ask', agents, writes, reads: [], ask, certainty: 'likely', residue: '' };
  return { kind: 'unknown', agents, writes: [], reads: [], certainty: 'none', residue: text };
}

import type { Lexicon, Options, Understanding } from './types.ts';

/** Reads one message. Placeholder of the first commit: understands nothing yet. */
export function understand(text: string, _lexicon: Lexicon, _options: Options): Understanding {
  return { kind: 'unknown', agents: [], writes: [], reads: [], certainty: 'none', residue: text };
}

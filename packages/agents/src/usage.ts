/** What model calls used and cost; the local model uses nothing. */
export type Usage = { inputTokens: number; outputTokens: number; costUsd: number };

/** Dollars for a million tokens. Thinking counts as output. */
export type Price = { input: number; output: number };

type Counted = { input_tokens: number; output_tokens: number; total_tokens: number };

/** Adds what one call used. Tokens that are neither input nor shown output are thinking. */
export function addUsage(before: Usage, counted: Counted | undefined, price: Price): Usage {
  if (counted === undefined) return before;
  const input = counted.input_tokens;
  const output = Math.max(counted.output_tokens, counted.total_tokens - input);
  return {
    inputTokens: before.inputTokens + input,
    outputTokens: before.outputTokens + output,
    costUsd: before.costUsd + (input * price.input + output * price.output) / 1_000_000,
  };
}

/** The tokens of one call, as a trace tells them. */
export function tokensOf(counted: Counted | undefined): { input: number; output: number } {
  const input = counted?.input_tokens ?? 0;
  return { input, output: (counted?.total_tokens ?? input) - input };
}

/** What a span may carry: names, counts, times. No text of the person unless it was asked for. */
export type Attributes = Readonly<Record<string, string | number | boolean>>;

/** A stretch of a run that is traced. */
export type Trace = {
  /** Runs `work` in a span inside this one; a failure marks the span and goes on. */
  within<T>(name: string, attributes: Attributes, work: (inner: Trace) => Promise<T>): Promise<T>;
  set(attributes: Attributes): void;
  /** What was said, kept only where the installation asks for it. */
  content(attributes: Attributes): void;
};

/** Traces nothing. */
export const NO_TRACE: Trace = {
  within: async (_name, _attributes, work) => work(NO_TRACE),
  set: () => undefined,
  content: () => undefined,
};

import type { Attributes as OtelAttributes, Context, Tracer } from "@opentelemetry/api";
import { isDomainError } from "@vida/core/errors";

import { NO_TRACE } from "./trace.ts";
import type { Trace } from "./trace.ts";

/** Where traces go, as the environment says; nowhere when it says nothing. */
export type TraceConfig = {
  /** Base address of an OTLP collector over HTTP. */
  otlpEndpoint?: string | undefined;
  langsmithKey?: string | undefined;
  /** LangSmith's own OTLP address, unless a test stands in for it. */
  langsmithEndpoint?: string | undefined;
  /** Whether what people and models say goes along. */
  content: boolean;
};

export type Traces = { trace: Trace; close(): Promise<void> };

const LANGSMITH = "https://api.smith.langchain.com/otel";

/** At most this long for the last spans at the end of a process. */
const CLOSE_MS = 3000;

/**
 * Opens the exporters that the environment names; the tracing library is loaded only then.
 *
 * Spans are sent in the background: a collector that does not answer costs a run nothing.
 */
export async function openTraces(config: TraceConfig): Promise<Traces> {
  const targets = targetsOf(config);
  if (targets.length === 0) return { trace: NO_TRACE, close: async () => undefined };
  const [api, sdk, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import("@opentelemetry/api"),
    import("@opentelemetry/sdk-trace"),
    import("@opentelemetry/exporter-trace-otlp-http"),
    import("@opentelemetry/resources"),
  ]);
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({ "service.name": "vida" }),
    spanProcessors: targets.map(
      (target) => new sdk.BatchSpanProcessor({ exporter: new OTLPTraceExporter(target) }),
    ),
  });
  const kit: Kit = {
    tracer: provider.getTracer("vida.agents"),
    content: config.content,
    inside: (parent, span) => api.trace.setSpan(parent, span),
    failed: api.SpanStatusCode.ERROR,
  };
  return {
    trace: traceIn(kit, api.ROOT_CONTEXT, undefined),
    async close() {
      const late = AbortSignal.timeout(CLOSE_MS);
      const given = new Promise<void>((resolve) => {
        late.addEventListener("abort", () => resolve(), { once: true });
      });
      await Promise.race([provider.shutdown().catch(() => undefined), given]);
    },
  };
}

type Target = { url: string; headers?: Record<string, string> };

function targetsOf({ otlpEndpoint, langsmithKey, langsmithEndpoint }: TraceConfig): Target[] {
  const at = (base: string): string => `${base.replace(/\/+$/, "")}/v1/traces`;
  const targets: Target[] = [];
  if (otlpEndpoint !== undefined && otlpEndpoint !== "") targets.push({ url: at(otlpEndpoint) });
  if (langsmithKey !== undefined && langsmithKey !== "")
    targets.push({
      url: at(langsmithEndpoint ?? LANGSMITH),
      headers: { "x-api-key": langsmithKey },
    });
  return targets;
}

type Span = ReturnType<Tracer["startSpan"]>;
type Kit = {
  tracer: Tracer;
  content: boolean;
  inside(parent: Context, span: Span): Context;
  failed: number;
};

function traceIn(kit: Kit, around: Context, own: Span | undefined): Trace {
  const put = (attributes: OtelAttributes): void => {
    own?.setAttributes(attributes);
  };
  return {
    async within(name, attributes, work) {
      const span = kit.tracer.startSpan(name, { attributes }, around);
      try {
        return await work(traceIn(kit, kit.inside(around, span), span));
      } catch (error) {
        // The kind of failure alone: messages may quote what was said.
        span.setAttributes({ "error.type": kindOf(error) });
        span.setStatus({ code: kit.failed });
        throw error;
      } finally {
        span.end();
      }
    },
    set: put,
    content(attributes) {
      if (kit.content) put(attributes);
    },
  };
}

function kindOf(error: unknown): string {
  if (isDomainError(error)) return error.reason;
  return error instanceof Error ? error.name : "unknown";
}

import { createServer } from "node:http";
import { json } from "node:stream/consumers";

import { z } from "zod";

const Value = z.object({
  stringValue: z.string().optional(),
  intValue: z.union([z.string(), z.number()]).optional(),
});
const Span = z.object({
  name: z.string(),
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  attributes: z.array(z.object({ key: z.string(), value: Value })).default([]),
});
const Body = z.object({
  resourceSpans: z.array(z.object({ scopeSpans: z.array(z.object({ spans: z.array(Span) })) })),
});
type Span = z.infer<typeof Span>;

/** A collector of traces over HTTP, as far as the exporters speak with one. */
export async function startCollector() {
  const spans: Span[] = [];
  const bodies: string[] = [];
  const seen: { path: string; key: string | undefined }[] = [];
  const server = createServer((request, response) => {
    const keep = async () => {
      const body = await json(request);
      seen.push({ path: request.url ?? "", key: request.headers["x-api-key"]?.toString() });
      bodies.push(JSON.stringify(body));
      for (const { scopeSpans } of Body.parse(body).resourceSpans)
        spans.push(...scopeSpans.flatMap((scope) => scope.spans));
      response.setHeader("content-type", "application/json").end("{}");
    };
    void keep();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    spans,
    seen,
    /** Everything that was sent, as it was sent. */
    raw: () => bodies.join("\n"),
    /** The path of names from a span up to its root. */
    pathOf(span: Span): string[] {
      const parent = spans.find(({ spanId }) => spanId === span.parentSpanId);
      return parent === undefined ? [span.name] : [...this.pathOf(parent), span.name];
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

import { createServer } from "node:http";
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";

export type Pushed = { path: string; headers: IncomingHttpHeaders; body: Buffer };

/** A push service for tests: it answers with the given statuses in turn, then 201, and keeps what came. */
export async function startPushStub(statuses: number[] = []) {
  const pushed: Pushed[] = [];
  const waiting: (() => void)[] = [];
  const server = createServer((request, response) => {
    void take(request, response);
  });
  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    pushed.push({ path: request.url ?? "", headers: request.headers, body });
    response.writeHead(statuses.shift() ?? 201).end();
    for (const tell of waiting.splice(0)) tell();
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    pushed,
    /** Settles when so many pushes have come. */
    async reached(count: number): Promise<void> {
      while (pushed.length < count) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage } from "node:http";

import { trustsProxy } from "../env.ts";

/**
 * Sets `x-forwarded-for` from the socket before Next sees a request.
 *
 * Next passes on what a client claims, so anybody could wear any address. Behind a trusted proxy
 * the socket's address is appended to the chain instead.
 */
export function nameClientAddresses(): void {
  subscribe("http.server.request.start", (message) => {
    if (!isStart(message)) return;
    const { request } = message;
    const address = request.socket.remoteAddress ?? "";
    const claimed = request.headers["x-forwarded-for"];
    request.headers["x-forwarded-for"] =
      trustsProxy() && claimed !== undefined ? `${String(claimed)}, ${address}` : address;
  });
}

function isStart(message: unknown): message is { request: IncomingMessage } {
  return (
    typeof message === "object" &&
    message !== null &&
    "request" in message &&
    message.request instanceof IncomingMessage
  );
}

import { createConnection, createServer, type Socket } from "node:net";

import { parseUrl } from "./urls.ts";

export type FlightCounter = {
  /** The given connection string, through this proxy. */
  url: string;
  /** How often a client spoke after the server had answered, since the last `reset`. */
  flights: () => number;
  reset: () => void;
  close: () => Promise<void>;
};

/**
 * Stands between a client and PostgreSQL and counts flights: round trips, however many messages or
 * packets each has. A flight begins when bytes come from the client after bytes from the server.
 */
export async function countFlights(connectionString: string): Promise<FlightCounter> {
  const target = parseUrl(connectionString);
  let count = 0;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = createConnection(Number(target.port || "5432"), target.hostname);
    let serverSpokeLast = true;
    client.on("data", (bytes) => {
      if (serverSpokeLast) count += 1;
      serverSpokeLast = false;
      upstream.write(bytes);
    });
    upstream.on("data", (bytes) => {
      serverSpokeLast = true;
      client.write(bytes);
    });
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = new URL(connectionString);
  url.hostname = "127.0.0.1";
  url.port = String(typeof address === "object" && address ? address.port : 0);
  return {
    url: url.href,
    flights: () => count,
    reset: () => {
      count = 0;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

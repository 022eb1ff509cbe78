import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

import { stopWith } from "./say.ts";

const loopback = "127.0.0.1";

/** Tells whether nothing listens on a port of this machine. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once("error", () => done(false));
    probe.listen({ port, host: loopback, exclusive: true }, () => probe.close(() => done(true)));
  });
}

/** A port of this machine that was free a moment ago. */
export function findFreePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once("error", failed);
    probe.listen({ port: 0, host: loopback }, () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}

/**
 * Makes sure that both ports can be had, waiting a little for parts of an earlier start that end.
 */
export async function claimPorts(
  ports: { variable: string; port: number }[],
  patienceMs: number,
): Promise<void> {
  for (const { variable, port } of ports) {
    let patience = patienceMs;
    while (!(await isFree(port))) {
      if (patience <= 0) {
        stopWith(
          `A porta ${port} já está em uso: feche o outro programa ou escolha outra, ` +
            `por exemplo ${variable}=${port + 1} npm start.`,
        );
      }
      await sleep(200);
      patience -= 200;
    }
  }
}

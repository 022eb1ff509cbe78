import { request, type ClientRequest } from "node:http";

export type Readers = {
  /** Milliseconds from leaving the model to arriving, one per token, since `reset`. */
  latencies: number[];
  reset(): void;
  close(): void;
};

/** Opens one stream per address and reads the times that its tokens carry. */
export async function openReaders(
  addresses: readonly { url: string; cookie: string }[],
): Promise<Readers> {
  const readers: Readers = {
    latencies: [],
    reset: () => (readers.latencies.length = 0),
    close: () => requests.forEach((one) => one.destroy()),
  };
  const requests: ClientRequest[] = [];
  for (let start = 0; start < addresses.length; start += 25) {
    const some = addresses.slice(start, start + 25);
    requests.push(...(await Promise.all(some.map((one) => openReader(one, readers)))));
  }
  return readers;
}

/** Settles when the server has said that the stream stands. */
export function openReader(
  { url, cookie }: { url: string; cookie: string },
  readers: Pick<Readers, "latencies">,
): Promise<ClientRequest> {
  return new Promise((resolve, reject) => {
    const one = request(url, { agent: false, headers: { cookie } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`status ${response.statusCode}`));
      response.setEncoding("utf8");
      let rest = "";
      response.on("error", () => undefined);
      response.on("data", (chunk: string) => {
        const now = performance.timeOrigin + performance.now();
        const text = rest + chunk;
        const end = text.lastIndexOf("\n\n");
        rest = text.slice(end + 2);
        for (const match of text.slice(0, Math.max(end, 0)).matchAll(/@([\d.]+) /g)) {
          readers.latencies.push(now - Number(match[1]));
        }
        resolve(one);
      });
    });
    one.on("error", reject);
    one.end();
  });
}

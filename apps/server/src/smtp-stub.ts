import { createServer, type Socket } from "node:net";

export type SmtpStub = {
  url: string;
  /** Settles with the next mail to an address, or the one that is there already. */
  mailTo(address: string): Promise<string>;
  close(): Promise<void>;
};

/** A mail server for tests: it takes everything and keeps it. */
export async function startSmtpStub(): Promise<SmtpStub> {
  const mails: { to: string; text: string }[] = [];
  const waiting: { to: string; resolve: (text: string) => void }[] = [];
  const sockets = new Set<Socket>();
  const keep = (to: string, text: string): void => {
    mails.push({ to, text });
    for (const one of waiting) if (one.to === to) one.resolve(text);
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    converse(socket, keep);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mailTo(to) {
      const known = mails.findLast((mail) => mail.to === to);
      if (known !== undefined) return Promise.resolve(known.text);
      return new Promise((resolve) => waiting.push({ to, resolve }));
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function converse(socket: Socket, keep: (to: string, text: string) => void): void {
  let to = "";
  let body: string[] | undefined;
  let rest = "";
  socket.write("220 stub\r\n");
  socket.on("error", () => undefined);
  socket.on("data", (chunk) => {
    const lines = (rest + chunk.toString("utf8")).split("\r\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (body !== undefined && line !== ".") body.push(line);
      else if (body !== undefined) {
        keep(to, decode(body));
        body = undefined;
        socket.write("250 kept\r\n");
      } else if (/^RCPT/i.test(line)) {
        to = /<(.+)>/.exec(line)?.[1] ?? "";
        socket.write("250 ok\r\n");
      } else if (/^DATA/i.test(line)) {
        body = [];
        socket.write("354 go on\r\n");
      } else socket.write(/^QUIT/i.test(line) ? "221 bye\r\n" : "250 ok\r\n");
    }
  });
}

/** Undoes quoted-printable and base64 as far as links go. */
function decode(lines: readonly string[]): string {
  const text = lines.join("\n");
  if (/base64/i.test(text)) {
    return Buffer.from(text.slice(text.indexOf("\n\n")), "base64").toString("utf8");
  }
  return text.replaceAll("=\n", "").replaceAll("=3D", "=");
}

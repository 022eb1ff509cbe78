import { createTransport } from "nodemailer";

import type { Env } from "./env.ts";
import type { Log } from "./log.ts";

export type Mail = { to: string; subject: string; text: string };

export type Mailer = {
  /** Sends in the background; a mail that cannot be sent is logged, the request is not held up. */
  send(mail: Mail): void;
  /** Sends and waits; throws when the mail server did not take it. */
  deliver(mail: Mail): Promise<void>;
  /** Whether mails leave this machine. */
  enabled: boolean;
  close(): Promise<void>;
};

/**
 * Makes the sender of mails.
 *
 * Without `SMTP_URL` nothing is sent; outside production the text with its link stands in the log
 * instead, the one place where that is wanted.
 */
export function createMailer(env: Pick<Env, "mail" | "production">, log: Log): Mailer {
  const { smtpUrl, from } = env.mail;
  if (smtpUrl === undefined) {
    return {
      enabled: false,
      send({ subject, text }) {
        if (env.production) log.warn({ subject }, "no SMTP_URL, mail not sent");
        else log.info({ subject, mail: text }, "no SMTP_URL, mail shown here");
      },
      deliver: async () => undefined,
      close: async () => undefined,
    };
  }
  const transport = createTransport({ url: smtpUrl, connectionTimeout: 10_000 }, { from });
  const underway = new Set<Promise<unknown>>();
  return {
    enabled: true,
    send({ to, subject, text }) {
      const sent = transport
        .sendMail({ to, subject, text })
        .catch((error: unknown) => log.error({ err: error, subject }, "mail not sent"))
        .finally(() => underway.delete(sent));
      underway.add(sent);
    },
    async deliver({ to, subject, text }) {
      await transport.sendMail({ to, subject, text });
    },
    async close() {
      await Promise.allSettled(underway);
      transport.close();
    },
  };
}

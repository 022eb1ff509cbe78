import type { Mail } from "./mail.ts";

/** A notice that the person wants by mail too. */
export function noticeMail(
  { to, name, url }: { to: string; name: string; url: string },
  { title, body }: { title: string; body: string | null },
): Mail {
  const text = body === null ? title : `${title}\n\n${body}`;
  return {
    to,
    subject: title,
    text:
      `Olá, ${name}!\n\n${text}\n\nAbrir o Vida: ${url}\n\n` +
      `Para escolher o que chega por e-mail: ${url}/settings#avisos\n`,
  };
}

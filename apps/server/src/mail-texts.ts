import type { Mail } from "./mail.ts";

type Letter = { to: string; name: string; url: string };

/** The mail that leads to a new password. */
export function resetMail({ to, name, url }: Letter): Mail {
  return {
    to,
    subject: "Criar uma nova senha no Vida",
    text:
      `Olá, ${name}!\n\nPara criar uma nova senha, abra este endereço na próxima hora:\n${url}\n\n` +
      "Se não foi você quem pediu, ignore esta mensagem: nada muda.\n",
  };
}

/** The mail that proves an address. */
export function verifyMail({ to, name, url }: Letter): Mail {
  return {
    to,
    subject: "Confirme seu e-mail no Vida",
    text: `Olá, ${name}!\n\nPara confirmar que este e-mail é seu, abra este endereço:\n${url}\n`,
  };
}

/** Tells the owner of an address that the password is another one. */
export function passwordChangedMail({ to, name, url }: Letter): Mail {
  return {
    to,
    subject: "Sua senha do Vida mudou",
    text:
      `Olá, ${name}!\n\nA senha da sua conta acaba de mudar e as outras sessões foram encerradas.\n` +
      `Se não foi você, crie outra agora: ${url}\n`,
  };
}

/** Tells the address that an account has now that it is asked to move to another. */
export function emailChangeAskedMail({
  to,
  name,
  url,
  newEmail,
}: Letter & { newEmail: string }): Mail {
  return {
    to,
    subject: "Pedido para mudar o e-mail da sua conta no Vida",
    text:
      `Olá, ${name}!\n\nAlguém com a sua senha pediu que a sua conta passe a usar ${newEmail}.\n` +
      `Se foi você, não precisa fazer nada aqui. Se não foi, crie outra senha agora: ${url}\n`,
  };
}

import { isDomainError } from "@vida/core/errors";
import { APIError } from "better-auth/api";

/** Refusals of log-in: stable code → what the person reads. */
const refusals = {
  PASSWORD_TOO_SHORT: ["BAD_REQUEST", "A senha precisa ter pelo menos 8 caracteres."],
  PASSWORD_TOO_LONG: ["BAD_REQUEST", "A senha pode ter no máximo 72 caracteres."],
  PASSWORD_TOO_WEAK: [
    "BAD_REQUEST",
    "Essa senha é fácil de adivinhar. Tente uma frase mais longa.",
  ],
  PASSWORD_SAME: ["BAD_REQUEST", "A nova senha precisa ser diferente da atual."],
  INVALID_PASSWORD: ["BAD_REQUEST", "A senha não confere."],
  NAME_INVALID: ["BAD_REQUEST", "O nome precisa ter entre 2 e 100 caracteres."],
  SIGN_UP_CLOSED: ["FORBIDDEN", "Esta instalação não aceita novas contas."],
  INVITE_REQUIRED: ["FORBIDDEN", "Para criar uma conta aqui é preciso um convite válido."],
  DEMO_UNAVAILABLE: ["NOT_FOUND", "Não há pessoa de demonstração aqui."],
  NOT_OWNER: ["FORBIDDEN", "Só quem cuida desta instalação pode fazer isso."],
} as const;

export type Refusal = keyof typeof refusals;

/** An error in the shape of the log-in routes: `{code, message}` with its HTTP status. */
export function refuse(code: Refusal): APIError {
  const [status, message] = refusals[code];
  return new APIError(status, { code, message });
}

/** Lets a typed refusal of ours pass through the log-in routes; anything else stays what it is. */
export function asAuthError(error: unknown): unknown {
  if (isDomainError(error) && error.code === "limited") {
    const retryAfterSeconds = Number(error.details["retryAfterSeconds"] ?? 60);
    const body = {
      code: "limited",
      reason: error.reason,
      message: "Foram muitas tentativas. Espere um pouco e tente de novo.",
      retryAfterSeconds,
    };
    return new APIError("TOO_MANY_REQUESTS", body, {
      "retry-after": String(retryAfterSeconds),
    });
  }
  if (isDomainError(error) && error.code === "unavailable") {
    const body = { code: "unavailable", reason: error.reason };
    return new APIError("SERVICE_UNAVAILABLE", body);
  }
  return error;
}

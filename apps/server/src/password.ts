import { hash, verify } from "@node-rs/argon2";
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import * as common from "@zxcvbn-ts/language-common";
import * as portuguese from "@zxcvbn-ts/language-pt-br";

export const passwordLength = { min: 8, max: 72 } as const;

const weakestScore = 2;

/** OWASP's smallest setting for argon2id: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const strength = new ZxcvbnFactory({
  dictionary: { ...common.dictionary, ...portuguese.dictionary },
  graphs: common.adjacencyGraphs,
});

export async function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

export async function verifyPassword(data: { hash: string; password: string }): Promise<boolean> {
  return verify(data.hash, data.password);
}

export type PasswordProblem = "tooShort" | "tooLong" | "tooWeak";

/**
 * Finds what is wrong with a new password, if anything.
 *
 * `known` are the person's name and e-mail address: words out of them count as weak.
 */
export function passwordProblem(
  password: string,
  known: readonly string[],
): PasswordProblem | undefined {
  if (password.length < passwordLength.min) return "tooShort";
  if (password.length > passwordLength.max) return "tooLong";
  const words = known.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]);
  const { score } = strength.check(
    password,
    words.filter((word) => word.length > 2),
  );
  return score < weakestScore ? "tooWeak" : undefined;
}

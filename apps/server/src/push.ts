import type { Clock } from "@vida/core/context";
import { DomainError } from "@vida/core/errors";

import type { Env } from "./env.ts";
import { encryptFor, vapidAuthorization, type Recipient } from "./push-crypto.ts";

/** Hosts of the browsers' own push services; nothing else is called, whatever a browser claims. */
const KNOWN =
  /(?:^|\.)(?:fcm\.googleapis\.com|push\.services\.mozilla\.com|notify\.windows\.com|push\.apple\.com)$/;
const TIMEOUT_MS = 10_000;
/** A push waits this long for a phone that is off. */
const TTL_SECONDS = 24 * 60 * 60;
const TOKEN_SECONDS = 12 * 60 * 60;

export type PushMessage = { id: string; urgent: boolean; payload: object };

/**
 * Sends one message to one browser; answers `gone` when it takes none any more.
 *
 * Throws `unavailable` (`push.unavailable`) for what may pass, such as a service that is overloaded.
 */
export type Pusher = (
  to: Recipient & { endpoint: string },
  message: PushMessage,
) => Promise<"sent" | "gone">;

/** Makes the sender of pushes; without keys there is none. */
export function createPusher(
  { push, appUrl, mail }: Pick<Env, "push" | "appUrl" | "mail">,
  clock: Clock,
): Pusher | undefined {
  const { keys, services } = push;
  if (keys === undefined) return undefined;
  const address = /[^\s<>]+@[^\s<>]+/.exec(mail.from)?.[0];
  const subject = address === undefined ? appUrl : `mailto:${address}`;
  return async ({ endpoint, ...recipient }, { id, urgent, payload }) => {
    const { origin, protocol, hostname } = new URL(endpoint);
    const known = protocol === "https:" && KNOWN.test(hostname);
    if (!known && !services.includes(origin)) return "gone";
    const expires = Math.floor(clock().epochMilliseconds / 1000) + TOKEN_SECONDS;
    const response = await fetch(endpoint, {
      method: "POST",
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        authorization: vapidAuthorization(keys, { audience: origin, subject, expires }),
        "content-encoding": "aes128gcm",
        "content-type": "application/octet-stream",
        ttl: String(TTL_SECONDS),
        urgency: urgent ? "high" : "normal",
        // A service keeps the newest of one topic: what is sent again after a crash shows once.
        topic: id.replaceAll("-", "").slice(0, 32),
      },
      body: new Uint8Array(encryptFor(recipient, JSON.stringify(payload))),
    }).catch(() => {
      throw new DomainError("unavailable", "push.unavailable");
    });
    await response.body?.cancel();
    const { status } = response;
    if (response.ok) return "sent";
    if (status === 408 || status === 429 || status >= 500)
      throw new DomainError("unavailable", "push.unavailable", { status });
    if (status === 404 || status === 410) return "gone";
    throw new DomainError("conflict", "push.refused", { status });
  };
}

import { newId, type Clock } from "@vida/core/context";
import type { Db } from "@vida/db/db";
import { betterAuth, type BetterAuthOptions } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";

import { hasDemo, vidaEndpoints } from "./auth-endpoints.ts";
import { addressHeader, createAuthHooks } from "./auth-hooks.ts";
import type { Env } from "./env.ts";
import { createInvites } from "./invites.ts";
import type { Limits } from "./limits.ts";
import { scrub, type Log } from "./log.ts";
import { passwordChangedMail, resetMail, verifyMail } from "./mail-texts.ts";
import type { Mailer } from "./mail.ts";
import { hashPassword, passwordLength, verifyPassword } from "./password.ts";

/** Who a request comes from; `cookies` renew the session and go with the answer. */
export type Session = { userId: string; sessionId: string; cookies: string[] };

/** What everybody may know of this installation before log-in. */
export type Instance = {
  /** Who may sign up now; `open` while nobody has. */
  signUp: Env["signUp"];
  /** Whether the demo person may be let in by a button. */
  demo: boolean;
  brain: "google" | "local";
  /** The public key for notices on phones and desktops; null when there is none. */
  pushKey: string | null;
  /** Whether mails leave this installation. */
  mail: boolean;
};

export type Auth = {
  /** Answers a request under `/api/auth`. */
  handle(request: Request): Promise<Response>;
  session(headers: Headers): Promise<Session | null>;
  /** Which of these sessions are still good. */
  stillGood(sessionIds: readonly string[]): Promise<Set<string>>;
  instance(): Promise<Instance>;
};

type Deps = { db: Db; env: Env; limits: Limits; mailer: Mailer; log: Log; clock: Clock };

const day = 24 * 60 * 60;

/** The routes of better-auth and ours that are open to the outside; any other is not found. */
export const authPaths: ReadonlySet<string> = new Set([
  "/sign-up/email",
  "/sign-in/email",
  "/sign-out",
  "/get-session",
  "/list-sessions",
  "/revoke-session",
  "/revoke-sessions",
  "/revoke-other-sessions",
  "/change-password",
  "/change-email",
  "/request-password-reset",
  "/reset-password",
  "/send-verification-email",
  "/verify-email",
  "/demo",
  "/invite",
]);

/** Log-in: better-auth with e-mail and password on its own schema and role. */
export function createAuth(deps: Deps): Auth {
  const { db, env, limits, log, clock } = deps;
  const invites = createInvites(db, clock);
  const { before, after, signUpMode } = createAuthHooks({
    db,
    env,
    limits,
    invites,
    mailer: deps.mailer,
  });
  const auth = betterAuth({
    ...baseOptions(deps),
    hooks: { before, after },
    plugins: [vidaEndpoints({ db, env, limits, invites })],
    logger: {
      log: (level, message) => {
        if (level === "error") log.warn({ auth: scrub(message) }, "log-in");
      },
    },
  });

  return {
    handle: async (request) => auth.handler(request),
    async session(headers) {
      const { headers: renewed, response } = await auth.api.getSession({
        headers,
        returnHeaders: true,
      });
      if (response === null) return null;
      const { session } = response;
      return { userId: session.userId, sessionId: session.id, cookies: renewed.getSetCookie() };
    },
    async stillGood(sessionIds) {
      const found = await db.auth.loginSession.findMany({
        where: {
          id: { in: [...sessionIds] },
          expiresAt: { gt: new Date(clock().epochMilliseconds) },
        },
        select: { id: true },
      });
      return new Set(found.map((row) => row.id));
    },
    async instance() {
      const [signUp, demo] = await Promise.all([signUpMode(), hasDemo(deps)]);
      const pushKey = env.push.keys?.publicKey ?? null;
      return { signUp, demo, brain: env.models.provider, pushKey, mail: deps.mailer.enabled };
    },
  };
}

function baseOptions({ db, env, mailer }: Deps) {
  const secure = env.appUrl.startsWith("https:");
  const { port } = new URL(env.appUrl);
  return {
    baseURL: env.appUrl,
    basePath: "/api/auth",
    secret: env.authSecret,
    trustedOrigins: env.origins,
    database: prismaAdapter(db.auth, { provider: "postgresql", transaction: true }),
    telemetry: { enabled: false },
    // What is no refusal goes to our own error handler, which knows what may be shown and logged.
    onAPIError: { throw: true },
    rateLimit: { enabled: false },
    user: {
      modelName: "loginUser",
      additionalFields: { isOwner: { type: "boolean", required: false, input: false } },
      // The new address proves itself by its link; where no mail leaves, the password is all there is.
      changeEmail: { enabled: true, updateEmailWithoutVerification: !mailer.enabled },
    },
    session: {
      modelName: "loginSession",
      expiresIn: 30 * day,
      updateAge: day,
      freshAge: 0,
    },
    account: { modelName: "loginAccount" },
    verification: { modelName: "loginVerification", storeIdentifier: "hashed" },
    emailAndPassword: {
      enabled: true,
      autoSignIn: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 60 * 60,
      password: { hash: hashPassword, verify: verifyPassword },
      sendResetPassword: async ({ user, token }) => {
        const url = `${env.appUrl}/reset-password?token=${token}`;
        mailer.send(resetMail({ to: user.email, name: user.name, url }));
      },
      onPasswordReset: async ({ user }) => {
        const url = `${env.appUrl}/forgot-password`;
        mailer.send(passwordChangedMail({ to: user.email, name: user.name, url }));
      },
    },
    emailVerification: {
      sendOnSignUp: mailer.enabled,
      sendVerificationEmail: async ({ user, url }) => {
        mailer.send(verifyMail({ to: user.email, name: user.name, url }));
      },
    },
    advanced: {
      // A session and its person are one statement.
      database: { generateId: () => newId(), joins: true },
      // Cookies ignore ports, and two checkouts may run side by side on this machine.
      cookiePrefix: port === "" ? "vida" : `vida-${port}`,
      useSecureCookies: secure,
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", secure },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
  } satisfies BetterAuthOptions;
}

import type { Db } from "@vida/db/db";
import { createAuthMiddleware, getSessionFromCtx } from "better-auth/api";
import { z } from "zod";

import { asAuthError, refuse } from "./auth-errors.ts";
import type { Env } from "./env.ts";
import type { Invites } from "./invites.ts";
import type { LimitName, Limits } from "./limits.ts";
import { emailChangeAskedMail } from "./mail-texts.ts";
import type { Mailer } from "./mail.ts";
import { passwordProblem, type PasswordProblem } from "./password.ts";

/** Where http.ts writes the address a request came from; clients cannot set it. */
export const addressHeader = "x-vida-address";

type HookContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];
type Deps = { db: Db; env: Env; limits: Limits; invites: Invites; mailer: Mailer };

const Body = z.looseObject({
  name: z.string().optional().catch(undefined),
  email: z.string().optional().catch(undefined),
  newEmail: z.email().optional().catch(undefined),
  password: z.string().optional().catch(undefined),
  newPassword: z.string().optional().catch(undefined),
  currentPassword: z.string().optional().catch(undefined),
  token: z.string().optional().catch(undefined),
  invite: z.string().optional().catch(undefined),
});
type Body = z.infer<typeof Body>;

const passwordRefusals = {
  tooShort: "PASSWORD_TOO_SHORT",
  tooLong: "PASSWORD_TOO_LONG",
  tooWeak: "PASSWORD_TOO_WEAK",
} as const satisfies Record<PasswordProblem, string>;

function bodyOf(ctx: HookContext): Body {
  return Body.parse(ctx.body ?? {});
}

function checkPassword(password: string | undefined, known: string[]): void {
  const problem = passwordProblem(password ?? "", known);
  if (problem !== undefined) throw refuse(passwordRefusals[problem]);
}

/** The rules of log-in that go beyond better-auth's: limits, strength, who may come in. */
export function createAuthHooks({ db, env, limits, invites, mailer }: Deps) {
  const hasOwner = async (): Promise<boolean> =>
    (await db.auth.loginUser.count({ where: { isOwner: true } })) > 0;

  /** Who may sign up now: the first person always, then as configured. */
  const signUpMode = async (): Promise<Env["signUp"]> =>
    env.signUp === "open" || !(await hasOwner()) ? "open" : env.signUp;

  const spend = async (name: LimitName, ctx: HookContext, account?: string): Promise<void> => {
    const address = ctx.headers?.get(addressHeader) ?? "unknown";
    await limits.spend(name, { account, address });
  };

  const beforeSignUp = async (ctx: HookContext): Promise<void> => {
    const { name = "", email = "", password, invite } = bodyOf(ctx);
    await spend("signUp", ctx, email);
    const length = name.trim().length;
    if (length < 2 || length > 100) throw refuse("NAME_INVALID");
    checkPassword(password, [name, email]);
    const mode = await signUpMode();
    if (mode === "closed") throw refuse("SIGN_UP_CLOSED");
    if (mode === "invite" && !(await invites.claim(invite ?? ""))) throw refuse("INVITE_REQUIRED");
  };

  const beforeReset = async (ctx: HookContext): Promise<void> => {
    await spend("reset", ctx);
    const { token = "", newPassword } = bodyOf(ctx);
    const found = await ctx.context.internalAdapter.findVerificationValue(
      `reset-password:${token}`,
    );
    const user = found && (await ctx.context.internalAdapter.findUserById(found.value));
    checkPassword(newPassword, user ? [user.name, user.email] : []);
  };

  const beforeChange = async (ctx: HookContext): Promise<void> => {
    const session = await getSessionFromCtx(ctx);
    await spend("password", ctx, session?.user.id);
    const { newPassword, currentPassword } = bodyOf(ctx);
    checkPassword(newPassword, session ? [session.user.name, session.user.email] : []);
    if (newPassword === currentPassword) throw refuse("PASSWORD_SAME");
  };

  /** A session alone does not move an account to another address: the password does, and the old one is told. */
  const beforeEmail = async (ctx: HookContext): Promise<void> => {
    const session = await getSessionFromCtx(ctx);
    if (!session) return;
    const { user } = session;
    await spend("password", ctx, user.id);
    const accounts = await ctx.context.internalAdapter.findAccounts(user.id);
    const hash = accounts.find(({ providerId }) => providerId === "credential")?.password;
    const { password = "", newEmail } = bodyOf(ctx);
    if (!hash || !(await ctx.context.password.verify({ hash, password })))
      throw refuse("INVALID_PASSWORD");
    const url = `${env.appUrl}/forgot-password`;
    if (newEmail !== undefined)
      mailer.send(emailChangeAskedMail({ to: user.email, name: user.name, url, newEmail }));
  };

  const beforeOf: Record<string, (ctx: HookContext) => Promise<void>> = {
    "/sign-up/email": beforeSignUp,
    "/sign-in/email": async (ctx) => spend("signIn", ctx, bodyOf(ctx).email ?? ""),
    "/request-password-reset": async (ctx) => spend("reset", ctx, bodyOf(ctx).email ?? ""),
    "/send-verification-email": async (ctx) => spend("reset", ctx, bodyOf(ctx).email ?? ""),
    "/reset-password": beforeReset,
    "/change-password": beforeChange,
    "/change-email": beforeEmail,
  };

  /** Two first people at once: the database chose one of them to run a closed installation. */
  const keepOut = async (userId: string, invite: string | undefined): Promise<void> => {
    if (env.signUp === "open") return;
    if (env.signUp === "invite" && invite !== undefined) return invites.settle(invite, userId);
    const user = await db.auth.loginUser.findFirst({ where: { id: userId } });
    if (user === null || user.isOwner) return;
    await db.auth.loginUser.deleteMany({ where: { id: userId } });
    throw refuse("SIGN_UP_CLOSED");
  };

  /** The session that a log-in replaces ends with it. */
  const endPreviousSession = async (ctx: HookContext, newToken: string): Promise<void> => {
    const { name } = ctx.context.authCookies.sessionToken;
    const previous = await ctx.getSignedCookie(name, ctx.context.secret);
    if (previous && previous !== newToken) {
      await ctx.context.internalAdapter.deleteSession(previous);
    }
  };

  return {
    signUpMode,
    before: createAuthMiddleware(async (ctx) => {
      try {
        await beforeOf[ctx.path]?.(ctx);
      } catch (error) {
        throw asAuthError(error);
      }
      if (ctx.path !== "/change-password") return undefined;
      return { context: { body: { ...bodyOf(ctx), revokeOtherSessions: true } } };
    }),
    after: createAuthMiddleware(async (ctx) => {
      const { newSession } = ctx.context;
      if (!newSession) return;
      if (ctx.path === "/sign-up/email") await keepOut(newSession.user.id, bodyOf(ctx).invite);
      if (ctx.path === "/sign-in/email") await limits.forgive("signIn", newSession.user.email);
      if (ctx.path.startsWith("/sign-") || ctx.path === "/demo") {
        await endPreviousSession(ctx, newSession.session.token);
      }
    }),
  };
}
